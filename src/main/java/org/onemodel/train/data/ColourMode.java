/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

/** Whether colour planes stay in colour. Grey planes are grey samples in each mode. */
public enum ColourMode {
    /** A share of the samples is turned to grey. */
    MIXED,
    /** All samples are turned to grey. */
    GREY,
    /** Samples of colour planes stay in colour. */
    COLOUR
}
