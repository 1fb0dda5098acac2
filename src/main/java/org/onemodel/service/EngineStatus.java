/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import java.util.List;

/**
 * What computes.
 *
 * @param engine name of the engine, such as PyTorch
 * @param version version of its native library
 * @param library folder of its native library
 * @param source who provided that, in words
 * @param flavor its build: {@code cpu}, or {@code cu128} for CUDA 12.8
 * @param devices all devices that it can use, such as {@code cpu} and {@code gpu:0}
 * @param threads threads that one computation on the CPU uses
 */
public record EngineStatus(
        String engine,
        String version,
        String library,
        String source,
        String flavor,
        List<String> devices,
        int threads) {

    /** Keeps a copy of the list. */
    public EngineStatus {
        devices = List.copyOf(devices);
    }
}
