/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import org.onemodel.image.Normalization;
import org.onemodel.image.ValueMap;

/** A range of grey levels as a map to [-1, 1]. */
record LinearRange(Normalization range) implements ValueMap {

    @Override
    public void apply(float[] values) {
        range.normalizeInPlace(values);
    }

    @Override
    public void invert(float[] values) {
        range.denormalizeInPlace(values);
    }
}
