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
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.SharedData;
import org.onemodel.lpips.LpipsNetwork;

class ObjectiveTest {

    private static final int HEIGHT = 23;
    private static final int WIDTH = 24;
    private static final int PIXELS = HEIGHT * WIDTH;

    private final NDManager manager = NDManager.newBaseManager();
    private final float[] x = Pictures.draw(1, 2, HEIGHT, WIDTH, 0.1);
    private final float[] y = Pictures.draw(2, 2, HEIGHT, WIDTH, 0.3);
    private final NDArray output = Pictures.tensor(manager, x, HEIGHT, WIDTH);
    private final NDArray target = Pictures.tensor(manager, y, HEIGHT, WIDTH);

    @TempDir Path folder;

    @AfterEach
    void close() {
        manager.close();
    }

    private static ObjectiveConfig config(double mse, double l1, double msSsim, double lpips) {
        return new ObjectiveConfig(
                mse, l1, msSsim, lpips, LpipsNetwork.SQUEEZE, Optional.empty(), false);
    }

    private Objective objective(double mse, double l1, double msSsim) throws IOException {
        return Objective.of(config(mse, l1, msSsim, 0), manager);
    }

    /** The gradient of the total with respect to the output. */
    private float[] gradient(Objective objective, Optional<NDArray> mask) {
        output.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            collector.backward(objective.loss(output, target, mask).total());
        }
        return output.getGradient().toFloatArray();
    }

    @Test
    void lossesAreMeansOverPixelsSummedOverTheBatchAndWeighted() throws IOException {
        double squares = 0;
        double absolutes = 0;
        for (int i = 0; i < x.length; i++) {
            squares += Math.pow(x[i] - y[i], 2);
            absolutes += Math.abs(x[i] - y[i]);
        }
        double mse = squares / (3 * PIXELS);
        double l1 = absolutes / (3 * PIXELS);
        double msSsim = 2 - MsSsim.of(output, target).sum().getFloat();
        try (Objective objective = objective(2, 3, 0.5)) {
            Terms terms = objective.loss(output, target, Optional.empty());

            assertThat((double) terms.total().getFloat())
                    .isCloseTo(2 * mse + 3 * l1 + 0.5 * msSsim, within(1e-5));
            assertThat(terms.parts()).containsOnlyKeys("mse", "l1", "msSsim");
            assertThat((double) terms.parts().get("mse").getFloat())
                    .isCloseTo(mse / 2, within(1e-6));
            assertThat((double) terms.parts().get("l1").getFloat()).isCloseTo(l1 / 2, within(1e-6));
            assertThat((double) terms.parts().get("msSsim").getFloat())
                    .isCloseTo(msSsim / 2, within(1e-6));
        }
    }

    @Test
    void theGradientIsThatOfEachImageAlone() throws IOException {
        try (Objective objective = objective(2, 3, 0)) {
            float[] gradient = gradient(objective, Optional.empty());

            for (int i = 0; i < x.length; i += 97) {
                double difference = x[i] - y[i];
                double expected = (4 * difference + 3 * Math.signum(difference)) / (3 * PIXELS);
                assertThat((double) gradient[i]).isCloseTo(expected, within(1e-7));
            }
        }
    }

    @Test
    void aMaskMakesTheLossAMeanOverTheMarkedPixels() throws IOException {
        float[] marks = new float[2 * PIXELS]; // none in the second image
        marks[5] = 1;
        marks[100] = 1;
        NDArray mask = manager.create(marks, new Shape(2, 1, HEIGHT, WIDTH));
        double squares = 0;
        double absolutes = 0;
        for (int c = 0; c < 3; c++) {
            for (int pixel : new int[] {5, 100}) {
                double difference = x[c * PIXELS + pixel] - y[c * PIXELS + pixel];
                squares += difference * difference / 6;
                absolutes += Math.abs(difference) / 6;
            }
        }
        try (Objective objective = objective(1, 1, 0)) {
            Terms terms = objective.loss(output, target, Optional.of(mask));
            float[] gradient = gradient(objective, Optional.of(mask));

            assertThat((double) terms.total().getFloat())
                    .isCloseTo(squares + absolutes, within(1e-5));
            for (int i = 0; i < gradient.length; i++) {
                boolean marked = i < 3 * PIXELS && marks[i % PIXELS] > 0;
                assertThat(gradient[i] != 0).as("value " + i).isEqualTo(marked);
            }
        }
    }

    @Test
    void aMaskThatMarksAllChangesNothing() throws IOException {
        NDArray mask = manager.ones(new Shape(2, 1, HEIGHT, WIDTH));
        try (Objective objective = objective(1, 1, 0)) {
            float masked = objective.loss(output, target, Optional.of(mask)).total().getFloat();
            float plain = objective.loss(output, target, Optional.empty()).total().getFloat();

            assertThat(masked).isCloseTo(plain, within(1e-5f));
        }
    }

    @Test
    void similarityCannotBeMasked() throws IOException {
        NDArray mask = manager.ones(new Shape(2, 1, HEIGHT, WIDTH));
        try (Objective objective = objective(1, 0, 1)) {
            assertThatThrownBy(() -> objective.loss(output, target, Optional.of(mask)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("MS-SSIM compares neighbourhoods");
        }
    }

    @Test
    void onlyTheTwoResultsOfEachCallStayInMemory() throws IOException {
        try (Objective objective = objective(1, 0, 1);
                NDManager caller = manager.newSubManager()) {
            output.attach(caller);

            Terms terms = objective.loss(output, target, Optional.empty());

            assertThat(terms.total().getManager()).isSameAs(caller);
            assertThat(caller.getManagedArrays()).hasSize(4); // output, total, two parts
            assertThat(target.getManager()).isSameAs(manager);
        }
    }

    @Test
    void noGradientFlowsToTheTarget() throws IOException {
        target.setRequiresGradient(true);
        try (Objective objective = objective(1, 1, 1)) {
            gradient(objective, Optional.empty());

            assertThat(target.getGradient().abs().sum().getFloat()).isZero();
        }
    }

    @Test
    void tensorsOfOtherShapesAreNamed() throws IOException {
        NDArray small = manager.zeros(new Shape(2, 3, HEIGHT, WIDTH - 1));
        NDArray mask = manager.ones(new Shape(2, 3, HEIGHT, WIDTH));
        try (Objective objective = objective(1, 0, 0)) {
            assertThatThrownBy(() -> objective.loss(output, small, Optional.empty()))
                    .hasMessage("target has shape (2, 3, 23, 23), expected (2, 3, 23, 24)");
            assertThatThrownBy(() -> objective.loss(output, target, Optional.of(mask)))
                    .hasMessage("mask has shape (2, 3, 23, 24), expected (2, 1, 23, 24)");
        }
    }

    @Test
    void withoutItsWeightsLpipsIsRefusedInOneSentence() {
        ObjectiveConfig missing =
                new ObjectiveConfig(0, 0, 0, 1, LpipsNetwork.SQUEEZE, Optional.of(folder), false);

        assertThatThrownBy(() -> Objective.of(missing, manager))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("squeezenet1_1-b8a52dc0.pth are missing")
                .hasMessageContaining(folder.toString());
    }

    @Test
    void lpipsWithTrainedWeightsIsAddedAndFallsWithTheErrors() throws IOException {
        Path weights = SharedData.get("data/lpips");
        ObjectiveConfig config =
                new ObjectiveConfig(1, 0, 0, 2, LpipsNetwork.SQUEEZE, Optional.of(weights), false);
        try (Objective objective = Objective.of(config, manager)) {
            Terms terms = objective.loss(output, target, Optional.empty());
            NDArray between = output.add(target).div(2);
            Terms closer = objective.loss(between, target, Optional.empty());

            float mse = terms.parts().get("mse").getFloat();
            float lpips = terms.parts().get("lpips").getFloat();
            assertThat(terms.total().getFloat()).isCloseTo(2 * (mse + 2 * lpips), within(1e-5f));
            assertThat(closer.parts().get("lpips").getFloat()).isBetween(0.001f, lpips);
            assertThat(gradient(objective, Optional.empty())).doesNotContain(Float.NaN);
        }
    }
}
