/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.explore.project.Projection;
import org.onemodel.explore.project.ProjectionOptions;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

class ProjectTest {

    private static final String MODELS = "onemodel.models";
    private static final RestoreOptions TINY =
            RestoreOptions.defaults().withModel(TinyBundle.NAME).withDevice("cpu");

    @TempDir private static Path models;
    private static String modelsBefore;
    private static Context context;

    @BeforeAll
    static void start() throws IOException {
        TinyBundle.write(models);
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

    private static Module run(Object... keysAndValues)
            throws InterruptedException, ExecutionException {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("image", TinyModel.image(40, 30, 1, 8));
        inputs.put("model", TinyBundle.NAME);
        inputs.put("device", "cpu");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            inputs.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        CommandInfo info = context.service(CommandService.class).getCommand(Project.class);
        return context.service(ModuleService.class).run(info, true, inputs).get();
    }

    private static Object pixels(Object image) {
        return ((ImagePlus) image).getProcessor().getPixels();
    }

    private static Projection service(ProjectionOptions options) {
        return context.service(OneModelService.class)
                .explorer(TINY)
                .project(TinyModel.image(40, 30, 1, 8), options);
    }

    @Test
    void theCommandGivesWhatTheServiceGives() throws Exception {
        Module done = run("steps", "6", "start", "mean", "seed", "3", "snapshots", "2");

        Projection expected =
                service(
                        ProjectionOptions.defaults()
                                .withSteps(6)
                                .withSnapshots(2)
                                .withWords("mean", "yes", "3"));
        assertThat(pixels(done.getOutput("result"))).isEqualTo(pixels(expected.image()));
        ImagePlus way = (ImagePlus) done.getOutput("way");
        assertThat(way.getStackSize()).isEqualTo(4);
        assertThat(way.getStack().getSliceLabel(4)).isEqualTo(expected.curve().end().toString());
        assertThat(((ImagePlus) done.getOutput("plot")).getTitle())
                .isEqualTo(expected.curve().plot().getTitle());
    }

    @Test
    void theTableIsImageJsWithoutAUserInterface() throws Exception {
        Module done = run("steps", "4", "maps", "no", "rate", "0.5", "curve", "table");

        Projection expected =
                service(
                        ProjectionOptions.defaults()
                                .withSteps(4)
                                .withRate(0.5)
                                .withNoiseMaps(false));
        ResultsTable table = ResultsTable.getResultsTable();
        assertThat(table.getHeadings()).containsExactly("step", "psnr", "mse");
        assertThat(table.size()).isEqualTo(5);
        assertThat(table.getValue("psnr", 4)).isEqualTo(expected.curve().end().psnr());
        assertThat(done.getOutput("plot")).isNull();
        assertThat(done.getOutput("way")).isNull();
    }

    @Test
    void aCanceledProjectionGivesNothing() {
        AtomicInteger asked = new AtomicInteger();

        assertThatThrownBy(
                        () ->
                                context.service(OneModelService.class)
                                        .explorer(TINY, () -> asked.incrementAndGet() > 5)
                                        .project(
                                                TinyModel.image(40, 30, 1, 8),
                                                ProjectionOptions.defaults()))
                .isInstanceOf(CancellationException.class)
                .hasMessage("Project was canceled; nothing was changed.");
    }

    private static void assertFails(String sentence, Object... keysAndValues) {
        assertThatThrownBy(() -> run(keysAndValues))
                .hasStackTraceContaining(OneModelException.class.getName() + ": " + sentence);
    }

    @Test
    void aWrongParameterFailsWithASentenceThatNamesIt() {
        assertFails("The number of steps is '-1'; give a whole number such as 100.", "steps", "-1");
        assertFails("The number of steps is 1000000; ", "steps", "1000000");
        assertFails("A projection can't start from 'zero'; ", "start", "zero");
        assertFails("Whether noise maps are optimised is 'all'; ", "maps", "all");
        assertFails("The LPIPS weight is 'x'; give a number such as 0.5.", "lpips", "x");
        assertFails("The weight of LPIPS is -1.0; ", "lpips", "-1");
        assertFails("LPIPS needs tiles of at least 17 pixels, ", "lpips", "1");
        assertFails("The number of steps between snapshots is 'often'; ", "snapshots", "often");
        assertFails("There is no curve 'film'; give plot, table, both or none.", "curve", "film");
        assertFails("The factor of the learning rates is -2.0; ", "rate", "-2");
        assertFails("The seed is 'x'; give a whole number such as 7, or none.", "seed", "x");
    }
}
