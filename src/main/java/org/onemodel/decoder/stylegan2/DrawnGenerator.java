/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.onemodel.nn.NetworkBlock;

/**
 * Draws a StyleGAN 2 generator at random, for those who have no trained one.
 *
 * <p>All weights are drawn as StyleGAN 2 starts its training, with noise strength 1, except for two
 * choices that make a generator fit for restoration: its constant has the same value at all
 * positions, so that it can run at any multiple of its size, and its colours are drawn without mean
 * over the channels, plus the same brightness for all, so that the last noise map, which enters all
 * channels alike, changes brightness and not colour.
 */
public final class DrawnGenerator {

    private static final double CHROMA = 0.7;
    private static final double COMMON = 1.5;
    private static final double[] RED_GREEN = {Math.sqrt(0.5), -Math.sqrt(0.5), 0};
    private static final double[] YELLOW_BLUE = {
        Math.sqrt(1 / 6.0), Math.sqrt(1 / 6.0), -Math.sqrt(4 / 6.0)
    };

    private DrawnGenerator() {}

    /**
     * Gives a generator its values.
     *
     * @param decoder the generator
     * @param manager the owner of the values
     * @param seed the same seed gives the same generator
     */
    public static void draw(StyleGan2Decoder decoder, NDManager manager, long seed) {
        decoder.draw(manager, seed);
        Random random = new Random(seed + 1);
        for (Map.Entry<String, Parameter> entry : decoder.parameters().entrySet()) {
            if (entry.getKey().equals("input.input")) {
                replace(entry.getValue(), uniform(decoder.spec().channels().get(4), random));
            } else if (entry.getKey().matches("to_rgb.*\\.conv\\.weight")) {
                int inputs = Math.toIntExact(entry.getValue().getShape().get(2));
                replace(entry.getValue(), colours(inputs, random));
            }
        }
    }

    /**
     * Gives a generator the values that StyleGAN 2 starts its training with: no noise map is heard
     * until the generator has learned a strength for it.
     *
     * @param decoder the generator
     * @param manager the owner of the values
     * @param seed the same seed gives the same generator
     */
    public static void drawForTraining(StyleGan2Decoder decoder, NDManager manager, long seed) {
        decoder.draw(manager, seed);
        for (Map.Entry<String, Parameter> entry : decoder.parameters().entrySet()) {
            if (entry.getKey().endsWith("noise.weight")) {
                replace(entry.getValue(), new float[1]);
            }
        }
    }

    private static void replace(Parameter parameter, float[] values) {
        NDArray array = parameter.getArray();
        try (NDArray drawn = array.getManager().create(values, parameter.getShape())) {
            NetworkBlock.overwrite(array, drawn);
        }
    }

    private static float[] uniform(int channels, Random random) {
        float[] values = new float[channels * 16];
        for (int c = 0; c < channels; c++) {
            Arrays.fill(values, c * 16, (c + 1) * 16, (float) random.nextGaussian());
        }
        return values;
    }

    private static float[] colours(int inputs, Random random) {
        double[] brightness = centred(inputs, random);
        double common = COMMON / Math.sqrt(inputs); // the layer's sum over channels is COMMON
        double[] first = centred(inputs, random);
        double[] second = centred(inputs, random);
        float[] values = new float[3 * inputs]; // [3, in]
        for (int k = 0; k < 3; k++) {
            for (int c = 0; c < inputs; c++) {
                double chroma = first[c] * RED_GREEN[k] + second[c] * YELLOW_BLUE[k];
                values[k * inputs + c] = (float) (brightness[c] + common + CHROMA * chroma);
            }
        }
        return values;
    }

    private static double[] centred(int count, Random random) {
        double[] values = normal(count, random);
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(v -> v - mean).toArray();
    }

    private static double[] normal(int count, Random random) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }
}
