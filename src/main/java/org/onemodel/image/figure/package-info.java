/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */

/** Letters, lines and charts on images, drawn without Java's fonts, which small servers lack. */
package org.onemodel.image.figure;
