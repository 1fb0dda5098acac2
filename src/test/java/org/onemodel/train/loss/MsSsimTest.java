/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onemodel.evaluate.Ssim;

class MsSsimTest {

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    private NDArray tensor(float[] values, int height, int width) {
        return Pictures.tensor(manager, values, height, width);
    }

    private static double naive(float[] x, float[] y, int image, int[] size, int scales) {
        double sum = 0;
        for (int plane = 3 * image; plane < 3 * image + 3; plane++) {
            sum +=
                    NaiveMsSsim.of(
                            Pictures.plane(x, plane, size[0], size[1]),
                            Pictures.plane(y, plane, size[0], size[1]),
                            scales);
        }
        return sum / 3;
    }

    @Test
    void itAgreesWithPlainLoopsAtAnyNumberOfScales() {
        int[][] sizesAndScales = {
            {11, 14, 1}, {23, 40, 2}, {61, 47, 3}, {91, 88, 4}, {177, 180, 5}
        };
        for (int[] size : sizesAndScales) {
            float[] x = Pictures.draw(1, 1, size[0], size[1], 0.1);
            float[] y = Pictures.draw(2, 1, size[0], size[1], 0.3);

            float similarity =
                    MsSsim.of(tensor(x, size[0], size[1]), tensor(y, size[0], size[1])).getFloat();

            assertThat(MsSsim.scales(size[0], size[1])).isEqualTo(size[2]);
            assertThat((double) similarity)
                    .as(Arrays.toString(size))
                    .isCloseTo(naive(x, y, 0, size, size[2]), within(1e-5));
        }
    }

    @Test
    void atOneScaleItIsTheSsimByWhichImagesAreEvaluated() {
        float[] x = Pictures.draw(1, 1, 21, 18, 0.1);
        float[] y = Pictures.draw(2, 1, 21, 18, 0.2);
        float[][] xs = new float[3][];
        float[][] ys = new float[3][];
        for (int c = 0; c < 3; c++) {
            xs[c] = bright(x, c);
            ys[c] = bright(y, c);
        }

        float similarity = MsSsim.of(tensor(x, 21, 18), tensor(y, 21, 18)).getFloat();

        assertThat((double) similarity).isCloseTo(Ssim.ofChannels(xs, ys, 18, 21, 2), within(1e-5));
    }

    /** A channel on the scale from 0 to 2. */
    private static float[] bright(float[] values, int channel) {
        int size = values.length / 3;
        float[] plane = Arrays.copyOfRange(values, channel * size, (channel + 1) * size);
        for (int i = 0; i < size; i++) {
            plane[i] += 1;
        }
        return plane;
    }

    @Test
    void eachImageOfABatchIsJudgedAlone() {
        int[] size = {24, 30};
        float[] x = Pictures.draw(1, 3, 24, 30, 0.1);
        float[] y = Pictures.draw(2, 3, 24, 30, 0.2);

        float[] similarity = MsSsim.of(tensor(x, 24, 30), tensor(y, 24, 30)).toFloatArray();

        assertThat(similarity).hasSize(3);
        for (int image = 0; image < 3; image++) {
            assertThat((double) similarity[image])
                    .isCloseTo(naive(x, y, image, size, 2), within(1e-5));
        }
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        float[] x = Pictures.draw(1, 1, 45, 46, 0.1);
        float[] y = Pictures.draw(2, 1, 45, 46, 0.2);
        float[] gradient = gradient(tensor(x, 45, 46), tensor(y, 45, 46));
        double step = 1e-5;
        double largest = 0;
        for (int i = 0; i < x.length; i += 613) {
            int plane = i / (45 * 46);
            double[][] from = Pictures.plane(x, plane, 45, 46);
            double[][] to = Pictures.plane(y, plane, 45, 46);
            from[i / 46 % 45][i % 46] += step;
            double above = NaiveMsSsim.of(from, to, 3);
            from[i / 46 % 45][i % 46] -= 2 * step;
            double below = NaiveMsSsim.of(from, to, 3);
            double expected = (above - below) / (2 * step) / 3; // the mean of three channels
            assertThat((double) gradient[i]).as("value " + i).isCloseTo(expected, within(1e-6));
            largest = Math.max(largest, Math.abs(expected));
        }
        assertThat(largest).isGreaterThan(1e-4);
    }

    private static float[] gradient(NDArray x, NDArray y) {
        x.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            collector.backward(MsSsim.of(x, y).sum());
        }
        return x.getGradient().toFloatArray();
    }

    @Test
    void equalImagesAreOneAndOppositeOnesHaveAFiniteGradient() {
        NDArray x = tensor(Pictures.draw(1, 1, 44, 44, 0.1), 44, 44);

        assertThat(MsSsim.of(x, x).getFloat()).isCloseTo(1, within(1e-6f));
        assertThat(MsSsim.of(x, x.neg()).getFloat()).isBetween(0f, 0.01f);
        for (float slope : gradient(x, x.neg())) {
            assertThat(slope).isFinite();
        }
        for (float slope : gradient(tensor(new float[3 * 44 * 44], 44, 44), x)) {
            assertThat(slope).isFinite();
        }
    }

    @Test
    void imagesWithoutRoomForAWindowAreRefused() {
        NDArray x = tensor(new float[3 * 10 * 20], 10, 20);

        assertThatThrownBy(() -> MsSsim.of(x, x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "MS-SSIM needs images of at least 11 pixels a side, but these have 20 ×"
                                + " 10");
    }
}
