/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.train.data.ValidationSet;
import org.onemodel.train.data.ValidationSet.Example;

/** PSNR in dB (peak 255, clipped) on the validation examples, for each of their conditions. */
final class Validation {

    private final ValidationSet examples;

    Validation(ValidationSet examples) {
        this.examples = examples;
    }

    /** Names of the figures, such as {@code psnr grey sigma 25}. */
    List<String> names() {
        return examples.conditions().stream().map(Validation::name).toList();
    }

    private static String name(String condition) {
        return "psnr " + condition;
    }

    /**
     * Measures.
     *
     * @param autoencoder the networks
     * @return mean of the examples' PSNR by name
     */
    SortedMap<String, Double> measure(Autoencoder autoencoder) {
        return examples.stream()
                .collect(
                        Collectors.groupingBy(
                                example -> name(example.condition()),
                                TreeMap::new,
                                Collectors.averagingDouble(example -> psnr(autoencoder, example))));
    }

    private static double psnr(Autoencoder autoencoder, Example example) {
        return psnr(restore(autoencoder, example.input(), example.side()), example.target());
    }

    private static float[] restore(Autoencoder autoencoder, float[] input, int side) {
        try (NDManager scratch = autoencoder.manager().newSubManager()) {
            NDArray x = scratch.create(input, new Shape(1, 3, side, side));
            return autoencoder.decode(autoencoder.encode(x)).toFloatArray();
        }
    }

    private static double psnr(float[] restored, float[] target) {
        double error = 0;
        for (int i = 0; i < target.length; i++) {
            double clipped = Math.max(-1, Math.min(1, restored[i]));
            error += (clipped - target[i]) * (clipped - target[i]);
        }
        return 10 * Math.log10(4 * target.length / error);
    }
}
