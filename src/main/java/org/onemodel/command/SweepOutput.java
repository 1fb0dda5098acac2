/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import org.onemodel.restore.OneModelException;

/** Which images a sweep gives. */
enum SweepOutput {

    /** A figure. */
    MONTAGE,

    /** A hyperstack to scroll through. */
    STACK,

    /** Both. */
    BOTH;

    /**
     * Reads a user's word.
     *
     * @throws OneModelException if it is another
     */
    static SweepOutput of(String word) {
        return switch (word) {
            case "montage" -> MONTAGE;
            case "stack" -> STACK;
            case "both" -> BOTH;
            default ->
                    throw new OneModelException(
                            "The output is '" + word + "'; give both, montage or stack.");
        };
    }
}
