/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */

/** Colour grids: an image decoded with two of its noise maps, each times several factors. */
package org.onemodel.explore.grid;
