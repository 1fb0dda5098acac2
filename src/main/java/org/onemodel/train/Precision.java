/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import ai.djl.ndarray.types.DataType;

/** The type in which a training step computes; weights and moments always are float32. */
public enum Precision {
    /** 32 bits. */
    FLOAT32(DataType.FLOAT32),
    /** 16 bits with the range of float32: faster on GPUs that have it. */
    BFLOAT16(DataType.BFLOAT16);

    private final DataType type;

    Precision(DataType type) {
        this.type = type;
    }

    /**
     * The type of activations.
     *
     * @return the engine's name of it
     */
    public DataType type() {
        return type;
    }
}
