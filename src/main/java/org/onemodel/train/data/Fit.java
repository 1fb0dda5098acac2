/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

/** How a plane of any size becomes a square sample. */
public enum Fit {
    /** A random square is cut out. */
    CROP,
    /** The whole plane is resized to the generator's size, whatever its aspect, as published. */
    RESIZE
}
