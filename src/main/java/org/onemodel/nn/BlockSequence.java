/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks numbered 0, 1, 2 …, as a PyTorch {@code ModuleList} names them.
 *
 * @param <B> the type of the blocks
 */
public final class BlockSequence<B extends NetworkBlock> extends NetworkBlock {

    private final List<B> blocks = new ArrayList<>();

    /**
     * Adds a block under the next number.
     *
     * @param block the block
     */
    public void add(B block) {
        add(blocks.size(), block);
    }

    /**
     * Adds a block under a chosen number, where a checkpoint's numbers have gaps.
     *
     * @param number its number in the checkpoint
     * @param block the block
     */
    public void add(int number, B block) {
        blocks.add(addChildBlock(Integer.toString(number), block));
    }

    /**
     * The block at a position.
     *
     * @param position the position in the order in which blocks were added
     * @return the block
     */
    public B get(int position) {
        return blocks.get(position);
    }

    /**
     * The number of blocks.
     *
     * @return how many were added
     */
    public int size() {
        return blocks.size();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        NDList current = inputs;
        for (B block : blocks) {
            current = block.forward(store, current, training, parameters);
        }
        return current;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape[] current = inputs;
        for (B block : blocks) {
            current = block.getOutputShapes(current);
        }
        return current;
    }
}
