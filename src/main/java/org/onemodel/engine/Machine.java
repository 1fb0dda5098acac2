/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import java.util.Locale;

/**
 * A kind of machine, as PyTorch's builds are named after.
 *
 * @param classifier system and processor, such as {@code linux-x86_64} or {@code osx-aarch64}
 */
record Machine(String classifier) {

    /** This machine. */
    static Machine current() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = name.startsWith("win") ? "win" : name.startsWith("mac") ? "osx" : "linux";
        String processor = System.getProperty("os.arch");
        return new Machine(system + "-" + (processor.equals("amd64") ? "x86_64" : processor));
    }

    @Override
    public String toString() {
        return classifier;
    }
}
