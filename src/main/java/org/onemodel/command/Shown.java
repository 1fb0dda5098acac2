/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import org.onemodel.restore.OneModelException;

/** Which of two images is shown that a command makes of many. */
enum Shown {

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
    static Shown of(String word) {
        return switch (word) {
            case "montage" -> MONTAGE;
            case "stack" -> STACK;
            case "both" -> BOTH;
            default ->
                    throw new OneModelException(
                            "There is no '" + word + "' to show; give montage, stack or both.");
        };
    }
}
