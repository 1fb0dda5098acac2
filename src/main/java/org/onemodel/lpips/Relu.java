/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import org.onemodel.nn.Layer;
import org.onemodel.nn.Pass;

/** max(x, 0) as a layer, since it has a number of its own in the files. */
final class Relu extends Layer {

    @Override
    public NDArray apply(Pass pass, NDArray x) {
        return Activation.relu(x);
    }
}
