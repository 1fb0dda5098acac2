/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.explore.sweep.NoiseFactors;
import org.onemodel.explore.sweep.NoiseSweepResult;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

class CommandsTest {

    private static final String MODELS = "onemodel.models";
    private static final RestoreOptions OPTIONS =
            RestoreOptions.defaults()
                    .withModel(TinyBundle.NAME)
                    .withDevice("cpu")
                    .withTile(48)
                    .withOverlap(8)
                    .withBatch(2);

    @TempDir private static Path models;
    private static String modelsBefore;
    private static Context context;
    private static OneModelService service;

    @BeforeAll
    static void start() throws IOException {
        TinyBundle.write(models);
        modelsBefore = System.setProperty(MODELS, models.toString());
        context = new Context(CommandService.class, OneModelService.class);
        service = context.service(OneModelService.class);
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

    /** A part of a test image, for speed. */
    private static ImagePlus image(String name) {
        ImagePlus image = IJ.openImage("test-images/" + name);
        image.setRoi(10, 10, 80, 64);
        return image.crop("stack");
    }

    /** Runs a command with the options above; others override them. */
    private static Module run(Class<? extends Command> command, ImagePlus image, Object... others)
            throws InterruptedException, ExecutionException {
        Map<String, Object> inputs =
                new HashMap<>(
                        Map.of(
                                "model",
                                TinyBundle.NAME,
                                "device",
                                "cpu",
                                "tile",
                                48,
                                "overlap",
                                8,
                                "batch",
                                "2"));
        inputs.put("image", image);
        for (int i = 0; i < others.length; i += 2) {
            inputs.put((String) others[i], others[i + 1]);
        }
        // CommandService.run gives null for commands with dynamic choices, by SciJava's design.
        CommandInfo info = context.service(CommandService.class).getCommand(command);
        return context.service(ModuleService.class).run(info, true, inputs).get();
    }

    private static ImagePlus result(
            Class<? extends Command> command, ImagePlus image, Object... others)
            throws InterruptedException, ExecutionException {
        return (ImagePlus) run(command, image, others).getOutput("result");
    }

    private static void assertSame(ImagePlus actual, ImagePlus expected) {
        assertThat(actual.getTitle()).isEqualTo(expected.getTitle());
        assertThat(actual.getBitDepth()).isEqualTo(expected.getBitDepth());
        assertThat(actual.getDimensions()).isEqualTo(expected.getDimensions());
        for (int i = 1; i <= expected.getStackSize(); i++) {
            assertThat(actual.getStack().getPixels(i))
                    .as("slice %d", i)
                    .isEqualTo(expected.getStack().getPixels(i));
        }
    }

    @Test
    void denoiseGivesWhatTheServiceGives() throws Exception {
        for (String name :
                List.of("cells-noisy.tif", "cells-stack-noisy.tif", "tissue-noisy.tif")) {
            ImagePlus image = image(name);
            assertSame(result(Denoise.class, image), service.denoise(image, OPTIONS));
        }
    }

    @Test
    void reconstructGivesWhatTheServiceGives() throws Exception {
        ImagePlus image = image("cells-noisy.tif");
        assertSame(result(Reconstruct.class, image), service.reconstruct(image, OPTIONS));
    }

    @Test
    void exportedNoiseMapsAreRawUnlessNormalized() throws Exception {
        ImagePlus image = image("cells-noisy.tif");
        ImagePlus raw = service.noiseMaps(image, OPTIONS, false);
        ImagePlus normalized = service.noiseMaps(image, OPTIONS, true);

        assertSame(result(ExportNoiseMaps.class, image), raw);
        assertSame(result(ExportNoiseMaps.class, image, "mode", "raw"), raw);
        assertSame(result(ExportNoiseMaps.class, image, "mode", "normalized"), normalized);
        assertThat(raw.getStack().getPixels(1)).isNotEqualTo(normalized.getStack().getPixels(1));
    }

    @Test
    void scaleNoiseTakesOneMapOrAllAndAFactor() throws Exception {
        ImagePlus image = image("cells-noisy.tif");

        assertSame(
                result(ScaleNoise.class, image, "map", "all", "factor", "0.5"),
                service.scaleNoise(image, OPTIONS, NoiseMapSelection.ALL, 0.5));
        assertSame(
                result(ScaleNoise.class, image, "map", 1, "factor", -2.0),
                service.scaleNoise(image, OPTIONS, NoiseMapSelection.of(1), -2));
    }

    @Test
    void aNoiseSweepGivesAMontageAHyperstackOrBoth() throws Exception {
        ImagePlus image = image("cells-noisy.tif");
        NoiseSweepResult sweep =
                service.explorer(OPTIONS)
                        .sweepNoise(
                                image,
                                NoiseMapSelection.parse("0,2-3"),
                                NoiseFactors.parse("-1,1,2"));
        Object[] inputs = {"map", "0,2-3", "factors", "-1,1,2"};

        Module both = run(SweepNoise.class, image, inputs);
        assertSame((ImagePlus) both.getOutput("result"), sweep.montage());
        assertSame((ImagePlus) both.getOutput("stack"), sweep.stack());

        Object[] montage = {"map", "0,2-3", "factors", "-1,1,2", "show", "montage"};
        Module one = run(SweepNoise.class, image, montage);
        assertSame((ImagePlus) one.getOutput("result"), sweep.montage());
        assertThat(one.getOutput("stack")).isNull();

        Object[] stack = {"map", "0,2-3", "factors", "-1:2:3", "show", "stack"};
        ImagePlus only = result(SweepNoise.class, image, stack);
        assertThat(only.getNSlices()).isEqualTo(3);
        assertThat(only.getNFrames()).isEqualTo(3);
        assertThat(only.getStack().getPixels(only.getStackIndex(1, 2, 3)))
                .isEqualTo(
                        service.scaleNoise(image, OPTIONS, NoiseMapSelection.of(2), 2)
                                .getProcessor()
                                .getPixels());
    }

    @Test
    void aNoiseSweepWithoutACellIsRefusedByName() {
        ImagePlus image = image("cells-noisy.tif");

        assertThatThrownBy(() -> result(SweepNoise.class, image, "factors", "-2 to 3"))
                .hasStackTraceContaining("The factors are '-2 to 3'; give FROM:TO:STEPS such as");
        assertThatThrownBy(() -> result(SweepNoise.class, image, "map", "9"))
                .hasStackTraceContaining("There is no noise map 9: the model 'tiny' has maps 0");
        assertThatThrownBy(() -> result(SweepNoise.class, image, "show", "all"))
                .hasStackTraceContaining("There is no 'all' to show; give montage, stack or both.");
    }

    @Test
    void aWrongParameterFailsWithASentenceThatNamesIt() {
        ImagePlus image = image("cells-noisy.tif");

        assertFails(Denoise.class, image, "There is no device 'cuda'; ", "device", "cuda");
        assertFails(Denoise.class, image, "The tile is 'abc'; ", "tile", "abc");
        assertFails(Denoise.class, image, "The overlap is '-4'; ", "overlap", "-4");
        assertFails(Denoise.class, image, "The batch is '1.5'; ", "batch", "1.5");
        assertFails(
                ExportNoiseMaps.class,
                image,
                "The option mode is 'nice'; give raw or normalized.",
                "mode",
                "nice");
        assertFails(ScaleNoise.class, image, "The factor is 'abc'; ", "factor", "abc");
        assertFails(ScaleNoise.class, image, "The map is 'some'; ", "map", "some");
        assertFails(ScaleNoise.class, image, "There is no noise map 99: ", "map", "99");
    }

    @Test
    void anUnknownWordIsRefusedByNameInEveryCommand() throws Exception {
        for (Class<? extends ImageCommand> command :
                List.of(
                        Denoise.class,
                        Reconstruct.class,
                        ScaleNoise.class,
                        ExportNoiseMaps.class)) {
            ImagePlus image = image("cells-noisy.tif");
            for (ModuleItem<?> item : run(command, image).getInfo().inputs()) {
                if (item.getChoices() != null && !item.getChoices().isEmpty()) {
                    assertThatThrownBy(() -> run(command, image, item.getName(), "tpu"))
                            .as("%s=tpu in %s", item.getName(), command)
                            .isInstanceOf(ExecutionException.class)
                            .rootCause()
                            .message()
                            .containsPattern("['\"]tpu['\"]")
                            .contains(item.getName());
                }
            }
        }
    }

    @Test
    void anUnknownModelFailsWithTheNamesOfThoseThereAre() {
        assertThatThrownBy(() -> run(Denoise.class, image("cells-noisy.tif"), "model", "nobody"))
                .rootCause()
                .message()
                .contains("nobody", TinyBundle.NAME);
    }

    @Test
    void anImageThatIsNotThereFailsWithASentence() {
        String sentence =
                "The image is missing or has no pixels; open one, or give the title of an open"
                        + " one.";
        assertFails(Denoise.class, new ImagePlus(), sentence);
        assertFails(Denoise.class, null, sentence);
    }

    private static void assertFails(
            Class<? extends Command> command, ImagePlus image, String message, Object... others) {
        assertThatThrownBy(() -> run(command, image, others))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .cause()
                .isInstanceOf(OneModelException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void theModelsToChooseFromAreThoseInstalled() throws Exception {
        Module done = run(Denoise.class, image("cells-noisy.tif"));

        List<Object> choices = new ArrayList<>(done.getInfo().getInput("model").getChoices());
        assertThat(choices).contains(TinyBundle.NAME);
    }
}
