/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.function.Function;
import java.util.function.Supplier;

/** Computes with memory of its own, so that what arises in between is freed at once. */
public final class Scratch {

    private Scratch() {}

    /**
     * Computes tensors.
     *
     * @param <T> what is computed
     * @param owner the manager that the inputs belong to and that the results will belong to
     * @param inputs all tensors that the computation begins with; results of operations on them
     *     belong to the scratch memory
     * @param computation computes
     * @param tensors the tensors of a result, which stay
     * @return the result
     */
    public static <T> T compute(
            NDManager owner, NDList inputs, Supplier<T> computation, Function<T, NDList> tensors) {
        try (NDManager scratch = owner.newSubManager()) {
            for (NDArray input : inputs) {
                if (input.getManager() != scratch) { // it may be there twice
                    input.tempAttach(scratch); // until that is closed
                }
            }
            T result = computation.get();
            tensors.apply(result).attach(owner);
            return result;
        }
    }

    /**
     * Computes something that is no tensor, or one tensor for which there is no need to outlive it.
     *
     * @param owner the manager that the inputs belong to
     * @param inputs all tensors that the computation begins with
     * @param computation computes
     */
    public static void run(NDManager owner, NDList inputs, Runnable computation) {
        compute(
                owner,
                inputs,
                () -> {
                    computation.run();
                    return null;
                },
                nothing -> new NDList());
    }

    /**
     * Computes one tensor.
     *
     * @param owner the manager that the inputs belong to and that the result will belong to
     * @param inputs all tensors that the computation begins with
     * @param computation computes
     * @return the result
     */
    public static NDArray array(NDManager owner, NDList inputs, Supplier<NDArray> computation) {
        return compute(owner, inputs, computation, NDList::new);
    }
}
