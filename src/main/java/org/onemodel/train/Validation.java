/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.train.data.ValidationSet;
import org.onemodel.train.data.ValidationSet.Example;

/**
 * PSNR in dB (peak 255, clipped) on the validation examples, for each of their conditions; with
 * blind spots, over the masked pixels only.
 */
final class Validation {

    private final StrategyConfig strategy;
    private final ValidationSet examples;

    Validation(StrategyConfig strategy, ValidationSet examples) {
        this.strategy = strategy;
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
        TrainingPass pass = new TrainingPass(strategy, autoencoder);
        return examples.stream()
                .collect(
                        Collectors.groupingBy(
                                example -> name(example.condition()),
                                TreeMap::new,
                                Collectors.averagingDouble(
                                        example -> psnr(autoencoder, pass, example))));
    }

    /** Mean of the figures: the higher, the better the model. */
    static double score(SortedMap<String, Double> figures) {
        return figures.values().stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    }

    private static double psnr(Autoencoder autoencoder, TrainingPass pass, Example example) {
        try (NDManager scratch = autoencoder.manager().newSubManager()) {
            int side = example.side();
            NDArray x = scratch.create(example.input(), new Shape(1, 3, side, side));
            float[] restored = autoencoder.decode(pass.encode(x)).toFloatArray();
            return psnr(restored, example.target(), example.mask());
        }
    }

    private static double psnr(float[] restored, float[] target, Optional<float[]> mask) {
        int pixels = target.length / 3;
        double error = 0;
        double weights = 0;
        for (int i = 0; i < target.length; i++) {
            double weight = mask.isPresent() ? mask.get()[i % pixels] : 1;
            double clipped = Math.max(-1, Math.min(1, restored[i]));
            error += weight * (clipped - target[i]) * (clipped - target[i]);
            weights += weight;
        }
        return 10 * Math.log10(4 * weights / error);
    }
}
