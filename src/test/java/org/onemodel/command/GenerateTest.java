/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import java.io.File;
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
import org.onemodel.embedding.NoiseMapValues;
import org.onemodel.explore.generation.Draws;
import org.onemodel.explore.generation.Generation;
import org.onemodel.explore.generation.GivenNoise;
import org.onemodel.explore.generation.PixelValues;
import org.onemodel.explore.generation.StandardNoise;
import org.onemodel.npz.NpzContent;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.service.OneModelService;
import org.scijava.AbstractContextual;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;
import org.scijava.task.event.TaskEvent;

class GenerateTest {

    private static final String MODELS = "onemodel.models";

    @TempDir private static Path models;
    private static String modelsBefore;
    private static Context context;

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

    private static Module created() {
        CommandInfo info = context.service(CommandService.class).getCommand(Generate.class);
        return context.service(ModuleService.class).createModule(info);
    }

    private static Module run(Object... keysAndValues)
            throws InterruptedException, ExecutionException {
        return run(created(), keysAndValues);
    }

    private static Module run(Module module, Object... keysAndValues)
            throws InterruptedException, ExecutionException {
        Map<String, Object> inputs = new HashMap<>(Map.of("device", "cpu"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            inputs.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return context.service(ModuleService.class).run(module, true, inputs).get();
    }

    private static ImagePlus service(String model, Generation generation) {
        RestoreOptions options = RestoreOptions.defaults().withModel(model).withDevice("cpu");
        return context.service(OneModelService.class).explorer(options).generate(generation);
    }

    private static void assertSame(Module done, ImagePlus expected) {
        ImagePlus actual = (ImagePlus) done.getOutput("result");
        assertThat(actual.getDimensions()).isEqualTo(expected.getDimensions());
        assertThat(actual.getInfoProperty()).isEqualTo(expected.getInfoProperty());
        for (int i = 1; i <= expected.getStackSize(); i++) {
            assertThat(actual.getStack().getPixels(i))
                    .as("slice %d", i)
                    .isEqualTo(expected.getStack().getPixels(i));
        }
    }

    @Test
    void theCommandGivesWhatTheServiceGives() throws Exception {
        assertSame(run("model", TinyBundle.NAME), service(TinyBundle.NAME, Generation.defaults()));
        assertSame(
                run(
                        "model",
                        TinyBundle.GENERATOR,
                        "count",
                        3,
                        "seed",
                        "-12345678901",
                        "truncation",
                        "1",
                        "noise",
                        "none",
                        "output",
                        "32-bit"),
                service(
                        TinyBundle.GENERATOR,
                        Generation.defaults()
                                .withCount(3)
                                .withSeed(-12345678901L)
                                .withTruncation(1)
                                .withNoise(StandardNoise.NONE)
                                .withOutput(PixelValues.FLOAT)));
    }

    @Test
    void aModelOfGreyImagesGivesGreyOnesAndOneOfColoursRgb() {
        Generation two = Generation.defaults().withCount(2);

        assertThat(service(TinyBundle.NAME, two).getBitDepth()).isEqualTo(8);
        assertThat(service(TinyBundle.GENERATOR, two).getBitDepth()).isEqualTo(24);
    }

    @Test
    void generatorsWithoutEncoderAreToChooseFrom() throws Exception {
        Module done = run("model", TinyBundle.GENERATOR, "count", "1");

        List<Object> choices = new ArrayList<>(done.getInfo().getInput("model").getChoices());
        assertThat(choices).contains(TinyBundle.GENERATOR, TinyBundle.NAME);
    }

    @Test
    void noImageIsAskedFor() throws Exception {
        Module module = created();
        module.initialize();

        List<String> asked = new ArrayList<>();
        for (ModuleItem<?> item : module.getInfo().inputs()) {
            boolean host =
                    item.getType() == Context.class
                            || Service.class.isAssignableFrom(item.getType());
            if (!host && item.getVisibility() != ItemVisibility.MESSAGE) {
                asked.add(item.getName());
            }
        }
        assertThat(asked)
                .containsExactly(
                        "model",
                        "count",
                        "seed",
                        "truncation",
                        "noise",
                        "embedding",
                        "output",
                        "device");
    }

    @Test
    void aWrongParameterFailsWithASentenceThatNamesIt() {
        assertFails("The count is '-1'; give a whole number from 1.", "count", "-1");
        assertFails("The count is 'many'; give a whole number from 1.", "count", "many");
        assertFails("The count is 0; give the number of images to generate, from 1.", "count", "0");
        assertFails("The seed is '1.5'; give a whole number such as 7.", "seed", "1.5");
        assertFails(
                "The seed is '99999999999999999999'; give a whole number such as 7.",
                "seed",
                "99999999999999999999");
        assertFails("The truncation is ''; give a number such as 0.5.", "truncation", "");
        assertFails("The truncation is 70.0; give a number from -10 to 10", "truncation", "70");
        assertFails(
                "The option noise is 'much'; give random or fixed or none or given.",
                "noise",
                "much");
        assertFails("The noise is given, but no embedding; give", "noise", "given");
        assertFails("There is no file", "noise", "given", "embedding", new File("none.npz"));
        assertFails("The option output is 'same'; give 8-bit or 32-bit.", "output", "same");
        assertFails("There is no device 'cuda'; ", "device", "cuda");
    }

    @Test
    void anEmbeddingMattersForGivenNoiseOnly() {
        Generate command = (Generate) created().getDelegateObject();

        assertThat(command.matters("embedding", Map.of("noise", "given"))).isTrue();
        assertThat(command.matters("embedding", Map.of("noise", "random"))).isFalse();
        assertThat(command.matters("seed", Map.of("noise", "random"))).isTrue();
    }

    @Test
    void givenNoiseMapsComeFromAFile() throws Exception {
        Path file = models.resolve("maps.npz");
        NpzContent content = new NpzContent().floats("latent", new float[8], 1, 8);
        List<NoiseMapValues> maps = new ArrayList<>();
        for (int side : new int[] {8, 16, 16, 32, 32}) {
            float[] values = new Draws(5, maps.size(), 1).normal(0, side * side);
            content.floats("noise_0" + maps.size(), values, 1, 1, side, side);
            maps.add(new NoiseMapValues(side, side, new float[][] {values}));
        }
        content.write(file);
        Generation expected = Generation.defaults().withNoise(new GivenNoise(maps));

        Module done = run("model", TinyBundle.NAME, "noise", "given", "embedding", file.toFile());

        assertThat(((ImagePlus) done.getOutput("result")).getWidth()).isEqualTo(32);
        assertSame(done, service(TinyBundle.NAME, expected));
    }

    private static void assertFails(String message, Object... inputs) {
        List<Object> all = new ArrayList<>(List.of("model", TinyBundle.NAME));
        all.addAll(List.of(inputs));
        assertThatThrownBy(() -> run(all.toArray()))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .cause()
                .isInstanceOf(OneModelException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aCanceledRunEndsWithoutAResultAndTheNextOneWorks() throws Exception {
        Module module = created();
        Canceler canceler = new Canceler(module);
        context.inject(canceler);

        Module done = run(module, "model", TinyBundle.NAME, "count", "100000");

        assertThat(canceler.isDone).isTrue(); // SciJava itself would let it be collected
        assertThat(((Cancelable) done).isCanceled()).isTrue();
        assertThat(((Cancelable) done).getCancelReason()).startsWith("Generate was canceled");
        assertThat(done.getOutput("result")).isNull();
        assertThat(run("model", TinyBundle.NAME, "count", "1").getOutput("result"))
                .isInstanceOf(ImagePlus.class);
    }

    private static final class Canceler extends AbstractContextual {

        private final Module module;
        private volatile boolean isDone;

        Canceler(Module module) {
            this.module = module;
        }

        @EventHandler
        void onEvent(TaskEvent event) {
            if (!isDone && event.getTask().getProgressValue() > 0) {
                isDone = true;
                ((Cancelable) module).cancel("not wanted");
            }
        }
    }

    @Test
    void theLogTellsHowManyImagesWereMade() {
        List<String> lines = new ArrayList<>();
        context.service(LogService.class).addLogListener(message -> lines.add(message.text()));

        service(TinyBundle.GENERATOR, Generation.defaults().withCount(5));

        assertThat(lines)
                .anyMatch(
                        line ->
                                line.startsWith("OneModel generate: model tiny-generator 1.0")
                                        && line.contains("5 planes in "));
    }
}
