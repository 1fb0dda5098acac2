/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onemodel.train.data.ValidationSet.Example;

class ValidationSetTest extends DataTestBase {

    private static final NoiseConfig FULL = noise("noise.sigma", List.of(5, 50));

    private static NoiseConfig noise(Object... settings) {
        return NoiseConfig.read(settings(settings));
    }

    @BeforeEach
    void images() {
        save("train/a.tif", grey8(40, 40, 1));
        save("train/b.tif", grey8(40, 40, 2));
        save("grey/stack.tif", grey8(40, 70, 3), grey8(40, 70, 4), grey8(40, 70, 5));
        save("mixed/grey.tif", grey8(20, 20, 6));
        save("mixed/colour.png", colour(20, 20, 7));
    }

    private ValidationSet open(String validation, NoiseConfig noise, Object... settings) {
        Object[] all = Arrays.copyOf(settings, settings.length + 2);
        all[settings.length] = "data.validation";
        all[settings.length + 1] = path(validation);
        return TrainingData.open(config(all), noise, 1).validation();
    }

    private static double deviation(Example example) {
        double sum = 0;
        for (int i = 0; i < example.input().length; i++) {
            sum += Math.pow((example.input()[i] - example.target()[i]) * 127.5, 2);
        }
        return Math.sqrt(sum / example.input().length);
    }

    @Test
    void gaussianNoiseIsMeasuredAtThePublishedLevels() {
        ValidationSet examples = open("grey", FULL);
        assertThat(examples.conditions())
                .containsExactly("grey sigma 15", "grey sigma 25", "grey sigma 50");
        assertThat(examples).hasSize(9);
        for (Example example : examples) {
            double sigma = Double.parseDouble(example.condition().substring(11));
            assertThat(deviation(example)).isCloseTo(sigma, within(0.1 * sigma));
            assertThat(example.side()).as("at most twice the crop").isEqualTo(32);
        }
    }

    @Test
    void coloursAreMeasuredAtTheMiddleLevelToo() {
        ValidationSet examples = open("mixed", FULL);
        assertThat(examples.conditions())
                .containsExactly(
                        "grey sigma 15", "grey sigma 25", "grey sigma 50", "colour sigma 25");
        List<Example> colours = examples.stream().filter(e -> !e.grey()).toList();
        assertThat(colours).singleElement().satisfies(e -> assertThat(e.side()).isEqualTo(16));
        assertThat(open("mixed", FULL, "data.colour", "colour").conditions())
                .containsExactly("colour sigma 15", "colour sigma 25", "colour sigma 50");
        assertThat(open("mixed", FULL, "data.colour", "grey").conditions())
                .allMatch(name -> name.startsWith("grey"));
        assertThat(open("grey", FULL, "data.colour", "colour").conditions())
                .as("without colours")
                .allMatch(name -> name.startsWith("grey"));
    }

    @Test
    void levelsOutsideTheTrainedRangeAreLeftOut() {
        assertThat(open("grey", noise("noise.sigma", List.of(20, 60))).conditions())
                .containsExactly("grey sigma 25", "grey sigma 50");
        assertThat(open("grey", noise("noise.sigma", List.of(1, 4))).conditions())
                .containsExactly("grey sigma 2.5");
    }

    @Test
    void otherTrainingsHaveOneCondition() {
        NoiseConfig photons = noise("noise.poissonGaussian", Map.of("gain", List.of(1, 16)));
        assertThat(open("grey", photons).conditions()).containsExactly("grey poissonGaussian");
        assertThat(open("grey", NoiseConfig.NONE).conditions())
                .containsExactly("grey reconstruction");
        assertThat(open("mixed", NoiseConfig.NONE).conditions())
                .containsExactly("grey reconstruction", "colour reconstruction");
        for (Example example : open("mixed", NoiseConfig.NONE)) {
            assertThat(example.input()).isEqualTo(example.target());
        }
    }

    @Test
    void pairsAreTakenAsTheyAre() {
        save("targets/stack.tif", flat8(40, 70, 9), flat8(40, 70, 9), flat8(40, 70, 9));
        save("train targets/a.tif", flat8(40, 40, 9));
        save("train targets/b.tif", flat8(40, 40, 9));
        ValidationSet examples =
                open(
                        "grey",
                        NoiseConfig.NONE,
                        "data.supervision",
                        "pairs",
                        "data.targets",
                        path("train targets"),
                        "data.validationTargets",
                        path("targets"));
        assertThat(examples.conditions()).containsExactly("grey pairs");
        for (Example example : examples) {
            for (float value : example.target()) {
                assertThat(value).isEqualTo(9 / 127.5f - 1, within(1e-6f));
            }
        }
    }

    @Test
    void blindSpotExamplesHaveAMask() {
        for (Example example : open("grey", NoiseConfig.NONE, "data.supervision", "blindSpot")) {
            assertThat(example.condition()).isEqualTo("grey blindSpot");
            assertThat(example.mask().orElseThrow()).hasSize(32 * 32).contains(1);
        }
    }

    @Test
    void examplesAreAlwaysTheSame() {
        ValidationSet examples = open("mixed", FULL);
        List<Example> again = open("mixed", FULL).stream().toList();
        int i = 0;
        for (Example example : examples) {
            assertThat(again.get(i).file()).isEqualTo(example.file());
            assertThat(again.get(i).condition()).isEqualTo(example.condition());
            assertThat(again.get(i).input()).isEqualTo(example.input());
            i++;
        }
        assertThat(i).isEqualTo(again.size());
    }

    @Test
    void atMostTheGivenNumberOfPlanesIsUsedFromTheWholeOfTheSet() {
        ValidationSet examples = open("grey", NoiseConfig.NONE, "data.validationImages", 2);
        assertThat(examples)
                .extracting(Example::file)
                .containsExactly(path("grey/stack.tif"), path("grey/stack.tif") + ", plane 2");
    }

    @Test
    void aShareOfTheFilesIsHeldOutFromTraining() {
        ValidationSet examples =
                TrainingData.open(
                                config("data.images", List.of(path("train"), path("grey"))),
                                NoiseConfig.NONE,
                                1)
                        .validation();
        assertThat(examples.stream().map(Example::file).map(f -> f.split(",")[0]).distinct())
                .hasSize(1);
    }
}
