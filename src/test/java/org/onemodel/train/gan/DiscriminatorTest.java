/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onemodel.model.ModelException;
import org.onemodel.model.TensorEngine;
import org.onemodel.nn.Draw;
import org.onemodel.nn.Dual;
import org.onemodel.nn.Pass;

class DiscriminatorTest {

    private NDManager manager;
    private Discriminator discriminator;
    private Pass pass;

    @BeforeEach
    void draw() throws ModelException {
        manager = TensorEngine.newManager(Device.cpu());
        discriminator = new Discriminator(16, new TreeMap<>(Map.of(4, 12, 8, 8, 16, 6)));
        discriminator.draw(manager, 1);
        pass = new Pass(new ParameterStore(manager, false), false);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private static NDArray normal(NDManager manager, long seed, long... shape) {
        int count = Math.toIntExact(new Shape(shape).size());
        float[] values = Draw.normal(1).values(count, new java.util.Random(seed));
        return manager.create(values, new Shape(shape));
    }

    @Test
    void eachImageGetsOneLogit() {
        NDArray logits = discriminator.apply(pass, normal(manager, 1, 8, 3, 16, 16));
        assertThat(logits.getShape()).isEqualTo(new Shape(8));
        assertThat(logits.toFloatArray()).doesNotHaveDuplicates();
    }

    @Test
    void itsParametersHaveTheNamesAndShapesOfThePort() {
        Map<String, String> shapes =
                discriminator.parameters().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        e -> e.getValue().getShape().toString()));
        assertThat(shapes)
                .containsOnly(
                        Map.entry("convs.0.0.weight", "(6, 3, 1, 1)"),
                        Map.entry("convs.0.1.bias", "(6)"),
                        Map.entry("convs.1.conv1.0.weight", "(6, 6, 3, 3)"),
                        Map.entry("convs.1.conv1.1.bias", "(6)"),
                        Map.entry("convs.1.conv2.1.weight", "(8, 6, 3, 3)"),
                        Map.entry("convs.1.conv2.2.bias", "(8)"),
                        Map.entry("convs.1.skip.1.weight", "(8, 6, 1, 1)"),
                        Map.entry("convs.2.conv1.0.weight", "(8, 8, 3, 3)"),
                        Map.entry("convs.2.conv1.1.bias", "(8)"),
                        Map.entry("convs.2.conv2.1.weight", "(12, 8, 3, 3)"),
                        Map.entry("convs.2.conv2.2.bias", "(12)"),
                        Map.entry("convs.2.skip.1.weight", "(12, 8, 1, 1)"),
                        Map.entry("final_conv.0.weight", "(12, 13, 3, 3)"),
                        Map.entry("final_conv.1.bias", "(12)"),
                        Map.entry("final_linear.0.weight", "(12, 192)"),
                        Map.entry("final_linear.0.bias", "(12)"),
                        Map.entry("final_linear.1.weight", "(1, 12)"),
                        Map.entry("final_linear.1.bias", "(1)"));
    }

    @Test
    void imagesOfAnotherSizeAreRefusedByTheirShape() {
        assertThatThrownBy(() -> discriminator.apply(pass, manager.zeros(new Shape(4, 3, 32, 32))))
                .hasMessage("image has shape (4, 3, 32, 32), expected (any, 3, 16, 16)");
    }

    @Test
    void aHalvingLayerFiltersBeforeItSkipsPixels() {
        DiscriminatorLayer skip = new DiscriminatorLayer(1, 1, 1, DiscriminatorLayer.Kind.SKIP);
        skip.draw(manager, 5);
        float weight = skip.parameters().get("1.weight").getArray().toFloatArray()[0];
        float[] values = new float[64];
        values[3 * 8 + 4] = 64; // a single bright pixel at (4, 3)
        NDArray x = manager.create(values, new Shape(1, 1, 8, 8));
        float[] y = skip.apply(pass, Dual.of(x)).value().toFloatArray(); // [1, 1, 4, 4]
        // Output (u, v) sees columns 2u − 1 … 2u + 2 and rows alike, with weights 1, 3, 3, 1 of 8.
        assertThat(y[4 + 1]).as("third row, fourth column").isCloseTo(3 * weight, within(1e-5f));
        assertThat(y[4 + 2]).as("third row, second column").isCloseTo(9 * weight, within(1e-5f));
        assertThat(y[0]).as("out of sight").isZero();
    }

    @Test
    void theMinibatchDeviationIsThatOfEachGroup() {
        int n = 8;
        int values = 2 * 3 * 3;
        NDArray x = normal(manager, 2, n, 2, 3, 3);
        float[] flat = x.toFloatArray();
        NDArray y = MinibatchDeviation.append(Dual.of(x)).value();
        assertThat(y.getShape()).isEqualTo(new Shape(n, 3, 3, 3));
        float[] appended = y.toFloatArray();
        for (int image = 0; image < n; image++) {
            int start = image * 27;
            assertThat(Arrays.copyOfRange(appended, start, start + values))
                    .as("the channels of image %d", image)
                    .isEqualTo(Arrays.copyOfRange(flat, image * values, (image + 1) * values));
            float expected = (float) deviation(flat, image % 2, values);
            for (int i = start + values; i < start + 27; i++) {
                assertThat(appended[i]).as("image %d", image).isCloseTo(expected, within(1e-5f));
            }
        }
    }

    /** Mean over all values of the standard deviation over images group, group + 2, … + 6. */
    private static double deviation(float[] flat, int group, int values) {
        double sum = 0;
        for (int i = 0; i < values; i++) {
            double mean = 0;
            double square = 0;
            for (int image = group; image < 8; image += 2) {
                mean += flat[image * values + i] / 4.0;
                square += flat[image * values + i] * flat[image * values + i] / 4.0;
            }
            sum += Math.sqrt(square - mean * mean);
        }
        return sum / values;
    }

    @Test
    void imagesThatAreAllAlikeHaveNoDeviation() {
        NDArray alike = manager.ones(new Shape(4, 1, 2, 2));
        float[] y = MinibatchDeviation.append(Dual.of(alike)).value().toFloatArray();
        assertThat(y[4]).isCloseTo(0, within(1.1e-4f)); // √1e-8
    }
}
