/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tile;

/**
 * The upper left corner of a square tile, in pixels of the plane; negative where the tile starts
 * outside.
 *
 * @param x column of the tile's first pixel
 * @param y row of the tile's first pixel
 */
public record Tile(int x, int y) {}
