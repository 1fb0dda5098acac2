/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import java.util.List;
import org.onemodel.tile.Tile;

/**
 * What a projection found for a tile: all that the decoder needs to draw it.
 *
 * @param tile where it lies on the plane
 * @param latent the latent code in W+, {@code [layers * L]}, layer by layer
 * @param noiseMaps the noise maps, coarse to fine, each {@code [r * r]} in rows
 */
public record TileEmbedding(Tile tile, float[] latent, List<float[]> noiseMaps) {}
