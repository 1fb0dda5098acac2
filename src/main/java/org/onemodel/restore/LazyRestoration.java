/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import ai.djl.engine.EngineException;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.onemodel.tile.Block;
import org.onemodel.tile.BlockGrid;

/**
 * The cells of an image that are restored when they are first looked at.
 *
 * <p>The cells are those of a {@link BlockGrid}; as it may begin before the plane, the image that
 * users see is a part of the image of all cells.
 */
final class LazyRestoration implements LazyCellImg.Get<Cell<FloatArray>> {

    private final BlockRestorer restorer;
    private final ModelOwner owner;
    private final BlockCache<Cell<FloatArray>> cache;
    private final BlockGrid blocks;
    private final CellGrid cells;

    private final Progress stop;

    /**
     * The cells of an image.
     *
     * @param restorer restores its planes
     * @param dimensions lengths of all its dimensions
     * @param options size of the blocks, and memory for them
     * @param owner keeps the model open
     */
    LazyRestoration(
            BlockRestorer restorer, long[] dimensions, LazyOptions options, ModelOwner owner) {
        this.restorer = restorer;
        this.owner = owner;
        this.cache = new BlockCache<>(options.capacity(), cell -> Float.BYTES * cell.size());
        this.blocks = BlockGrid.of(restorer.tiling(), options.block());
        long[] all = dimensions.clone();
        all[0] += blocks.left();
        all[1] += blocks.top();
        int[] cell = new int[all.length];
        Arrays.fill(cell, 1);
        cell[0] = blocks.width();
        cell[1] = blocks.height();
        this.cells = new CellGrid(all, cell);
        this.stop =
                new Progress() {
                    @Override
                    public void update(double fractionDone, String message) {
                        // who reads an image looks at no progress
                    }

                    @Override
                    public boolean isCanceled() {
                        return owner.isClosing() || Thread.currentThread().isInterrupted();
                    }
                };
    }

    /** The image, its minimum at 0. */
    RandomAccessibleInterval<FloatType> image() {
        LazyCellImg<FloatType, FloatArray> all = new LazyCellImg<>(cells, new FloatType(), this);
        if (blocks.left() == 0 && blocks.top() == 0) {
            return all;
        }
        long[] min = new long[cells.numDimensions()];
        min[0] = blocks.left();
        min[1] = blocks.top();
        long[] max = Arrays.stream(cells.getImgDimensions()).map(length -> length - 1).toArray();
        return Views.zeroMin(Views.interval(all, min, max));
    }

    @Override
    public Cell<FloatArray> get(long index) {
        return cache.ifPresent(index)
                .orElseGet(() -> owner.whileOpen(() -> cache.get(index, this::restore)));
    }

    private Cell<FloatArray> restore(long index) {
        try {
            return cell(index);
        } catch (CancellationException e) {
            throw new OneModelException(
                    owner.isClosing()
                            ? "OneModel was closed while a part of the image was restored."
                            : "The thread was interrupted while a part of the image was restored;"
                                    + " read the image again to go on.",
                    e);
        } catch (EngineException e) {
            throw new OneModelException(
                    "A part of the image could not be restored: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new OneModelException(e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            throw new OneModelException(
                    "Java has too little memory to restore a part of the image of "
                            + blocks.width()
                            + " x "
                            + blocks.height()
                            + " pixels; give it more, or choose smaller blocks.",
                    e);
        }
    }

    private Cell<FloatArray> cell(long index) {
        int n = cells.numDimensions();
        long[] min = new long[n];
        int[] size = new int[n];
        cells.getCellDimensions(index, min, size);
        int column = (int) (min[0] / blocks.width());
        int row = (int) (min[1] / blocks.height());
        Block block = blocks.block(column, row);
        float[] values = restorer.restore(plane(min), block, stop);
        return new Cell<>(size, min, new FloatArray(padded(values, block, size, min)));
    }

    /** The index of the plane at a position, the third dimension fastest. */
    private int plane(long[] position) {
        long index = 0;
        for (int d = cells.numDimensions() - 1; d >= 2; d--) {
            index = index * cells.imgDimension(d) + position[d];
        }
        return Math.toIntExact(index);
    }

    /** The values at the end of a cell that begins before the plane. */
    private float[] padded(float[] values, Block block, int[] size, long[] min) {
        if (values.length == size[0] * size[1]) {
            return values;
        }
        float[] cell = new float[size[0] * size[1]];
        int left = (int) (block.x() + blocks.left() - min[0]);
        int top = (int) (block.y() + blocks.top() - min[1]);
        for (int y = 0; y < block.height(); y++) {
            int to = (top + y) * size[0] + left;
            System.arraycopy(values, y * block.width(), cell, to, block.width());
        }
        return cell;
    }
}
