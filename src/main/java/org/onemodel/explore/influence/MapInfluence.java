/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.influence;

/**
 * What one noise map changes in an image.
 *
 * @param map its index, 0 is the coarsest
 * @param layer the layer of the generator that takes it
 * @param pixels how many pixels of the image one of its pixels covers, along each axis
 * @param change how much the image changes
 */
public record MapInfluence(int map, String layer, int pixels, Change change) {}
