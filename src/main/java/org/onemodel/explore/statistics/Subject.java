/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

/**
 * What values are of: a layer of the latent code, or a noise map.
 *
 * @param name such as {@code latent code layer 3} or {@code noise map 4}
 * @param layer what takes the values: the name of the layer that takes a noise map in its
 *     generator, such as {@code convs.4}; for a latent code, W+ or Z
 * @param side pixels along a side of a noise map for an image of the model's own size; 0 for a
 *     latent code
 */
public record Subject(String name, String layer, int side) {}
