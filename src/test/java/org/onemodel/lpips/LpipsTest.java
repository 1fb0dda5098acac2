/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onemodel.weights.HostTensor;

/** LPIPS on networks with random weights and few channels. */
class LpipsTest {

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    private Lpips lpips(LpipsNetwork network) {
        return new Lpips(network, SmallWeights.of(network, 7), manager);
    }

    private static float[] image(long seed, int height, int width) {
        Random random = new Random(seed);
        float[] values = new float[3 * height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return values;
    }

    private NDArray tensor(float[] values, int height, int width) {
        return manager.create(
                values, new Shape(values.length / (3 * height * width), 3, height, width));
    }

    private static double[][][] planes(float[] values, int height, int width) {
        double[][][] planes = new double[3][height][width];
        for (int i = 0; i < values.length; i++) {
            planes[i / (height * width)][i / width % height][i % width] = values[i];
        }
        return planes;
    }

    private float[] gradient(Lpips lpips, NDArray x, NDArray y) {
        x.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            collector.backward(lpips.distance(x, y).sum());
        }
        try (NDArray gradient = x.getGradient()) {
            return gradient.toFloatArray();
        }
    }

    @Test
    void squeezeNetAgreesWithPlainLoopsForImagesOfOddSizes() {
        NaiveSqueezeLpips naive = new NaiveSqueezeLpips(SmallWeights.of(LpipsNetwork.SQUEEZE, 7));
        int[][] sizes = {{17, 17}, {32, 23}, {37, 50}, {41, 64}};
        try (Lpips lpips = lpips(LpipsNetwork.SQUEEZE)) {
            for (int[] size : sizes) {
                float[] x = image(1, size[0], size[1]);
                float[] y = image(2, size[0], size[1]);

                float distance =
                        lpips.distance(tensor(x, size[0], size[1]), tensor(y, size[0], size[1]))
                                .getFloat();

                double expected =
                        naive.distance(planes(x, size[0], size[1]), planes(y, size[0], size[1]));
                assertThat((double) distance)
                        .as(Arrays.toString(size))
                        .isCloseTo(expected, within(1e-5 * expected));
            }
        }
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        assertGradient(SmallWeights.of(LpipsNetwork.SQUEEZE, 7), image(1, 25, 21));
    }

    @Test
    void theGradientIsRightBesidePixelsWithoutAnyFeature() {
        Map<String, HostTensor> tensors =
                new LinkedHashMap<>(SmallWeights.of(LpipsNetwork.SQUEEZE, 7).tensors());
        tensors.put(
                "features.0.bias",
                new HostTensor(new long[] {4}, new float[] {-.3f, -.3f, -.3f, -.3f}));
        float[] x = image(1, 25, 21);
        float[] imageNetMean = {-.030f, -.088f, -.188f};
        for (int i = 0; i < x.length; i++) {
            if (i % 21 < 11) {
                x[i] = imageNetMean[i / (25 * 21)]; // 0 after scaling, so below the bias
            }
        }

        assertGradient(new LpipsWeights(tensors), x);
    }

    private void assertGradient(LpipsWeights weights, float[] x) {
        float[] y = image(2, 25, 21);
        float[] gradient;
        try (Lpips lpips = new Lpips(LpipsNetwork.SQUEEZE, weights, manager)) {
            gradient = gradient(lpips, tensor(x, 25, 21), tensor(y, 25, 21));
        }
        NaiveSqueezeLpips naive = new NaiveSqueezeLpips(weights);
        double[][][] from = planes(x, 25, 21);
        double[][][] to = planes(y, 25, 21);
        double step = 1e-6;
        double largest = 0;
        for (int i = 0; i < x.length; i += 67) {
            double[] row = from[i / (25 * 21)][i / 21 % 25];
            double value = row[i % 21];
            row[i % 21] = value + step;
            double above = naive.distance(from, to);
            row[i % 21] = value - step;
            double below = naive.distance(from, to);
            row[i % 21] = value;
            double expected = (above - below) / (2 * step);
            assertThat((double) gradient[i]).as("value " + i).isCloseTo(expected, within(1e-5));
            largest = Math.max(largest, Math.abs(expected));
        }
        assertThat(largest).isGreaterThan(1e-3);
    }

    @Test
    void imagesWithoutAnyFeatureHaveNoDistanceAndNoGradient() {
        Map<String, HostTensor> tensors =
                new LinkedHashMap<>(SmallWeights.of(LpipsNetwork.SQUEEZE, 7).tensors());
        for (String layer : new String[] {"features.0.bias", "features.4.expand1x1.bias"}) {
            long[] shape = tensors.get(layer).shape();
            float[] bias = new float[(int) shape[0]];
            Arrays.fill(bias, -100);
            tensors.put(layer, new HostTensor(shape, bias));
        }
        try (Lpips lpips = new Lpips(LpipsNetwork.SQUEEZE, new LpipsWeights(tensors), manager)) {
            NDArray x = tensor(image(1, 20, 20), 20, 20);
            NDArray y = tensor(image(2, 20, 20), 20, 20);

            assertThat(gradient(lpips, x, y)).containsOnly(0);
            assertThat(lpips.distance(x, y).toFloatArray()).containsExactly(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void equalImagesHaveNoDistanceAndTheOrderIsOfNoConcern(LpipsNetwork network) {
        try (Lpips lpips = lpips(network)) {
            NDArray x = tensor(image(1, 2 * 37, 45), 37, 45);
            NDArray y = tensor(image(2, 2 * 37, 45), 37, 45);

            float[] there = lpips.distance(x, y).toFloatArray();
            float[] back = lpips.distance(y, x).toFloatArray();

            assertThat(there).hasSize(2).containsExactly(back, within(1e-6f));
            assertThat(there[0]).isGreaterThan(0.01f).isNotCloseTo(there[1], within(1e-5f));
            assertThat(lpips.distance(x, x).toFloatArray()).containsExactly(0, 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void imagesTooSmallForTheLastFeaturesAreRefused(LpipsNetwork network) {
        int side = network.smallestSide();
        try (Lpips lpips = lpips(network)) {
            NDArray smallest = tensor(image(1, side, side), side, side);
            NDArray tooSmall = tensor(image(1, side - 1, side), side - 1, side);

            assertThat(lpips.distance(smallest, smallest.neg()).getFloat()).isPositive();
            assertThatThrownBy(() -> lpips.distance(tooSmall, tooSmall))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "LPIPS with the network %s needs images of at least %d pixels a side,"
                                    + " but these have %d",
                            network.word(), side, side - 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void atTheSmallestSideTheLastFeaturesHaveOnePixel(LpipsNetwork network) {
        FeatureNetwork features = new FeatureNetwork(network, SmallWeights.of(network, 7));
        int side = network.smallestSide();

        Shape[] smallest = features.getOutputShapes(new Shape[] {new Shape(1, 3, side, side)});
        Shape[] none = features.getOutputShapes(new Shape[] {new Shape(1, 3, side - 1, side)});

        assertThat(smallest[smallest.length - 1].get(2)).isEqualTo(1);
        assertThat(none[none.length - 1].get(2)).isLessThan(1);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftInTheMemoryOfTheNetworkOrOfTheCaller(LpipsNetwork network) {
        try (Lpips lpips = lpips(network);
                NDManager caller = manager.newSubManager()) {
            lpips.manager().cap();
            NDArray x = tensor(image(1, 40, 40), 40, 40);
            NDArray y = tensor(image(2, 40, 40), 40, 40);
            x.attach(caller);
            gradient(lpips, x, y);
            int before = caller.getManagedArrays().size();

            NDArray distance = lpips.distance(x, y);

            assertThat(distance.getManager()).isSameAs(caller);
            assertThat(caller.getManagedArrays()).hasSize(before + 1);
        }
    }

    @Test
    void theWeightsAreFrozenAndNamedAsPublished() {
        try (Lpips lpips = lpips(LpipsNetwork.ALEX)) {
            assertThat(lpips.parameters())
                    .containsOnlyKeys(SmallWeights.of(LpipsNetwork.ALEX, 7).tensors().keySet());
            assertThat(lpips.parameters().values())
                    .noneMatch(parameter -> parameter.getArray().hasGradient());
        }
    }

    @Test
    void weightsThatDoNotFitAreNamed() {
        Map<String, HostTensor> tensors =
                new LinkedHashMap<>(SmallWeights.of(LpipsNetwork.ALEX, 7).tensors());
        assertThatThrownBy(
                        () -> new Lpips(LpipsNetwork.SQUEEZE, new LpipsWeights(tensors), manager))
                .hasMessage("the tensor features.3.squeeze.weight is missing");
        tensors.put("features.3.weight", new HostTensor(new long[] {1, 2, 1, 1}, new float[2]));
        assertThatThrownBy(() -> new Lpips(LpipsNetwork.ALEX, new LpipsWeights(tensors), manager))
                .hasMessage("the tensor features.3.weight is for 2 channels, but 4 come in");
    }

    @Test
    void imagesOfDifferentShapesAreRefused() {
        try (Lpips lpips = lpips(LpipsNetwork.VGG)) {
            NDArray x = tensor(image(1, 20, 20), 20, 20);
            NDArray y = tensor(image(1, 20, 21), 20, 21);

            assertThatThrownBy(() -> lpips.distance(x, y))
                    .hasMessageStartingWith("image batch y has shape (1, 3, 20, 21)");
        }
    }
}
