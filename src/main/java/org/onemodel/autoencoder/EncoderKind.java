/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.autoencoder;

/** The forms of encoder. */
public enum EncoderKind {
    /** The paper's: residual blocks down to 4×4, heads after each block. */
    RESNET,
    /** A U-Net whose noise heads sit on the expanding path. */
    EXPANDING,
    /** None: a generator alone. */
    NONE
}
