/**
 * Tiles of a plane: where they lie, how they are cut out and how their results are blended.
 *
 * <p>Pure numbers: planes are {@code float[]} in rows, {@code index = y * width + x}. The order of
 * work is {@link org.onemodel.tile.Tiling} (where), {@link org.onemodel.tile.TileReader} (cut out),
 * {@link org.onemodel.tile.TileBlender} (put together).
 */
package org.onemodel.tile;
