/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.explore.statistics.EmbeddingStatistics;
import org.onemodel.explore.statistics.ImageSource;
import org.onemodel.explore.statistics.StatisticsReport;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;

/** Macros of statistics in a headless ImageJ 1, without Fiji. */
class StatisticsMacroTest {

    private static final String RUN = "run('OneModel Statistics...', 'model=tiny device=cpu%s'); ";

    private static final Path STACK = Path.of("test-images/cells-stack-noisy.tif");

    @TempDir private static Path folder;
    private static MacroHost host;

    @BeforeAll
    static void start() throws IOException {
        host = new MacroHost(folder);
        Path images = Files.createDirectory(folder.resolve("some images"));
        Files.copy(STACK, images.resolve("a stack.tif"));
        Files.copy(Path.of("test-images/tissue-noisy.tif"), images.resolve("tissue.tif"));
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    private static String run(String options) {
        return RUN.formatted(options);
    }

    @Test
    void aMacroReadsTheSummaryOfTheActiveImageAndItsHistograms() {
        String answer =
                host.answer(
                        "open('test-images/tissue-noisy.tif');"
                                + run("")
                                + "return '' + nResults + ' ' + getResultString('Values of', 0) +"
                                + " ' ' + (getResult('Standard deviation', nResults - 1) > 0) + ' '"
                                + " + getTitle() + ' ' + (nSlices == nResults);");

        assertThat(answer).matches("\\d+ latent code layer 0 1 Histograms of tiny 1");
    }

    @Test
    void theFiguresAreThoseOfTheTool() throws IOException {
        StatisticsReport report;
        try (Autoencoder model = TinyModel.draw()) {
            report =
                    new EmbeddingStatistics(model, 32, RestoreOptions.defaults())
                            .of(List.of(ImageSource.of(STACK)), Progress.NONE);
        }

        for (String column : List.of("Count", "Mean", "Excess kurtosis", "Shapiro-Wilk W")) {
            String answer =
                    host.answer(
                            "open('"
                                    + STACK
                                    + "');"
                                    + run("")
                                    + "values = ''; for (i = 0; i < nResults; i++) values = values +"
                                    + " d2s(getResult('"
                                    + column
                                    + "', i), 9) + ' '; return values;");

            assertThat(answer.strip().split(" "))
                    .as(column)
                    .containsExactlyElementsOf(
                            Arrays.stream(report.summaryResults().getColumn(column))
                                    .mapToObj(value -> IJ.d2s(value, 9))
                                    .toList());
        }
    }

    @Test
    void aFolderNeedsNoImage() {
        String path = folder.resolve("some images").toString().replace('\\', '/');

        String answer =
                host.answer(
                        "close('*'); "
                                + run(" folder=[" + path + "] slices=1 table=planes")
                                + "return '' + getResultString('Image', 0) + ' ' + getResult('Plane',"
                                + " nResults - 1) + ' ' + getResultString('Image', nResults - 1);");

        assertThat(answer).contains("a stack.tif 1 ").endsWith("tissue.tif");
    }

    @Test
    void whatIsWrongIsSaidInASentence() throws IOException {
        String open = "open('test-images/tissue-noisy.tif');";
        assertStops(
                open + run(" table=all"), "There is no table 'all'; give both, summary or planes.");
        assertStops(
                open + run(" folder=/not/there"), "There is no folder /not/there; check the path.");
        assertStops(open + run(" slices=7"), "has 1 slice");
        assertStops(
                "close('*');" + run(""),
                "The image is missing or has no pixels; open one, or give the title of an open one.");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertStops(
                open + run(" folder=[" + empty.toString().replace('\\', '/') + "]"),
                "There is no image in the folder");
    }

    private static void assertStops(String macro, String sentence) {
        List<String> printed = host.print(macro + " print('went on');");
        assertThat(String.join("\n", printed)).contains(sentence).doesNotContain("went on");
    }
}
