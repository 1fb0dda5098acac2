/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.Normalization;
import org.onemodel.image.Normalizations;
import org.onemodel.image.Percentiles;
import org.onemodel.image.Plane;
import org.onemodel.lpips.LpipsFiles;
import org.onemodel.lpips.SmallWeights;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.PlaneCodec;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.Restorer;
import org.onemodel.restore.TinyModel;

class ProjectorTest {

    private static final int TILE = 32;
    private static final RestoreOptions WHOLE = RestoreOptions.defaults();

    /** Many tiles, more than one batch of them. */
    private static final RestoreOptions TILES = WHOLE.withTile(16).withOverlap(4).withBatch(3);

    private static final ProjectionOptions TEN = ProjectionOptions.defaults().withSteps(10);

    private static Autoencoder model;
    private static Autoencoder resNet;

    @TempDir private Path folder;

    @BeforeAll
    static void draw() {
        model = TinyModel.draw();
        resNet = TinyModel.drawResNet();
    }

    @AfterAll
    static void close() {
        model.close();
        resNet.close();
    }

    private static Projection project(
            ImagePlus image, RestoreOptions options, ProjectionOptions projection) {
        return new Projector(model, TILE, options, projection).of(image, Progress.NONE);
    }

    private static float[] pixels(ImagePlus image) {
        return (float[]) image.getProcessor().getPixels();
    }

    /** The mean squared error of a result of floats in the network's values. */
    private static double error(ImagePlus image, ImagePlus result) {
        Normalization range = Normalizations.of(new ImagePlanes(image), Percentiles.DEFAULT);
        float[] expected = range.normalize(pixels(image));
        float[] values = range.normalize(pixels(result));
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double difference = values[i] - expected[i];
            sum += difference * difference;
        }
        return sum / values.length;
    }

    @ParameterizedTest
    @CsvSource({"8", "16", "24", "32"})
    void withoutAStepTheResultIsTheReconstruction(int bits) {
        for (Autoencoder each : List.of(model, resNet)) {
            for (RestoreOptions options : List.of(WHOLE, TILES)) {
                ImagePlus image = TinyModel.image(45, 37, 1, bits);

                ImagePlus result =
                        new Projector(each, TILE, options, TEN.withSteps(0))
                                .of(image, Progress.NONE)
                                .image();

                ImagePlus expected =
                        new Restorer(each, TILE, options).restore(image, "", Progress.NONE);
                assertThat(result.getProcessor().getPixels())
                        .as("%d bits, tile %d", bits, options.tile())
                        .isEqualTo(expected.getProcessor().getPixels());
                assertThat(result.getTitle()).isEqualTo("tiny-projected.tif");
            }
        }
    }

    @Test
    void theErrorFallsAndNeverGrows() {
        for (Start start : Start.values()) {
            for (boolean maps : new boolean[] {true, false}) {
                List<CurvePoint> points =
                        project(
                                        TinyModel.image(40, 40, 1, 32),
                                        WHOLE,
                                        TEN.withStart(start).withNoiseMaps(maps))
                                .curve()
                                .points();

                assertThat(points).hasSize(11);
                for (int i = 1; i < points.size(); i++) {
                    assertThat(points.get(i).step()).isEqualTo(i);
                    assertThat(points.get(i).mse())
                            .as("%s, maps %s, step %d", start, maps, i)
                            .isLessThanOrEqualTo(points.get(i - 1).mse());
                }
                assertThat(points.get(10).mse()).isLessThan(points.get(0).mse());
            }
        }
    }

    @Test
    void noiseMapsThatMayChangeLeadNearer() {
        ImagePlus image = TinyModel.image(40, 40, 1, 32);
        ProjectionOptions options = ProjectionOptions.defaults().withSteps(40);

        double latentAlone =
                project(image, WHOLE, options.withNoiseMaps(false)).curve().end().psnr();

        assertThat(project(image, WHOLE, options).curve().end().psnr())
                .isGreaterThan(latentAlone + 3);
    }

    @Test
    void theCurveOfOneTileEndsWithTheErrorOfTheResult() {
        ImagePlus image = TinyModel.image(24, 20, 1, 32);

        Projection found = project(image, WHOLE, TEN);

        assertThat(error(image, found.image()))
                .isCloseTo(found.curve().end().mse(), within(1e-5 * found.curve().end().mse()));
        assertThat(found.curve().end().psnr())
                .isEqualTo(10 * Math.log10(4 / found.curve().end().mse()));
    }

    @Test
    void theErrorOfBlendedTilesIsNoLargerThanTheCurves() {
        ImagePlus image = TinyModel.image(60, 44, 1, 32);

        Projection found = project(image, TILES, TEN);

        double blended = error(image, found.image());
        assertThat(blended).isLessThan(found.curve().end().mse());
        assertThat(blended).isGreaterThan(found.curve().end().mse() / 2);
    }

    @Test
    void tilesAreProjectedAsIfAlone() {
        ImagePlus image = TinyModel.image(60, 44, 1, 32);

        float[] together = pixels(project(image, TILES, TEN).image());
        float[] oneByOne = pixels(project(image, TILES.withBatch(1), TEN).image());

        for (int i = 0; i < together.length; i++) {
            assertThat(together[i]).as("pixel %d", i).isCloseTo(oneByOne[i], within(0.05f));
        }
    }

    @Test
    void theEmbeddingIsDecodedToTheResult() {
        ImagePlus image = TinyModel.image(60, 44, 1, 32);
        image.getProcessor().setf(5, 7, Float.NaN);

        Projection found = project(image, TILES, TEN);

        Plane decoded =
                new PlaneCodec(model, TILE, TILES)
                        .decode(found.embedding().orElseThrow().planes().get(0), Progress.NONE);
        assertThat(decoded.channels()[0]).isEqualTo(pixels(found.image()));
    }

    @Test
    void snapshotsAreImagesOfTheWay() {
        ImagePlus image = TinyModel.image(40, 30, 1, 16);
        image.getCalibration().pixelWidth = 0.25;

        Projection found = project(image, TILES, TEN.withSnapshots(4));

        ImagePlus way = found.snapshots().orElseThrow();
        ImageStack stack = way.getStack();
        assertThat(way.getTitle()).isEqualTo("tiny-steps.tif");
        assertThat(way.getCalibration().pixelWidth).isEqualTo(0.25);
        assertThat(way.getBitDepth()).isEqualTo(16);
        assertThat(stack.getSize()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertThat(stack.getSliceLabel(i + 1))
                    .isEqualTo(found.curve().points().get(4 * i).toString())
                    .startsWith("step " + 4 * i + ", ")
                    .matches("step \\d+, [\\d.]+ dB, MSE [\\d.]+");
        }
        assertThat(stack.getPixels(1))
                .isEqualTo(
                        new Restorer(model, TILE, TILES)
                                .restore(image, "", Progress.NONE)
                                .getProcessor()
                                .getPixels());
        assertThat(project(image, TILES, TEN.withSnapshots(5)).snapshots().orElseThrow())
                .satisfies(
                        last ->
                                assertThat(last.getStack().getPixels(3))
                                        .isEqualTo(found.image().getProcessor().getPixels()));
        assertThat(project(image, TILES, TEN).snapshots()).isEmpty();
    }

    @Test
    void theMeanKnowsNoImageButForTheSeedOfItsNoise() {
        ImagePlus image = TinyModel.image(16, 16, 1, 32);
        ProjectionOptions mean = TEN.withSteps(0).withStart(Start.MEAN);

        float[] zeros = pixels(project(image, WHOLE, mean).image());
        float[] seven = pixels(project(image, WHOLE, mean.withSeed(7)).image());

        assertThat(zeros).isNotEqualTo(seven);
        assertThat(pixels(project(image, WHOLE, mean).image())).isEqualTo(zeros);
        assertThat(pixels(project(image, WHOLE, mean.withSeed(7)).image())).isEqualTo(seven);
        assertThat(pixels(project(image, WHOLE, mean.withSeed(8)).image())).isNotEqualTo(seven);
    }

    @Test
    void aModelWithoutAnEncoderStartsFromTheMean() {
        ImagePlus image = TinyModel.image(20, 20, 1, 32);
        try (Autoencoder generator = TinyModel.drawGenerator()) {
            ProjectionCurve curve =
                    new Projector(generator, TILE, WHOLE, TEN.withStart(Start.MEAN))
                            .of(image, Progress.NONE)
                            .curve();

            assertThat(curve.end().mse()).isLessThan(curve.start().mse());
            assertThatThrownBy(
                            () ->
                                    new Projector(generator, TILE, WHOLE, TEN)
                                            .of(image, Progress.NONE))
                    .hasMessageContaining("cannot read images");
        }
    }

    @Test
    void thePlaneThatAStackShowsIsProjectedInItsRange() {
        ImagePlus stack = TinyModel.image(24, 24, 2, 32);
        stack.setSlice(2);

        ImagePlus result = project(stack, WHOLE, TEN.withSteps(0)).image();

        assertThat(result.getStackSize()).isEqualTo(1);
        ImagePlus all = new Restorer(model, TILE, WHOLE).restore(stack, "", Progress.NONE);
        assertThat(pixels(result)).isEqualTo(all.getStack().getPixels(2));
    }

    @Test
    void holesStayAndOnePixelIsAnImage() {
        ImagePlus image = TinyModel.image(20, 20, 1, 32);
        image.getProcessor().setf(3, 4, Float.NaN);

        Projection found = project(image, WHOLE, TEN);

        assertThat(found.image().getProcessor().getf(3, 4)).isNaN();
        assertThat(found.curve().end().psnr()).isFinite();
        ImagePlus dot = new ImagePlus("dot", new FloatProcessor(1, 1, new float[] {5}));
        assertThat(pixels(project(dot, WHOLE, TEN).image())).containsExactly(5);
    }

    @Test
    void aConstantImageIsItsOwnAnswer() {
        ImageProcessor flat = new ColorProcessor(20, 10);
        flat.setColor(new Color(128, 128, 128));
        flat.fill();

        Projection found = project(new ImagePlus("flat", flat), WHOLE, TEN.withSnapshots(5));

        assertThat(found.image().getProcessor().getPixels()).isEqualTo(flat.getPixels());
        assertThat(found.curve().points()).hasSize(1);
        assertThat(found.curve().end().psnr()).isInfinite();
        assertThat(found.embedding()).isEmpty();
    }

    @Test
    void itEndsWithinOneStepOnceCanceled() {
        List<String> heard = new ArrayList<>();
        Progress progress =
                new Progress() {
                    @Override
                    public void update(double fractionDone, String message) {
                        if (message.contains("step")) {
                            heard.add(message);
                        }
                    }

                    @Override
                    public boolean isCanceled() {
                        return heard.size() == 4;
                    }
                };

        Projector projector = new Projector(model, TILE, WHOLE, TEN);
        ImagePlus image = TinyModel.image(20, 20, 1, 8);

        assertThatThrownBy(() -> projector.of(image, progress))
                .isInstanceOf(CancellationException.class);
        assertThat(heard).hasSize(4);
        assertThat(heard.get(3)).matches("step 3 of 10, -?[\\d.]+ dB");
    }

    @Test
    void lpipsIsMeasuredAndMinimized() throws Exception {
        SmallWeights.writeSqueeze(folder, 3);
        ImagePlus image = TinyModel.image(40, 40, 1, 32);
        try (Autoencoder larger = ProjectionModels.of32Pixels()) {
            Projection found =
                    new Projector(
                                    larger,
                                    32,
                                    WHOLE,
                                    TEN.withLpips(2).withSnapshots(10),
                                    new LpipsFiles(folder, false))
                            .of(image, Progress.NONE);

            double start = loss(found.curve().start());
            assertThat(loss(found.curve().end())).isLessThan(start);
            assertThat(found.snapshots().orElseThrow().getStack().getSliceLabel(2))
                    .matches("step 10, -?[\\d.]+ dB, MSE [\\d.]+, LPIPS [\\d.]+");
            assertThat(found.curve().table().getHeadings())
                    .containsExactly("step", "psnr", "mse", "lpips");
        }
    }

    private static double loss(CurvePoint point) {
        return point.mse() + 2 * point.lpips().orElseThrow();
    }

    @Test
    void missingWeightsOfLpipsAreTold() {
        try (Autoencoder larger = ProjectionModels.of32Pixels()) {
            Projector projector =
                    new Projector(
                            larger, 32, WHOLE, TEN.withLpips(1), new LpipsFiles(folder, false));

            assertThatThrownBy(() -> projector.of(TinyModel.image(9, 9, 1, 8), Progress.NONE))
                    .isInstanceOf(OneModelException.class)
                    .hasMessage(
                            "LPIPS needs the weights of SqueezeNet, which can't be read from the"
                                    + " folder "
                                    + folder.toAbsolutePath()
                                    + ": fetch lpips-squeeze with OneModel Models... or onemodel"
                                    + " models fetch lpips-squeeze, or leave LPIPS out.");
        }
    }

    @Test
    void whatCannotFitIntoMemoryIsRefusedBeforeTheWork() {
        ImagePlus image = TinyModel.image(6000, 6000, 1, 8);

        assertThatThrownBy(() -> project(image, WHOLE, TEN.withSteps(999).withSnapshots(1)))
                .isInstanceOf(OneModelException.class)
                .hasMessageMatching(
                        "The projection of 'tiny.tif' takes about \\d+ MB, but Java has \\d+ MB"
                                + " left: take fewer snapshots, crop the image, close other images,"
                                + " or give Java more memory.");
    }

    @Test
    void tilesTooSmallForLpipsAreRefused() {
        assertThatThrownBy(() -> new Projector(model, TILE, WHOLE, TEN.withLpips(1)))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "LPIPS needs tiles of at least 17 pixels, and those of the model"
                                + " 'compact-denoise' may have 16; leave LPIPS out.");
    }

    @Test
    void theCurveIsATable() {
        ProjectionCurve curve = project(TinyModel.image(20, 20, 1, 8), WHOLE, TEN).curve();

        assertThat(curve.title()).isEqualTo("tiny.tif");
        assertThat(curve.table().getHeadings()).containsExactly("step", "psnr", "mse");
        assertThat(curve.table().getColumn("step"))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(curve.table().getValue("psnr", 10)).isEqualTo(curve.end().psnr());
        assertThat(curve.plot().getTitle()).contains("tiny.tif");
        assertThat(curve.plot().getBitDepth()).isEqualTo(24);
    }
}
