/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onemodel.model.ModelException;
import org.onemodel.model.TensorEngine;
import org.onemodel.train.settings.TrainingException;

class GanTest {

    private static final int ITERATIONS = 100;

    private GeneratorConfig config;
    private Gan gan;

    @BeforeEach
    void draw() throws ModelException {
        config = TinyGan.config(Path.of("unused"), "unused", ITERATIONS);
        gan = new Gan(config, TensorEngine.newManager(Device.cpu()));
    }

    @AfterEach
    void close() {
        gan.close();
    }

    private GanBatch batch(int iteration) {
        return GanBatch.of(config, TinyGan.SQUARES, gan.generator(), iteration);
    }

    private Map<String, float[]> values(String prefix) {
        Map<String, float[]> values = new LinkedHashMap<>();
        gan.state()
                .forEach(
                        (name, tensor) -> {
                            if (name.startsWith(prefix)) {
                                values.put(name, tensor.toFloatArray());
                            }
                        });
        assertThat(values).isNotEmpty();
        return values;
    }

    private void assertUnchanged(Map<String, float[]> before, String prefix) {
        values(prefix)
                .forEach((name, after) -> assertThat(after).as(name).isEqualTo(before.get(name)));
    }

    private void assertEachChanged(Map<String, float[]> before, String prefix) {
        values(prefix)
                .forEach(
                        (name, after) -> assertThat(after).as(name).isNotEqualTo(before.get(name)));
    }

    @Test
    void theDiscriminatorsStepsChangeAllOfItsWeightsAndNothingOfTheGenerator() {
        Map<String, float[]> judging = values("discriminator.weight.");
        Map<String, float[]> generating = values("generator.");
        gan.stepDiscriminator(batch(0), 0);
        assertEachChanged(judging, "discriminator.weight.");
        Map<String, float[]> between = values("discriminator.weight.");
        gan.stepGradientPenalty(batch(0), 0);
        String first =
                "discriminator.weight.convs.0.0.weight"; // the slope has no part of the last bias
        assertThat(values(first).get(first)).isNotEqualTo(between.get(first));
        assertUnchanged(generating, "generator.");
    }

    @Test
    void theGeneratorsStepsChangeAllOfItsWeightsAndNothingOfTheDiscriminator() {
        Map<String, float[]> judging = values("discriminator.");
        Map<String, float[]> generating = values("generator.weight.");
        gan.stepGenerator(batch(0), 0);
        assertEachChanged(generating, "generator.weight.");
        String mapping = "generator.weight.style.1.weight";
        float[] between = values(mapping).get(mapping);
        gan.stepPathLength(batch(0), 0);
        assertThat(values(mapping).get(mapping)).isNotEqualTo(between);
        assertUnchanged(judging, "discriminator.");
    }

    @Test
    void noGradientIsLeftForTheNextStep() {
        gan.iterate(batch(0), 0);
        gan.discriminator().parameters().values().forEach(parameter -> parameter.freeze(false));
        gan.discriminator().parameters().forEach(this::assertNoGradient);
        gan.generator().parameters().forEach(this::assertNoGradient);
    }

    private void assertNoGradient(String name, Parameter parameter) {
        try (NDArray gradient = parameter.getArray().getGradient()) {
            assertThat(gradient.abs().max().getFloat()).as(name).isZero();
        }
    }

    @Test
    void eachPenaltyIsTakenWhereItIsDue() {
        List<Integer> r1 = new ArrayList<>();
        List<Integer> pathLength = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Map<String, Double> figures = gan.iterate(batch(i), i);
            if (figures.containsKey(Gan.R1)) {
                r1.add(i);
            }
            if (figures.containsKey(Gan.PATH_LENGTH)) {
                pathLength.add(i);
            }
        }
        assertThat(r1).containsExactly(0, 4, 8);
        assertThat(pathLength).containsExactly(0, 5);
    }

    @Test
    void noNoiseIsHeardBeforeTrainingAndSomeAfterwards() {
        String strengths = "generator.weight.conv1.noise.weight";
        assertThat(values(strengths).get(strengths)).containsExactly(0);
        gan.iterate(batch(0), 0);
        assertThat(values(strengths).get(strengths)).doesNotContain(0);
    }

    @Test
    void trainingBringsTheMeanOfTheImagesNearThatOfTheDataAndKeepsItsMemory() {
        double target = mean(batch(0).real());
        double before = Math.abs(meanOfSamples() - target);
        gan.iterate(batch(0), 0);
        int tensors = gan.manager().getManagedArrays().size();
        for (int i = 1; i < ITERATIONS; i++) {
            gan.iterate(batch(i), i);
        }
        assertThat(gan.manager().getManagedArrays()).hasSize(tensors);
        double after = Math.abs(meanOfSamples() - target);
        assertThat(before).isGreaterThan(0.3);
        assertThat(after).isLessThan(before / 2);
    }

    private double meanOfSamples() {
        SplittableRandom random = new SplittableRandom(7);
        return mean(gan.sample(GeneratorInput.draw(gan.generator(), 16, 0, random)));
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    @Test
    void aLossThatIsNoNumberStopsInOneSentenceAndChangesNothing() {
        GanBatch batch = batch(0);
        Arrays.fill(batch.real(), Float.NaN);
        Map<String, float[]> before = values("discriminator.");
        assertThatThrownBy(() -> gan.iterate(batch, 41))
                .isInstanceOf(TrainingException.class)
                .hasMessage(
                        "The loss of the discriminator is no longer a number at iteration 42: lower"
                                + " optimizer.learningRate or raise r1.weight, and resume with"
                                + " --resume.");
        assertUnchanged(before, "discriminator.");
    }
}
