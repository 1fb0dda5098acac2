/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.Optional;
import org.onemodel.tile.Tiling;

/**
 * How large the tiles of a model are, how far they overlap and how many run at a time.
 *
 * @param size side S of the images that the model was made for
 * @param tile side of a tile, a multiple of S
 * @param overlap pixels that neighbours share, from 0 to {@code tile / 2}
 * @param batch tiles that run at a time, at least 1
 * @param fitted whether a plane that a single tile can cover gets one of its own size, as long as
 *     that has at most twice the pixels of the others
 */
public record TileLayout(int size, int tile, int overlap, int batch, boolean fitted) {

    private static final long PIXELS_AT_A_TIME = 8L * 128 * 128;
    private static final long MOST_PIXELS_AT_A_TIME = 1L << 28;
    private static final int LARGEST_TILE = 8192;

    /**
     * The layout that a user asks for.
     *
     * @param size side S of the images that the model was made for
     * @param modelTile the model's default tile, taken where the options leave it open
     * @param options the user's wishes; a batch is limited to 2²⁸ pixels
     * @return the layout
     * @throws OneModelException if the tile is no multiple of S or the overlap above half a tile
     */
    public static TileLayout of(int size, int modelTile, RestoreOptions options) {
        int tile = options.tile() > 0 ? options.tile() : modelTile;
        if (tile < size || tile % size != 0 || tile > LARGEST_TILE) {
            throw new OneModelException(
                    "The tile size is "
                            + tile
                            + " pixels; the model '"
                            + options.model()
                            + "' takes multiples of "
                            + size
                            + " up to "
                            + LARGEST_TILE
                            + ", such as "
                            + modelTile
                            + ".");
        }
        int overlap = options.overlap() > 0 ? options.overlap() : tile / 4;
        if (overlap > tile / 2) {
            throw new OneModelException(
                    "The overlap of the tiles is "
                            + overlap
                            + " pixels; give at most "
                            + tile / 2
                            + ", half of the tile size "
                            + tile
                            + ".");
        }
        long pixels = (long) tile * tile;
        long wanted = options.batch() > 0 ? options.batch() : PIXELS_AT_A_TIME / pixels;
        long batch = Math.max(1, Math.min(wanted, MOST_PIXELS_AT_A_TIME / pixels));
        return new TileLayout(size, tile, overlap, (int) batch, options.tile() == 0);
    }

    /**
     * What to try when memory did not suffice: half the batch, then about half the tile.
     *
     * @return a smaller layout, or nothing below one tile of S×S
     */
    public Optional<TileLayout> smaller() {
        if (batch > 1) {
            return Optional.of(new TileLayout(size, tile, overlap, batch / 2, false));
        }
        int less = tile / 2 / size * size;
        if (less < size) {
            return Optional.empty();
        }
        return Optional.of(new TileLayout(size, less, Math.min(overlap, less / 2), 1, false));
    }

    /**
     * What to try when memory did not suffice and the tiles must stay where they are: half the
     * batch.
     *
     * @return a layout of the same tiles, or nothing below one tile at a time
     */
    Optional<TileLayout> fewerAtATime() {
        return batch > 1
                ? Optional.of(new TileLayout(size, tile, overlap, batch / 2, fitted))
                : Optional.empty();
    }

    /**
     * The tiling of a plane.
     *
     * @param width columns of the plane
     * @param height rows of the plane
     * @return its tiling
     */
    public Tiling tiling(int width, int height) {
        long covering = ((long) Math.max(width, height) + overlap + size - 1) / size * size;
        boolean one = fitted && covering * covering <= 2L * tile * tile;
        return new Tiling(width, height, one ? (int) covering : tile, overlap);
    }
}
