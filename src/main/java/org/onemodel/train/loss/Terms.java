/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.loss;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The value of an objective for a batch, on the manager of the output that it judges.
 *
 * @param total the weighted losses, summed over the batch: what is differentiated; a scalar
 * @param parts by the loss's name ({@code mse, l1, msSsim, lpips}), without its weight, the mean
 *     over the batch's images; scalars without gradient, which wait on the device until read
 */
public record Terms(NDArray total, Map<String, NDArray> parts) {

    /** Keeps the order of the parts. */
    public Terms {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }
}
