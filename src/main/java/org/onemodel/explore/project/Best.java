/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/** Of tensors that change from step to step, the values that were best for each tile. */
final class Best {

    private final NDManager owner;
    private NDArray kept;

    /**
     * Nothing yet.
     *
     * @param owner closes what is kept
     */
    Best(NDManager owner) {
        this.owner = owner;
    }

    boolean isEmpty() {
        return kept == null;
    }

    /**
     * Takes the values of some tiles, or of all at the first call.
     *
     * @param current {@code [N, …]}, copied
     * @param improved whose values are taken, {@code [N]}
     */
    void keep(NDArray current, boolean[] improved) {
        boolean all = true;
        boolean none = true;
        for (boolean one : improved) {
            all &= one;
            none &= !one;
        }
        if (none && !isEmpty()) {
            return;
        }
        try (NDManager scratch = owner.newSubManager()) {
            NDArray next = all || isEmpty() ? copy(current) : chosen(current, improved, scratch);
            next.attach(owner);
            if (!isEmpty()) {
                kept.close();
            }
            kept = next;
        }
    }

    private static NDArray copy(NDArray current) {
        try (NDArray values = current.stopGradient()) {
            return values.duplicate();
        }
    }

    private NDArray chosen(NDArray current, boolean[] improved, NDManager scratch) {
        Shape shape = current.getShape();
        long[] one = new long[shape.dimension()];
        Arrays.fill(one, 1);
        one[0] = improved.length;
        NDArray mask = scratch.create(improved, new Shape(one)).broadcast(shape);
        NDArray values = current.stopGradient();
        values.attach(scratch);
        return values.getNDArrayInternal().where(mask, kept);
    }

    /** The values, {@code [N, …]}, which stay the owner's until better ones come. */
    NDArray get() {
        return kept;
    }
}
