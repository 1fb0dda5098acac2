/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageConverter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;

/** The way from one image to another. */
class ImageInterpolationTest {

    private static final int TILE = 32;
    private static final Interpolation THREE = Interpolation.defaults().withSteps(3);

    private static Autoencoder tiny;

    @TempDir Path folder;

    @BeforeAll
    static void draw() {
        tiny = TinyModel.draw();
    }

    @AfterAll
    static void close() {
        tiny.close();
    }

    private static List<ImagePlus> all(
            Interpolation interpolation, ImagePlus first, ImagePlus second) {
        return new ImageInterpolation(tiny, TILE, Pairs.OPTIONS, interpolation)
                .of(first, second, Progress.NONE);
    }

    private static ImagePlus stack(
            InterpolationMode mode, long seed, ImagePlus first, ImagePlus second) {
        return all(THREE.withMode(mode).withSeed(seed), first, second).get(0);
    }

    private static void assertEndsAreReconstructions(
            Autoencoder model,
            int tile,
            RestoreOptions options,
            ImagePlus first,
            ImagePlus second) {
        ImagePlus stack =
                new ImageInterpolation(model, tile, options, THREE)
                        .of(first, second, Progress.NONE)
                        .get(0);
        assertThat(stack.getStackSize()).isEqualTo(3);
        assertThat(stack.getStack().getPixels(1))
                .as("t = 0")
                .isEqualTo(Pairs.reconstructed(model, tile, options, first));
        assertThat(stack.getStack().getPixels(3))
                .as("t = 1")
                .isEqualTo(Pairs.reconstructed(model, tile, options, second));
        assertThat(stack.getStack().getPixels(2))
                .isNotEqualTo(stack.getStack().getPixels(1))
                .isNotEqualTo(stack.getStack().getPixels(3));
    }

    @ParameterizedTest
    @CsvSource({"8, 100, 70, 0", "16, 33, 97, 16", "32, 64, 64, 0", "24, 50, 33, 16"})
    void theEndsAreTheTwoReconstructionsToTheBit(int bits, int width, int height, int tile) {
        RestoreOptions options = Pairs.OPTIONS.withTile(tile).withBatch(3);
        assertEndsAreReconstructions(
                tiny,
                TILE,
                options,
                Pairs.first(width, height, bits),
                Pairs.second(width, height, bits));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stylegan1_wplusencoder.pt",
                "stylegan1_wencoder.pt",
                "stylegan2_wplusencoder.pt",
                "stylegan2_wencoder.pt",
                "stylegan2_twostem.pt"
            })
    void theEndsAreReconstructionsInBothStyleGansAndLatentSpaces(String file) throws IOException {
        try (Autoencoder model = Pairs.golden(file, folder)) {
            int size = model.decoder().size();
            for (int bits : new int[] {8, 24}) {
                assertEndsAreReconstructions(
                        model,
                        size,
                        Pairs.OPTIONS.withTile(size),
                        Pairs.first(90, 60, bits),
                        Pairs.second(90, 60, bits));
            }
        }
    }

    @Test
    void holesOfBothImagesAreHolesInBetween() {
        ImagePlus first = Pairs.first(40, 40, 32);
        ImagePlus second = Pairs.second(40, 40, 32);
        first.getProcessor().setf(1, 1, Float.NaN);
        second.getProcessor().setf(30, 9, Float.NaN);
        second.getProcessor().setf(5, 5, 1e6f);
        assertEndsAreReconstructions(tiny, TILE, Pairs.OPTIONS, first, second);

        ImagePlus stack = stack(InterpolationMode.ALL, 0, first, second);
        assertThat(stack.getStack().getProcessor(2).getf(1, 1)).isNaN();
        assertThat(stack.getStack().getProcessor(2).getf(30, 9)).isNaN();
        assertThat(stack.getStack().getProcessor(2).getf(5, 5)).isCloseTo(5e5f, within(500f));
        assertThat(stack.getStack().getProcessor(3).getf(1, 1)).isFinite();
    }

    @Test
    void noiseBeginsWithTheReconstructionAndKeepsTheLatentCode() {
        ImagePlus first = Pairs.first(40, 30, 8);
        ImagePlus second = Pairs.second(40, 30, 8);
        ImagePlus noise = stack(InterpolationMode.NOISE, 0, first, second);
        ImagePlus all = stack(InterpolationMode.ALL, 0, first, second);

        assertThat(noise.getStack().getPixels(1))
                .isEqualTo(Pairs.reconstructed(tiny, TILE, Pairs.OPTIONS, first));
        assertThat(noise.getStack().getPixels(3)).isNotEqualTo(all.getStack().getPixels(3));
        assertThat(noise.getStack().getPixels(3)).isEqualTo(ofFirstLatent(first, second));
    }

    /** The noise maps and grey values of the second, with the latent code of the first. */
    private static Object ofFirstLatent(ImagePlus first, ImagePlus second) {
        StyleMix mix =
                StyleMix.defaults()
                        .withNoise(StyleNoise.SECOND)
                        .withCrossover(Crossover.atLayer(tiny.decoder().latentCount()));
        return new StyleMixing(tiny, TILE, Pairs.OPTIONS, mix)
                .of(first, second, Progress.NONE)
                .get(0)
                .getProcessor()
                .getPixels();
    }

    @Test
    void latentHasNothingOfEitherImagesNoiseMaps() {
        ImagePlus first = Pairs.first(40, 30, 32);
        ImagePlus second = Pairs.second(40, 30, 32);
        first.getProcessor().setf(3, 3, 1e6f);
        ImagePlus latent = stack(InterpolationMode.LATENT, 5, first, second);

        assertThat(latent.getStack().getPixels(1)).isEqualTo(withRandomNoise(first, second));
        assertThat(latent.getStack().getPixels(1)).isNotEqualTo(latent.getStack().getPixels(3));
        assertThat(latent.getStack().getProcessor(1).getf(3, 3)).isLessThan(1e4f);
    }

    /** One image's latent code with random noise maps, by mixing styles. */
    private static Object withRandomNoise(ImagePlus first, ImagePlus second) {
        StyleMix mix =
                StyleMix.defaults()
                        .withNoise(StyleNoise.RANDOM)
                        .withSeed(5)
                        .withCrossover(Crossover.atLayer(tiny.decoder().latentCount()));
        return new StyleMixing(tiny, TILE, Pairs.OPTIONS, mix)
                .of(first, second, Progress.NONE)
                .get(0)
                .getProcessor()
                .getPixels();
    }

    @Test
    void theSameSeedGivesTheSameImages() {
        ImagePlus first = Pairs.first(40, 30, 8);
        ImagePlus second = Pairs.second(40, 30, 8);
        Object once = stack(InterpolationMode.LATENT, 1, first, second).getStack().getPixels(2);
        assertThat(stack(InterpolationMode.LATENT, 1, first, second).getStack().getPixels(2))
                .isEqualTo(once);
        assertThat(stack(InterpolationMode.LATENT, 2, first, second).getStack().getPixels(2))
                .isNotEqualTo(once);
    }

    @Test
    void greyValuesGoFromOneRangeToTheOther() {
        ImagePlus first = Pairs.first(48, 48, 16);
        ImagePlus second = Pairs.second(48, 48, 16);
        first.getProcessor().add(10_000);
        ImagePlus stack = stack(InterpolationMode.LATENT, 0, first, second);

        double start = stack.getStack().getProcessor(1).getStatistics().mean;
        double middle = stack.getStack().getProcessor(2).getStatistics().mean;
        double end = stack.getStack().getProcessor(3).getStatistics().mean;
        assertThat(start).isBetween(9_500.0, 10_700.0);
        assertThat(middle).isCloseTo((start + end) / 2, within(100.0));
    }

    @ParameterizedTest
    @CsvSource({"8, 16, 16", "16, 8, 16", "8, 32, 32", "32, 16, 32", "24, 24, 24"})
    void theResultHasTheBitsOfTheDeeperImage(int one, int other, int expected) {
        ImagePlus first = Pairs.first(20, 20, one);
        ImagePlus second = Pairs.second(20, 20, other);
        first.setDisplayRange(10, 99);
        second.setDisplayRange(5, 50);
        ImagePlus stack = stack(InterpolationMode.ALL, 0, first, second);
        assertThat(stack.getBitDepth()).isEqualTo(expected);
        if (expected != 24) {
            assertThat(stack.getDisplayRangeMin()).isEqualTo(5);
            assertThat(stack.getDisplayRangeMax()).isEqualTo(99);
        }
    }

    @Test
    void theStackIsReadyToPlay() {
        ImagePlus first = Pairs.first(20, 20, 8);
        first.getCalibration().pixelWidth = 0.3;
        first.getCalibration().frameInterval = 7;
        ImagePlus stack = all(THREE.withSteps(5), first, Pairs.second(20, 20, 8)).get(0);

        assertThat(stack.getTitle()).isEqualTo("tiny-interpolated.tif");
        assertThat(stack.getDimensions()).containsExactly(20, 20, 1, 1, 5);
        assertThat(stack.getStack().getSliceLabels())
                .startsWith("t = 0.00", "t = 0.25", "t = 0.50", "t = 0.75", "t = 1.00");
        Calibration calibration = stack.getCalibration();
        assertThat(calibration.fps).isPositive();
        assertThat(calibration.loop).isFalse();
        assertThat(calibration.frameInterval).isZero();
        assertThat(calibration.pixelWidth).isEqualTo(0.3);
        assertThat(first.getCalibration().frameInterval).isEqualTo(7);
    }

    @Test
    void labelsTellManyImagesApart() {
        ImagePlus stack =
                all(THREE.withSteps(202), Pairs.first(4, 4, 8), Pairs.second(4, 4, 8)).get(0);
        assertThat(IntStream.rangeClosed(1, 202).mapToObj(stack.getStack()::getSliceLabel))
                .doesNotHaveDuplicates();
        assertThat(stack.getStack().getSliceLabel(2)).isEqualTo("t = 0.005");
    }

    @ParameterizedTest
    @EnumSource(PairOutput.class)
    void whatIsWantedIsGiven(PairOutput output) {
        ImagePlus first = Pairs.first(96, 96, 8);
        ImagePlus second = Pairs.second(96, 96, 8);
        List<ImagePlus> images = all(THREE.withShow(output), first, second);

        assertThat(images).hasSize(output == PairOutput.BOTH ? 2 : 1);
        if (output.hasResult()) {
            assertThat(images.get(0).getNFrames()).isEqualTo(3);
            assertThat(images.get(0).getStack().getPixels(1))
                    .isEqualTo(Pairs.reconstructed(tiny, TILE, Pairs.OPTIONS, first));
        }
        if (output.hasMontage()) {
            ImagePlus montage = images.get(images.size() - 1);
            assertThat(montage.getTitle()).isEqualTo("tiny-interpolation-montage.tif");
            assertThat(montage.getBitDepth()).isEqualTo(24);
            assertThat(montage.getWidth()).isGreaterThan(5 * 96);
            assertThat(montage.getHeight()).isBetween(3 * 96, 4 * 96);
        }
    }

    @Test
    void progressRunsToItsEndAndCancelingStops() {
        List<Double> told = new ArrayList<>();
        int[] limit = {Integer.MAX_VALUE};
        Progress progress =
                new Progress() {
                    @Override
                    public void update(double fractionDone, String message) {
                        told.add(fractionDone);
                    }

                    @Override
                    public boolean isCanceled() {
                        return told.size() > limit[0];
                    }
                };
        ImageInterpolation interpolation = new ImageInterpolation(tiny, TILE, Pairs.OPTIONS, THREE);
        ImagePlus first = Pairs.first(100, 80, 8);
        ImagePlus second = Pairs.second(100, 80, 8);
        interpolation.of(first, second, progress);
        assertThat(told.get(told.size() - 1)).isEqualTo(1);
        assertThat(told).isSorted();

        limit[0] = told.size() / 2;
        told.clear();
        assertThatThrownBy(() -> interpolation.of(first, second, progress))
                .isInstanceOf(CancellationException.class);
    }

    private static void assertRefused(ImagePlus first, ImagePlus second, String sentence) {
        assertThatThrownBy(() -> all(THREE, first, second))
                .isInstanceOf(OneModelException.class)
                .hasMessage(sentence);
    }

    @Test
    void selectionsOfOneSizeGoTogether() {
        ImagePlus first = Pairs.first(60, 60, 8);
        ImagePlus second = Pairs.second(40, 50, 8);
        first.setRoi(new Roi(10, 10, 20, 30));
        second.setRoi(new Roi(15, 5, 20, 30));
        ImagePlus stack = all(THREE, first, second).get(0);
        assertThat(stack.getWidth()).isEqualTo(20);
        assertThat(stack.getHeight()).isEqualTo(30);
    }

    @Test
    void ofACompositeTheChosenChannelIsTakenWithItsColours() {
        ImagePlus channels = TinyModel.image(96, 96, 3, 16);
        channels.setDimensions(3, 1, 1);
        CompositeImage first = new CompositeImage(channels, CompositeImage.COMPOSITE);
        first.setC(2);
        first.setDisplayRange(30, 210);
        ImagePlus second = Pairs.second(96, 96, 16);
        second.setDisplayRange(50, 100);
        List<ImagePlus> images = all(THREE.withShow(PairOutput.BOTH), first, second);

        ImagePlus stack = images.get(0);
        assertThat(stack.getDimensions()).containsExactly(96, 96, 1, 1, 3);
        ImagePlus channel = new ImagePlus("2", channels.getStack().getProcessor(2));
        assertThat(stack.getStack().getPixels(1))
                .isEqualTo(Pairs.reconstructed(tiny, TILE, Pairs.OPTIONS, channel));
        assertThat(stack.getDisplayRangeMin()).isEqualTo(30);
        assertThat(stack.getDisplayRangeMax()).isEqualTo(210);
        int[] colours = (int[]) images.get(1).getProcessor().getPixels();
        assertThat(colours).as("the second channel is green").contains(0xff00ff00 & 0x00ff00);
    }

    @Test
    void coloursOfATableGoTogetherWithRgb() {
        ImagePlus first = Pairs.first(40, 30, 24);
        ImagePlus second = Pairs.second(40, 30, 24);
        for (int x = 0; x < 20; x++) {
            second.getProcessor().set(x, x, 0xff0000);
        }
        new ImageConverter(second).convertRGBtoIndexedColor(64);
        assertThat(second.getType()).isEqualTo(ImagePlus.COLOR_256);
        ImagePlus stack = stack(InterpolationMode.ALL, 0, first, second);
        assertThat(stack.getBitDepth()).isEqualTo(24);
        assertThat(stack.getStack().getPixels(3))
                .isEqualTo(Pairs.reconstructed(tiny, TILE, Pairs.OPTIONS, second));
    }

    @Test
    void imagesWithNothingToEncodeAreRefused() {
        String words = "has one grey value in nearly all pixels, so that there is nothing";
        ImagePlus dot = Pairs.first(1, 1, 32);
        assertThatThrownBy(() -> all(THREE, dot, Pairs.second(1, 1, 8)))
                .isInstanceOf(OneModelException.class)
                .hasMessageContaining(words);
        ImagePlus holes = Pairs.second(30, 30, 32);
        holes.getProcessor().setValue(Double.NaN);
        holes.getProcessor().fill();
        assertThatThrownBy(() -> all(THREE, Pairs.first(30, 30, 32), holes))
                .hasMessageContaining("'other.tif'");
    }

    @Test
    void whatDoesNotGoTogetherIsToldInASentence() {
        ImagePlus first = Pairs.first(60, 50, 8);
        ImagePlus second = Pairs.second(40, 50, 8);
        assertRefused(
                first,
                second,
                "'tiny.tif' has 60 x 50 pixels and 'other.tif' has 40 x 50 pixels; both need one"
                        + " size: make selections of one size in both (Edit > Selection >"
                        + " Specify...), or crop or scale one of them.");
        second.setRoi(new Roi(0, 0, 9, 8));
        assertThatThrownBy(() -> all(THREE, first, second))
                .hasMessageContaining("'other.tif' has 9 x 8 pixels in its selection");
        assertRefused(
                first,
                Pairs.second(60, 50, 24),
                "'other.tif' is in colour and 'tiny.tif' is grey; convert one of them with Image >"
                        + " Type > 8-bit or RGB Color.");
        assertRefused(
                first,
                first,
                "'tiny.tif' is given as both images; choose another second image, or take a copy of"
                        + " another plane with Image > Duplicate...");
        ImagePlus flat = IJ.createImage("flat", "16-bit black", 60, 50, 1);
        assertRefused(
                first,
                flat,
                "Slice 1 of 'flat' has one grey value in nearly all pixels, so that there is"
                        + " nothing to encode; choose another image or plane.");
        ImagePlus signed = Pairs.second(60, 50, 16);
        signed.getCalibration().setSigned16BitCalibration();
        assertRefused(
                first,
                signed,
                "The grey values of 'tiny.tif' and 'other.tif' are calibrated in different ways"
                        + " (Analyze > Calibrate...); convert both with Image > Type > 32-bit.");
    }

    @Test
    void tooFewOrTooManyStepsAreRefused() {
        assertThatThrownBy(() -> THREE.withSteps(1))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "The number of steps is 1; give at least 2, as the two ends are among"
                                + " them.");
        assertThatThrownBy(
                        () ->
                                all(
                                        THREE.withSteps(Integer.MAX_VALUE),
                                        Pairs.first(60, 50, 8),
                                        Pairs.second(60, 50, 8)))
                .isInstanceOf(OneModelException.class)
                .hasMessageStartingWith("A stack of 2147483647 images of 60 x 50 pixels takes")
                .hasMessageEndingWith(
                        "give fewer steps, close other images, or give Java more memory.");
        Interpolation montage = THREE.withSteps(100_000).withShow(PairOutput.MONTAGE);
        assertThatThrownBy(() -> all(montage, Pairs.first(4, 4, 8), Pairs.second(4, 4, 8)))
                .isInstanceOf(OneModelException.class)
                .hasMessageContaining("A montage of 100002 x 3 pictures does not fit");
    }

    @Test
    void wordsAreRead() {
        Interpolation read = Interpolation.defaults().withWords("Latent", " both ");
        assertThat(read.mode()).isEqualTo(InterpolationMode.LATENT);
        assertThat(read.show()).isEqualTo(PairOutput.BOTH);
        assertThat(Interpolation.defaults().withWords("all", "stack"))
                .isEqualTo(Interpolation.defaults());
        assertThatThrownBy(() -> Interpolation.defaults().withWords("half", "stack"))
                .isInstanceOf(OneModelException.class)
                .hasMessage("The option mode is 'half'; give all or latent or noise.");
        assertThatThrownBy(() -> Interpolation.defaults().withWords("all", "film"))
                .isInstanceOf(OneModelException.class)
                .hasMessage("The option show is 'film'; give stack or montage or both.");
    }
}
