/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.grid;

import ij.ImagePlus;
import org.onemodel.explore.montage.Figure;

/**
 * A colour grid in its two forms; neither is shown.
 *
 * @param montage an RGB image with labels: rows are factors of the first map, columns of the second
 * @param stack a hyperstack like the plane it is made from: its slices (Z) are factors of the first
 *     map, its frames (T) of the second
 * @param maps the two maps
 * @param choice how they were chosen, in one sentence; empty if they were given
 */
public record ColorGridResult(ImagePlus montage, ImagePlus stack, GridMaps maps, String choice)
        implements Figure {}
