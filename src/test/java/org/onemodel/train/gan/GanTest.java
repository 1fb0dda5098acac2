/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
        assertThat(values("discriminator.weight.convs.0.0.weight").values())
                .doesNotContainAnyElementsOf(
                        between.entrySet().stream()
                                .filter(e -> e.getKey().endsWith("convs.0.0.weight"))
                                .map(Map.Entry::getValue)
                                .toList());
        assertUnchanged(generating, "generator.");
    }

    @Test
    void theGeneratorsStepChangesAllOfItsWeightsAndNothingOfTheDiscriminator() {
        Map<String, float[]> judging = values("discriminator.");
        Map<String, float[]> generating = values("generator.weight.");
        gan.stepGenerator(batch(0), 0);
        assertEachChanged(generating, "generator.weight.");
        assertUnchanged(judging, "discriminator.");
    }

    @Test
    void gradientsOfOneStepDoNotReachTheNext() {
        gan.stepDiscriminator(batch(0), 0);
        gan.stepGenerator(batch(0), 0);
        Map<String, float[]> before = values("discriminator.");
        // Were a gradient of the generator's step left, the penalty's step would follow it.
        gan.stepDiscriminator(batch(1), 1);
        Map<String, float[]> after = values("discriminator.");
        gan.close();
        try {
            draw();
        } catch (ModelException e) {
            throw new AssertionError(e);
        }
        gan.stepDiscriminator(batch(0), 0);
        assertUnchanged(before, "discriminator.");
        assertThat(after).isNotEmpty();
    }

    @Test
    void theFirstLogitsCostTwoOrThreeBitsAndNoNoiseIsHeard() {
        assertThat(values("generator.weight.conv1.noise.weight").values())
                .allSatisfy(weight -> assertThat(weight).containsExactly(0));
        assertThat(gan.iterate(batch(0), 0))
                .containsOnlyKeys(Gan.DISCRIMINATOR_LOSS, Gan.R1, Gan.GENERATOR_LOSS);
        assertThat(gan.iterate(batch(1), 1))
                .containsOnlyKeys(Gan.DISCRIMINATOR_LOSS, Gan.GENERATOR_LOSS);
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
