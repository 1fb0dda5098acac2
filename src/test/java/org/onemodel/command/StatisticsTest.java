/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.explore.statistics.StatisticsReport;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

class StatisticsTest {

    private static final String MODELS = "onemodel.models";
    private static final RestoreOptions OPTIONS =
            RestoreOptions.defaults().withModel(TinyBundle.NAME).withDevice("cpu");

    @TempDir private static Path folder;
    private static String modelsBefore;
    private static Context context;
    private static OneModelService service;

    @BeforeAll
    static void start() throws Exception {
        Path models = Files.createDirectory(folder.resolve("models"));
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

    private static ImagePlus run(Map<String, Object> inputs) throws Exception {
        CommandInfo info = context.service(CommandService.class).getCommand(Statistics.class);
        Module module = context.service(ModuleService.class).run(info, true, inputs).get();
        return (ImagePlus) module.getOutput("result");
    }

    private static void assertResults(ResultsTable expected) {
        ResultsTable table = ResultsTable.getResultsTable();
        assertThat(table.getColumnHeadings()).isEqualTo(expected.getColumnHeadings());
        assertThat(table.size()).isEqualTo(expected.size());
        for (int row = 0; row < expected.size(); row++) {
            for (String heading : expected.getHeadings()) {
                double value = expected.getValue(heading, row);
                if (Double.isNaN(value)) { // a text
                    assertThat(table.getStringValue(heading, row))
                            .isEqualTo(expected.getStringValue(heading, row));
                } else {
                    assertThat(table.getValue(heading, row))
                            .as("%s, row %d", heading, row)
                            .isEqualTo(value);
                }
            }
        }
    }

    @Test
    void tableAndPlotsAreThoseOfTheService() throws Exception {
        ImagePlus image = IJ.openImage("test-images/cells-stack-noisy.tif");
        StatisticsReport report = service.explorer(OPTIONS).statistics(image);

        ImagePlus histograms = run(Map.of("image", image, "model", "tiny", "device", "cpu"));

        assertResults(report.summaryResults());
        assertThat(histograms.getStackSize()).isEqualTo(report.all().size());
        run(Map.of("image", image, "model", "tiny", "device", "cpu", "table", "planes"));
        assertResults(report.planesResults());
    }

    @Test
    void aFolderIsReadWithoutTheActiveImage() throws Exception {
        Path images = Files.createDirectory(folder.resolve("images"));
        Files.copy(Path.of("test-images/tissue-noisy.tif"), images.resolve("a.tif"));
        Files.writeString(images.resolve("b.tif"), "This is no image.");
        StatisticsReport report = service.explorer(OPTIONS).statistics(images);
        assertThat(report.failed()).hasSize(1);
        assertThat(report.failed().get(0).sentence()).contains("b.tif");

        run(Map.of("folder", new File(images.toString()), "model", "tiny", "device", "cpu"));

        assertResults(report.summaryResults());
    }
}
