/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.explore.pair.Crossover;
import org.onemodel.explore.pair.Interpolation;
import org.onemodel.explore.pair.InterpolationMode;
import org.onemodel.explore.pair.PairOutput;
import org.onemodel.explore.pair.StyleMix;
import org.onemodel.explore.pair.StyleNoise;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;
import org.onemodel.service.Explorer;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** Interpolate and Mix Styles in SciJava. */
class PairOfImagesTest {

    private static final String MODELS = "onemodel.models";

    @TempDir private static Path models;
    private static String modelsBefore;
    private static Context context;

    private final ImagePlus first = TinyModel.image(40, 30, 1, 8);
    private final ImagePlus second = TinyModel.image(40, 30, 1, 16);

    @BeforeAll
    static void start() throws IOException {
        TinyBundle.write(models);
        TinyBundle.writeGenerator(models);
        modelsBefore = System.setProperty(MODELS, models.toString());
        context = new Context(CommandService.class, OneModelService.class);
    }

    @AfterAll
    static void stop() {
        context.dispose();
        if (modelsBefore == null) {
            System.clearProperty(MODELS);
        } else {
            System.setProperty(MODELS, modelsBefore);
        }
    }

    private Module run(Class<? extends Command> command, Object... keysAndValues)
            throws InterruptedException, ExecutionException {
        second.getProcessor().flipHorizontal();
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("image", first);
        inputs.put("second", second);
        inputs.put("model", TinyBundle.NAME);
        inputs.put("device", "cpu");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            inputs.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        CommandInfo info = context.service(CommandService.class).getCommand(command);
        return context.service(ModuleService.class).run(info, true, inputs).get();
    }

    private static Explorer explorer() {
        RestoreOptions options =
                RestoreOptions.defaults().withModel(TinyBundle.NAME).withDevice("cpu");
        return context.service(OneModelService.class).explorer(options);
    }

    private static void assertSame(Module done, String output, ImagePlus expected) {
        ImagePlus actual = (ImagePlus) done.getOutput(output);
        assertThat(actual.getDimensions()).isEqualTo(expected.getDimensions());
        for (int i = 1; i <= expected.getStackSize(); i++) {
            assertThat(actual.getStack().getPixels(i))
                    .as("slice %d of %s", i, output)
                    .isEqualTo(expected.getStack().getPixels(i));
        }
    }

    @Test
    void interpolateGivesWhatTheServiceGives() throws Exception {
        Module plain = run(Interpolate.class);
        assertSame(
                plain,
                "result",
                explorer().interpolate(first, second, Interpolation.defaults()).get(0));
        assertThat(plain.getOutput("montage")).isNull();

        Module both =
                run(
                        Interpolate.class,
                        "steps",
                        "4",
                        "mode",
                        "latent",
                        "seed",
                        "-3",
                        "show",
                        "both");
        List<ImagePlus> expected =
                explorer()
                        .interpolate(
                                first,
                                second,
                                Interpolation.defaults()
                                        .withSteps(4)
                                        .withMode(InterpolationMode.LATENT)
                                        .withSeed(-3)
                                        .withShow(PairOutput.BOTH));
        assertSame(both, "result", expected.get(0));
        assertSame(both, "montage", expected.get(1));

        Module montage = run(Interpolate.class, "steps", "3", "show", "montage");
        assertThat(((ImagePlus) montage.getOutput("result")).getTitle())
                .isEqualTo("tiny-interpolation-montage.tif");
        assertThat(montage.getOutput("montage")).isNull();
    }

    @Test
    void mixStylesGivesWhatTheServiceGives() throws Exception {
        assertSame(
                run(MixStyles.class),
                "result",
                explorer().mixStyles(first, second, StyleMix.defaults()).get(0));

        Module both =
                run(
                        MixStyles.class,
                        "crossover",
                        "2",
                        "noise",
                        "random",
                        "seed",
                        "9",
                        "show",
                        "both");
        List<ImagePlus> expected =
                explorer()
                        .mixStyles(
                                first,
                                second,
                                StyleMix.defaults()
                                        .withCrossover(Crossover.atLayer(2))
                                        .withNoise(StyleNoise.RANDOM)
                                        .withSeed(9)
                                        .withShow(PairOutput.BOTH));
        assertSame(both, "result", expected.get(0));
        assertSame(both, "montage", expected.get(1));
    }

    @Test
    void theSeedIsAskedWhereThereIsRandomNoise() {
        Interpolate interpolate = new Interpolate();
        assertThat(interpolate.matters("seed", Map.of("mode", "all", "show", "stack"))).isFalse();
        assertThat(interpolate.matters("seed", Map.of("mode", "latent", "show", "stack"))).isTrue();
        assertThat(interpolate.matters("seed", Map.of("mode", "all", "show", "both"))).isTrue();
        MixStyles mix = new MixStyles();
        assertThat(mix.matters("seed", Map.of("noise", "first", "show", "image"))).isFalse();
        assertThat(mix.matters("seed", Map.of("noise", "random", "show", "image"))).isTrue();
        assertThat(mix.matters("crossover", Map.of())).isTrue();
    }

    @Test
    void whatIsWrongIsToldInASentence() {
        assertFails(
                Interpolate.class,
                "The number of steps is 'x'; give a whole number from 2.",
                "steps",
                "x");
        assertFails(
                Interpolate.class,
                "The number of steps is 1; give at least 2, as the two ends are among them.",
                "steps",
                "1");
        assertFails(
                Interpolate.class,
                "The option mode is 'half'; give all or latent or noise.",
                "mode",
                "half");
        assertFails(
                Interpolate.class,
                "The seed is '1.5'; give a whole number such as 7.",
                "seed",
                "1.5");
        assertFails(
                MixStyles.class,
                "The crossover is 7; the model 'tiny' has 6 latent layers: give 0 (all of the"
                        + " second image) to 6 (all of the first), or a resolution from 4x4 to"
                        + " 16x16 that is a power of two.",
                "crossover",
                "7");
        assertFails(
                MixStyles.class,
                "The option show is 'stack'; give image or montage or both.",
                "show",
                "stack");
        assertFails(
                MixStyles.class,
                "'tiny.tif' has 40 x 30 pixels and 'tiny.tif' has 41 x 30 pixels; both need one"
                        + " size: make selections of one size in both (Edit > Selection >"
                        + " Specify...), or crop or scale one of them.",
                "second",
                TinyModel.image(41, 30, 1, 8));
        assertFails(
                Interpolate.class,
                "This model is a generator without an encoder and cannot read images: choose a"
                        + " model with an encoder.",
                "model",
                TinyBundle.GENERATOR);
    }

    private void assertFails(Class<? extends Command> command, String message, Object... inputs) {
        assertThatThrownBy(() -> run(command, inputs))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .cause()
                .isInstanceOf(OneModelException.class)
                .hasMessage(message);
    }
}
