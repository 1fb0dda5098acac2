/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

/** Whether the channels of a colour sample get the same noise. */
public enum NoiseField {
    /** One field for all channels. */
    SAME,
    /** One field for each channel. */
    INDEPENDENT,
    /** Half the time one field for all channels, half the time one for each, as published. */
    MIXED
}
