/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.ImageStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.explore.maps.MapSize;
import org.onemodel.explore.maps.NoiseMapFormat;
import org.onemodel.explore.maps.NoiseMaps;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.PlaneSelection;
import org.onemodel.model.Importer;
import org.onemodel.model.ModelBundle;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.ImageOptions;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.PlaneCodec;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;

class EmbeddingStatisticsTest {

    private static final int TILE = 32;
    private static final int LATENT = 8;

    /** Behind the layers of the latent code. */
    private static final int FIRST_MAP = 6;

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
        assertThat(report.planeCount()).isEqualTo(1);
        assertThat(report.all().get(10).subject())
                .isEqualTo(new Subject("noise map 4", "convs.3", 16));
        assertThat(report.all().get(0).subject().layer()).isEqualTo("W+");
    }

    /** Every pixel of a map counts once, however many tiles see it. */
    @ParameterizedTest
    @CsvSource({"16, 16, 0", "50, 41, 16", "33, 70, 32", "48, 32, 0"})
    void theFiguresOfAMapAreThoseOfTheExportedMap(int width, int height, int tile) {
        ImagePlus image = TinyModel.image(width, height, 1, 32);
        RestoreOptions options = OPTIONS.withTile(tile);
        List<ImagePlus> exported =
                new NoiseMaps(model, TILE, options)
                        .of(image, NoiseMapFormat.DEFAULT.withSize(MapSize.NATIVE), Progress.NONE);

        StatisticsReport report = report(options, ImageSource.of(image));

        int next = FIRST_MAP;
        for (ImagePlus resolution : exported) {
            for (int slice = 1; slice <= resolution.getStackSize(); slice++) {
                ImageStatistics map = resolution.getStack().getProcessor(slice).getStatistics();
                Summary summary = report.all().get(next++).summary();
                assertThat(summary.count()).isEqualTo((long) map.pixelCount);
                assertThat(summary.mean()).isCloseTo(map.mean, within(1e-6));
                assertThat(summary.deviation()).isCloseTo(map.stdDev, within(1e-6));
                assertThat(summary.minimum()).isEqualTo(map.min);
                assertThat(summary.maximum()).isEqualTo(map.max);
            }
        }
        assertThat(next).isEqualTo(report.all().size());
    }

    @Test
    void eachTileHasALatentCode() {
        ImagePlus image = TinyModel.image(50, 41, 1, 8);
        List<EncodedPlane> encoded =
                new PlaneCodec(model, TILE, OPTIONS.withTile(16))
                        .encode(new ImagePlanes(image), Progress.NONE);
        long tiles = encoded.get(0).tiling().tileCount();

        StatisticsReport report = report(OPTIONS.withTile(16), ImageSource.of(image));

        assertThat(tiles).isGreaterThan(10);
        for (SubjectSummary row : report.all().subList(0, FIRST_MAP)) {
            assertThat(row.summary().count()).isEqualTo(tiles * LATENT);
        }
        double mean = 0;
        for (float[] code : encoded.get(0).tiles().latents()) {
            for (int i = 0; i < LATENT; i++) {
                mean += code[2 * LATENT + i] / (tiles * LATENT);
            }
        }
        assertThat(report.all().get(2).summary().mean()).isCloseTo(mean, within(1e-7));
    }

    /** Both generators, both encoders, latent codes in W+ and in Z, one network and two. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "stylegan1_wplusencoder",
                "stylegan1_wencoder",
                "stylegan1_twostem",
                "stylegan2_wplusencoder",
                "stylegan2_wencoder",
                "stylegan2_twostem"
            })
    void everyKindOfModelHasFigures(String name, @TempDir Path folder) throws IOException {
        try (Autoencoder golden = golden(name + ".pt", folder)) {
            int side = golden.decoder().size();
            List<ImageSource> images =
                    List.of(
                            ImageSource.of(TinyModel.image(side, side, 1, 8)),
                            ImageSource.of(TinyModel.image(side + 9, side - 5, 1, 24)));

            StatisticsReport report =
                    new EmbeddingStatistics(golden, side, OPTIONS).of(images, Progress.NONE);

            assertThat(report.failed()).isEmpty();
            int maps = golden.decoder().noiseMapSizes().size();
            boolean wPlus = name.endsWith("_wplusencoder") || name.endsWith("_twostem");
            int codes = wPlus ? golden.decoder().latentCount() : 1;
            assertThat(report.all()).hasSize(codes + maps);
            assertThat(report.all().get(0).subject())
                    .isEqualTo(
                            wPlus
                                    ? new Subject("latent code layer 0", "W+", 0)
                                    : new Subject("latent code", "Z", 0));
            assertThat(report.all().get(codes).subject().layer())
                    .isEqualTo(golden.decoder().noiseLayers().get(0));
            assertThat(report.all())
                    .allSatisfy(row -> assertThat(row.summary().deviation()).isPositive());
        }
    }

    @Test
    void aGeneratorWithoutAnEncoderIsRefused(@TempDir Path folder) throws IOException {
        try (Autoencoder golden = golden("stylegan2_generator.pt", folder)) {
            List<ImageSource> images =
                    List.of(
                            ImageSource.of(TinyModel.image(64, 64, 1, 8)),
                            ImageSource.of(TinyModel.image(64, 64, 1, 8)));

            assertThatThrownBy(
                            () ->
                                    new EmbeddingStatistics(
                                                    golden, golden.decoder().size(), OPTIONS)
                                            .of(images, Progress.NONE))
                    .isInstanceOf(OneModelException.class)
                    .hasMessage(
                            "This model is a generator without an encoder and cannot read images:"
                                    + " choose a model with an encoder.");
        }
    }

    private static Autoencoder golden(String file, Path folder) throws IOException {
        Path bundle = folder.resolve("bundle");
        Importer.importFile(Path.of("src/test/resources/golden", file), bundle);
        return ModelBundle.open(bundle).load(Device.cpu());
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
