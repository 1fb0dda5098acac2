/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.util.List;

/**
 * What taking OneModel out did, or would do.
 *
 * @param host where
 * @param version version of OneModel that was there
 * @param removed files that were removed
 * @param restored files that had been replaced and that are back
 * @param left files that were changed since they were put, which stay
 * @param waiting files that had been replaced and could not go back, and where they are
 */
public record UndoReport(
        Host host,
        String version,
        List<String> removed,
        List<String> restored,
        List<String> left,
        List<String> waiting) {}
