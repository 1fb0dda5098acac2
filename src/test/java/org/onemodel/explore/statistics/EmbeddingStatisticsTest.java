/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.explore.NoiseMaps;
import org.onemodel.image.PlaneSelection;
import org.onemodel.restore.ImageOptions;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;

class EmbeddingStatisticsTest {

    private static final int TILE = 32;
    private static final int LATENT = 8;
    private static final RestoreOptions OPTIONS = RestoreOptions.defaults();
    private static Autoencoder model;

    @BeforeAll
    static void draw() {
        model = TinyModel.draw();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static StatisticsReport report(RestoreOptions options, ImageSource... images) {
        return new EmbeddingStatistics(model, TILE, options).of(List.of(images), Progress.NONE);
    }

    private static ImageSource failing(String name) {
        return new ImageSource.Opened(
                name,
                () -> {
                    throw new IOException(name + " is cut short; get the file again.");
                });
    }

    @Test
    void eachLayerAndMapHasARow() {
        StatisticsReport report = report(OPTIONS, ImageSource.of(TinyModel.image(16, 16, 1, 8)));

        assertThat(report.all().stream().map(row -> row.subject().name()))
                .containsExactly(
                        "latent code layer 0",
                        "latent code layer 1",
                        "latent code layer 2",
                        "latent code layer 3",
                        "latent code layer 4",
                        "latent code layer 5",
                        "noise map 0",
                        "noise map 1",
                        "noise map 2",
                        "noise map 3",
                        "noise map 4");
        assertThat(report.planes()).hasSameSizeAs(report.all());
        assertThat(report.all().get(10).subject())
                .isEqualTo(new Subject("noise map 4", "convs.3", 16));
        assertThat(report.all().get(0).subject().layer()).isEqualTo("W+");
    }

    /** Every pixel of a map counts once, however many tiles see it; each tile has a latent code. */
    @ParameterizedTest
    @CsvSource({"16, 16, 0, 1", "50, 41, 16, 42", "33, 70, 32, 6"})
    void pixelsCountOnceAndTilesEach(int width, int height, int tile, int tiles) {
        StatisticsReport report =
                report(
                        OPTIONS.withTile(tile),
                        ImageSource.of(TinyModel.image(width, height, 1, 32)));

        for (SubjectSummary row : report.all()) {
            int side = row.subject().side();
            if (side > 0) {
                int scale = TinyModel.SIZE / side;
                long pixels = (long) ((width + scale - 1) / scale) * ((height + scale - 1) / scale);
                assertThat(row.summary().count()).as(row.subject().name()).isEqualTo(pixels);
            } else {
                assertThat(row.summary().count() % LATENT).isZero();
                assertThat(row.summary().count() / LATENT).isEqualTo(tiles);
            }
        }
    }

    @Test
    void theFiguresOfAMapAreThoseOfTheExportedMap() {
        ImagePlus image = TinyModel.image(48, 32, 1, 8);
        ImagePlus maps = new NoiseMaps(model, TILE, OPTIONS).of(image, false, Progress.NONE);

        StatisticsReport report = report(OPTIONS, ImageSource.of(image));

        for (int map = 0; map < 5; map++) {
            Summary summary = report.all().get(6 + map).summary();
            // Enlarged maps repeat pixels: all figures of which n - 1 is no part stay.
            var exported = maps.getStack().getProcessor(map + 1).getStatistics();
            assertThat(summary.mean()).isCloseTo(exported.mean, within(1e-5));
            assertThat(summary.minimum()).isEqualTo(exported.min);
            assertThat(summary.maximum()).isEqualTo(exported.max);
        }
    }

    @Test
    void planesOfAStackAndImagesArePooled() {
        ImagePlus stack = TinyModel.image(40, 32, 3, 16);
        ImagePlus colour = TinyModel.image(20, 20, 1, 24);

        StatisticsReport report = report(OPTIONS, ImageSource.of(stack), ImageSource.of(colour));

        assertThat(report.planes()).hasSize(4 * 11);
        assertThat(report.planes().get(11).plane()).isEqualTo(2);
        for (int i = 0; i < 11; i++) {
            Summary pooled = report.all().get(i).summary();
            double sum = 0;
            long count = 0;
            double maximum = Double.NEGATIVE_INFINITY;
            for (int plane = 0; plane < 4; plane++) {
                Summary one = report.planes().get(11 * plane + i).summary();
                sum += one.mean() * one.count();
                count += one.count();
                maximum = Math.max(maximum, one.maximum());
            }
            assertThat(pooled.count()).isEqualTo(count);
            assertThat(pooled.mean()).isCloseTo(sum / count, within(1e-9));
            assertThat(pooled.maximum()).isEqualTo(maximum);
        }
    }

    @Test
    void chosenPlanesCountAloneAndASelectionDoesNotLimitThem() {
        ImagePlus stack = TinyModel.image(40, 32, 3, 8);
        StatisticsReport all = report(OPTIONS, ImageSource.of(stack));
        stack.setRoi(new Roi(3, 4, 10, 10));
        RestoreOptions second =
                OPTIONS.withImage(
                        ImageOptions.DEFAULT.withPlanes(PlaneSelection.parse("all", "2", "all")));

        StatisticsReport report = report(second, ImageSource.of(stack));

        assertThat(report.planes()).isEqualTo(all.planes().subList(11, 22));
        assertThat(stack.getRoi()).isNotNull();
    }

    @Test
    void theSameImagesGiveTheSameReport() {
        ImagePlus image = TinyModel.image(300, 300, 2, 8);
        StatisticsReport once = report(OPTIONS, ImageSource.of(image));

        assertThat(once.all().get(10).summary().count()).isEqualTo(180_000);
        assertThat(once.all().get(10).summary().tested()).isEqualTo(5000);
        assertThat(report(OPTIONS, ImageSource.of(image)).summaryTable())
                .isEqualTo(once.summaryTable());
    }

    @Test
    void anImageThatFailsIsNamedAndTheOthersCount() {
        StatisticsReport report =
                report(
                        OPTIONS,
                        failing("a.tif"),
                        ImageSource.of(TinyModel.image(16, 16, 1, 8)),
                        ImageSource.of(Path.of("missing.tif")));

        assertThat(report.planes()).hasSize(11);
        assertThat(report.failed().stream().map(FailedImage::image))
                .containsExactly("a.tif", "missing.tif");
        assertThat(report.failed().get(0).sentence())
                .isEqualTo("a.tif is cut short; get the file again.");
        assertThat(report.failed().get(1).sentence()).startsWith("missing.tif");
    }

    @Test
    void whereAllFailAllSaysWhy() {
        assertThatThrownBy(() -> report(OPTIONS, failing("a.tif"), failing("b.tif")))
                .isInstanceOf(OneModelException.class)
                .hasMessage("a.tif is cut short; get the file again.");
        assertThatThrownBy(() -> report(OPTIONS))
                .isInstanceOf(OneModelException.class)
                .hasMessage("There is no image to look at; give at least one.");
        assertThatThrownBy(() -> report(OPTIONS, ImageSource.of((ImagePlus) null)))
                .isInstanceOf(OneModelException.class)
                .hasMessage("There is no image; open one and choose it.");
    }

    @Test
    void stopsWhenCanceled() {
        Progress canceled =
                new Progress() {
                    @Override
                    public void update(double fractionDone, String message) {
                        // nobody looks
                    }

                    @Override
                    public boolean isCanceled() {
                        return true;
                    }
                };
        List<ImageSource> images = List.of(ImageSource.of(TinyModel.image(16, 16, 1, 8)));

        assertThatThrownBy(() -> new EmbeddingStatistics(model, TILE, OPTIONS).of(images, canceled))
                .isInstanceOf(CancellationException.class);
    }

    /** One pixel, a constant plane, and holes are images, too. */
    @Test
    void unusualPlanesHaveFigures() {
        ImagePlus constant = TinyModel.image(20, 20, 1, 8);
        constant.getProcessor().setValue(7);
        constant.getProcessor().fill();
        ImagePlus holes = TinyModel.image(20, 20, 1, 32);
        holes.getProcessor().setf(3, 3, Float.NaN);

        StatisticsReport report =
                report(
                        OPTIONS,
                        ImageSource.of(TinyModel.image(1, 1, 1, 8)),
                        ImageSource.of(constant),
                        ImageSource.of(holes));

        assertThat(report.failed()).isEmpty();
        Summary onePixel = report.planes().get(6).summary();
        assertThat(onePixel.count()).isEqualTo(1);
        assertThat(onePixel.shapiroWilkW()).isNaN();
        assertThat(report.all()).allMatch(row -> Double.isFinite(row.summary().mean()));
    }

    @Test
    void tablesLeaveCellsEmptyThatAreNotDefined() {
        ResultsTable table =
                report(OPTIONS, ImageSource.of(TinyModel.image(1, 1, 1, 8))).planesResults();

        assertThat(table.size()).isEqualTo(11);
        assertThat(table.getStringValue("Image", 6)).isEqualTo("tiny.tif");
        assertThat(table.getStringValue("Values of", 6)).isEqualTo("noise map 0");
        assertThat(table.getValue("Count", 6)).isEqualTo(1);
        assertThat(table.getStringValue("Shapiro-Wilk W", 6)).isEmpty();
        assertThat(table.getStringValue("Side (pixels)", 0)).isEmpty();
        assertThat(table.getStringValue("Side (pixels)", 6)).isEqualTo("4");
    }

    @Test
    void histogramsAreAStackWithAPlotForEachRow() {
        StatisticsReport report = report(OPTIONS, ImageSource.of(TinyModel.image(64, 64, 1, 8)));

        ImagePlus histograms = report.histograms();

        assertThat(histograms.getStackSize()).isEqualTo(11);
        assertThat(histograms.getBitDepth()).isEqualTo(24);
        assertThat(histograms.getStack().getSliceLabel(11)).isEqualTo("noise map 4");
        int[] pixels = (int[]) histograms.getStack().getPixels(11);
        long red = Arrays.stream(pixels).filter(p -> (p & 0xffffff) == 0xc0392b).count();
        assertThat(red).as("pixels of the normal curve").isGreaterThan(100);
    }
}
