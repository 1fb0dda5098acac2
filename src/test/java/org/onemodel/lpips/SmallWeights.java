/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.onemodel.weights.CheckpointFiles;
import org.onemodel.weights.HostTensor;

/** Random weights of networks with few channels, under the names of the published files. */
public final class SmallWeights {

    private static final int[] VGG_CONVOLUTIONS = {0, 2, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28};
    private static final int[] SQUEEZE_FIRES = {3, 4, 6, 7, 9, 10, 11, 12};

    private final Map<String, HostTensor> tensors = new LinkedHashMap<>();
    private final Random random;
    private int channels = 3;
    private int taps;

    private SmallWeights(long seed) {
        random = new Random(seed);
    }

    /**
     * Writes VGG's weights as its two files.
     *
     * @param folder gets the files
     * @param seed the same seed gives the same weights
     */
    public static void writeVgg(Path folder, long seed) throws IOException {
        write(LpipsNetwork.VGG, folder.resolve("vgg16_features.pth"), seed);
    }

    /**
     * Writes SqueezeNet's weights as its two files.
     *
     * @param folder gets the files
     * @param seed the same seed gives the same weights
     */
    public static void writeSqueeze(Path folder, long seed) throws IOException {
        write(LpipsNetwork.SQUEEZE, folder.resolve("squeezenet1_1_features.pth"), seed);
    }

    private static void write(LpipsNetwork network, Path file, long seed) throws IOException {
        Map<String, HostTensor> features = new LinkedHashMap<>(of(network, seed).tensors());
        Map<String, HostTensor> linear = new LinkedHashMap<>(features);
        features.keySet().removeIf(name -> name.startsWith("lin"));
        linear.keySet().removeIf(name -> !name.startsWith("lin"));
        CheckpointFiles.write(file, features);
        CheckpointFiles.write(file.resolveSibling(network.word() + ".pth"), linear);
    }

    static LpipsWeights of(LpipsNetwork network, long seed) {
        SmallWeights weights = new SmallWeights(seed);
        switch (network) {
            case ALEX -> weights.alexNet();
            case SQUEEZE -> weights.squeezeNet();
            default -> weights.vgg16();
        }
        return new LpipsWeights(weights.tensors);
    }

    private void alexNet() {
        convolution(0, 4, 11);
        tap();
        convolution(3, 5, 5);
        tap();
        for (int layer : new int[] {6, 8, 10}) {
            convolution(layer, 4 + layer % 3, 3);
            tap();
        }
    }

    private void squeezeNet() {
        convolution(0, 4, 3);
        tap();
        for (int layer : SQUEEZE_FIRES) {
            int in = channels;
            add("features." + layer + ".squeeze", 2, in, 1);
            add("features." + layer + ".expand1x1", 3, 2, 1);
            add("features." + layer + ".expand3x3", 2, 2, 3);
            channels = 5;
            if (layer != 3 && layer != 6) {
                tap();
            }
        }
    }

    private void vgg16() {
        for (int layer : VGG_CONVOLUTIONS) {
            convolution(layer, 3 + layer % 2, 3);
            if (layer == 2 || layer == 7 || layer == 14 || layer == 21 || layer == 28) {
                tap();
            }
        }
    }

    private void convolution(int layer, int outputs, int kernel) {
        add("features." + layer, outputs, channels, kernel);
        channels = outputs;
    }

    private void add(String name, int outputs, int inputs, int kernel) {
        double deviation = Math.sqrt(2.0 / (inputs * kernel * kernel));
        long[] shape = {outputs, inputs, kernel, kernel};
        float[] values = new float[outputs * inputs * kernel * kernel];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        tensors.put(name + ".weight", new HostTensor(shape, values));
        float[] bias = new float[outputs];
        for (int i = 0; i < outputs; i++) {
            bias[i] = (float) (0.3 * random.nextGaussian());
        }
        tensors.put(name + ".bias", new HostTensor(new long[] {outputs}, bias));
    }

    private void tap() {
        float[] values = new float[channels];
        for (int i = 0; i < channels; i++) {
            values[i] = random.nextFloat();
        }
        tensors.put(
                "lin" + taps++ + ".model.1.weight",
                new HostTensor(new long[] {1, channels, 1, 1}, values));
    }
}
