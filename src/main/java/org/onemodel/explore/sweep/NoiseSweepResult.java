/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.sweep;

import ij.ImagePlus;
import org.onemodel.explore.montage.Figure;

/**
 * A sweep as two images, neither of them shown.
 *
 * @param montage an RGB figure with labels: the noise maps themselves in the first row, below them
 *     a row for each factor; a column for each map
 * @param stack the images to scroll through, of the source's type: a slice for each map, a frame
 *     for each factor
 */
public record NoiseSweepResult(ImagePlus montage, ImagePlus stack) implements Figure {}
