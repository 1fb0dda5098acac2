/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onemodel.weights.HostTensor;

/**
 * The weights of one LPIPS network under the names of the published files: {@code
 * features.0.weight} … as torchvision names them, {@code lin0.model.1.weight} … as LPIPS does.
 *
 * @param tensors all of them, by name
 */
record LpipsWeights(Map<String, HostTensor> tensors) {

    /** The weights of two files together. */
    static LpipsWeights of(Map<String, HostTensor> features, Map<String, HostTensor> linear) {
        Map<String, HostTensor> all = new LinkedHashMap<>(features);
        all.putAll(linear);
        return new LpipsWeights(all);
    }

    /**
     * A tensor that must be there.
     *
     * @throws IllegalArgumentException if it is not
     */
    HostTensor get(String name) {
        HostTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("the tensor " + name + " is missing");
        }
        return tensor;
    }

    /**
     * The values of a tensor of a known shape.
     *
     * @throws IllegalArgumentException if it is not there or of another shape
     */
    float[] values(String name, long... shape) {
        HostTensor tensor = get(name);
        if (!Arrays.equals(tensor.shape(), shape)) {
            throw new IllegalArgumentException(
                    String.format(
                            "the tensor %s has shape %s, expected %s",
                            name, Arrays.toString(tensor.shape()), Arrays.toString(shape)));
        }
        return tensor.values();
    }

    /**
     * The shape of a convolution's weight.
     *
     * @return out, in, k, k
     * @throws IllegalArgumentException if it is not there or not square
     */
    int[] kernel(String name) {
        long[] shape = get(name + ".weight").shape();
        if (shape.length != 4 || shape[2] != shape[3]) {
            throw new IllegalArgumentException(
                    String.format(
                            "the tensor %s.weight has shape %s, expected [out, in, k, k]",
                            name, Arrays.toString(shape)));
        }
        return Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
    }
}
