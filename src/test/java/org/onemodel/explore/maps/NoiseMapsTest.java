/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.FloatStatistics;
import ij.process.ImageProcessor;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.Normalization;
import org.onemodel.image.Normalizations;
import org.onemodel.image.Percentiles;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;

class NoiseMapsTest {

    private static final int TILE = 32;
    private static Autoencoder model;

    @BeforeAll
    static void draw() {
        model = TinyModel.draw();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static ImagePlus maps(ImagePlus image, boolean normalize) {
        NoiseMapFormat format =
                NoiseMapFormat.DEFAULT.withValues(normalize ? MapValues.NORMALIZED : MapValues.RAW);
        return maps(image, format).get(0);
    }

    private static List<ImagePlus> maps(ImagePlus image, NoiseMapFormat format) {
        return new NoiseMaps(model, TILE, RestoreOptions.defaults())
                .of(image, format, Progress.NONE);
    }

    @Test
    void eachMapIsASliceThatNamesItsIndexResolutionAndLayer() {
        ImagePlus image = TinyModel.image(50, 40, 1, 8);
        image.getCalibration().pixelHeight = 0.5;

        ImagePlus result = maps(image, false);

        ImageStack stack = result.getStack();
        assertThat(result.getTitle()).isEqualTo("tiny-noise-maps.tif");
        assertThat(result.getBitDepth()).isEqualTo(32);
        assertThat(result.getCalibration().pixelHeight).isEqualTo(0.5);
        assertThat(new int[] {stack.getWidth(), stack.getHeight(), stack.getSize()})
                .containsExactly(50, 40, 5);
        assertThat(stack.getSliceLabel(1)).isEqualTo("map 00 of 5, 4×4 per 16, layer conv1");
        assertThat(stack.getSliceLabel(2)).isEqualTo("map 01 of 5, 8×8 per 16, layer convs.0");
        assertThat(stack.getSliceLabel(5)).isEqualTo("map 04 of 5, 16×16 per 16, layer convs.3");
    }

    @Test
    void theMapsOfOneTileAreTheEncoders() {
        ImagePlus image = TinyModel.image(16, 16, 1, 32);

        ImageStack stack = maps(image, false).getStack();

        Normalization normalization =
                Normalizations.of(new ImagePlanes(image), Percentiles.DEFAULT);
        float[] values = ((float[]) image.getProcessor().getPixels()).clone();
        normalization.takeExcess(values, new float[values.length]);
        normalization.apply(values);
        try (NDManager manager = model.manager().newSubManager()) {
            float[] tile = new float[TILE * TILE];
            for (int i = 0; i < tile.length; i++) {
                tile[i] = values[mirror(i / TILE - 8) * 16 + mirror(i % TILE - 8)];
            }
            NDArray grey = manager.create(tile, new Shape(1, 1, TILE, TILE));
            var maps = model.encode(grey.repeat(1, 3)).noiseMaps();
            for (int map = 0; map < maps.size(); map++) {
                int side = (int) maps.get(map).getShape().get(2);
                float[] expected = maps.get(map).toFloatArray();
                int scale = TILE / side;
                for (int y = 0; y < 16; y++) {
                    for (int x = 0; x < 16; x++) {
                        float value = expected[(y + 8) / scale * side + (x + 8) / scale];
                        assertThat(stack.getProcessor(map + 1).getf(x, y))
                                .as("map %d at x=%d, y=%d", map, x, y)
                                .isCloseTo(value, Offset.offset(1e-5f));
                    }
                }
            }
        }
    }

    private static int mirror(int position) {
        int positive = Math.abs(position);
        return positive < 16 ? positive : 30 - positive;
    }

    @ParameterizedTest
    @CsvSource({"100,60,0", "7,90,5", "1,1,0", "33,31,16", "65,64,1"})
    void enlargedMapsAreTheNativeOnesAsSquares(int width, int height, int overlap) {
        ImagePlus image = TinyModel.image(width, height, 1, 32);
        RestoreOptions options = RestoreOptions.defaults().withOverlap(overlap);

        NoiseMaps noiseMaps = new NoiseMaps(model, TILE, options);
        ImageStack stack =
                noiseMaps.of(image, NoiseMapFormat.DEFAULT, Progress.NONE).get(0).getStack();
        NoiseMapFormat own = NoiseMapFormat.DEFAULT.withSize(MapSize.NATIVE);
        List<ImagePlus> natives = noiseMaps.of(image, own, Progress.NONE);

        assertThat(natives).extracting(ImagePlus::getStackSize).containsExactly(1, 2, 2);
        for (int map = 1; map <= 5; map++) {
            ImagePlus small = natives.get(map / 2);
            Calibration calibration = small.getCalibration();
            int scale = new int[] {4, 2, 2, 1, 1}[map - 1];
            assertThat(calibration.pixelWidth).isEqualTo(scale);
            assertThat(small.getWidth()).isBetween((width - 1) / scale + 1, width / scale + 2);
            ImageProcessor pixels = small.getStack().getProcessor(map == 1 ? 1 : (map - 2) % 2 + 1);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    float value = stack.getProcessor(map).getf(x, y);
                    int column = (int) Math.floor((x + 0.5) / scale + calibration.xOrigin);
                    int row = (int) Math.floor((y + 0.5) / scale + calibration.yOrigin);
                    assertThat(value).as("map %d, x=%d, y=%d", map, x, y).isFinite();
                    assertThat(value)
                            .as("map %d, x=%d, y=%d", map, x, y)
                            .isEqualTo(pixels.getf(column, row));
                }
            }
        }
    }

    @Test
    void normalizedMapsHaveMeanZeroAndDeviationOne() {
        ImageStack stack = maps(TinyModel.image(64, 64, 1, 16), true).getStack();

        for (int map = 1; map <= stack.getSize(); map++) {
            FloatStatistics statistics =
                    new FloatStatistics((FloatProcessor) stack.getProcessor(map));
            assertThat(statistics.mean).as("mean of map %d", map).isCloseTo(0, Offset.offset(1e-4));
            assertThat(statistics.stdDev)
                    .as("deviation of map %d", map)
                    .isCloseTo(1, Offset.offset(1e-3));
        }
    }

    @Test
    void theShownSliceIsRead() {
        ImagePlus image = TinyModel.image(32, 32, 2, 32);
        image.getStack().setPixels(TinyModel.plane(32, 32, 9).getPixels(), 2);
        float[] first = (float[]) maps(image, false).getStack().getPixels(5);
        image.setSlice(2);

        assertThat((float[]) maps(image, false).getStack().getPixels(5)).isNotEqualTo(first);
    }

    @Test
    void stacksOfNativeSizeAreNamedByTheirResolution() {
        ImagePlus image = TinyModel.image(64, 40, 1, 8);

        List<ImagePlus> natives = maps(image, NoiseMapFormat.DEFAULT.withSize(MapSize.NATIVE));

        assertThat(natives)
                .extracting(ImagePlus::getTitle)
                .containsExactly(
                        "tiny-noise-maps-4x4.tif",
                        "tiny-noise-maps-8x8.tif",
                        "tiny-noise-maps-16x16.tif");
        assertThat(natives.get(0).getStack().getSliceLabel(1))
                .isEqualTo("map 00 of 5, 4×4 per 16, layer conv1");
        assertThat(natives.get(2).getStack().getSliceLabel(2))
                .isEqualTo("map 04 of 5, 16×16 per 16, layer convs.3");
    }

    @Test
    void severalPlanesAreAHyperstackOfMaps() {
        ImagePlus image = TinyModel.image(20, 18, 12, 16);
        image.setDimensions(2, 3, 2);
        NoiseMapFormat all = NoiseMapFormat.parse("all", "1,3", "all", "normalized", "image");

        ImagePlus maps = maps(image, all).get(0);

        assertThat(maps.getDimensions()).containsExactly(20, 18, 2, 5, 4);
        assertThat(maps.isHyperStack()).isTrue();
        int index = maps.getStackIndex(2, 4, 3); // channel 2, map 3, slice 1 of frame 2
        assertThat(maps.getStack().getSliceLabel(index))
                .isEqualTo("map 03 of 5, 16×16 per 16, layer convs.2, normalized, plane 6 of 8");
        image.setPosition(2, 1, 2);
        NoiseMapFormat current = NoiseMapFormat.DEFAULT.withValues(MapValues.NORMALIZED);
        assertThat(maps.getStack().getPixels(index))
                .isEqualTo(maps(image, current).get(0).getStack().getPixels(4));
    }

    @Test
    void ofASelectionTheBoxIsReadAndLiesWhereItWas() {
        ImagePlus image = TinyModel.image(60, 50, 1, 8);
        image.getCalibration().pixelWidth = 0.5;
        image.getCalibration().xOrigin = 3;
        image.setRoi(new OvalRoi(10, 12, 30, 20));

        ImagePlus enlarged = maps(image, false);
        ImagePlus coarse = maps(image, NoiseMapFormat.DEFAULT.withSize(MapSize.NATIVE)).get(0);

        assertThat(enlarged.getWidth()).isEqualTo(30);
        assertThat(enlarged.getHeight()).isEqualTo(20);
        double left = image.getCalibration().getX(10);
        assertThat(enlarged.getCalibration().getX(0)).isEqualTo(left);
        assertThat(coarse.getCalibration().pixelWidth).isEqualTo(2);
        assertThat(coarse.getCalibration().getX(0)).isBetween(left - 2, left);
        for (int x = 0; x < 30; x++) {
            double position = image.getCalibration().getX(10 + x + 0.5);
            int column = (int) Math.floor(coarse.getCalibration().getRawX(position));
            assertThat(enlarged.getProcessor().getf(x, 0))
                    .isEqualTo(coarse.getProcessor().getf(column, 0));
        }
    }

    @Test
    void anOverlapThatWouldBreakTheLatticeIsRoundedUp() {
        ImagePlus image = TinyModel.image(90, 90, 1, 8);
        RestoreOptions options = RestoreOptions.defaults().withTile(32);

        ImagePlus five =
                new NoiseMaps(model, TILE, options.withOverlap(5))
                        .of(image, NoiseMapFormat.DEFAULT, Progress.NONE)
                        .get(0);
        ImagePlus eight =
                new NoiseMaps(model, TILE, options.withOverlap(8))
                        .of(image, NoiseMapFormat.DEFAULT, Progress.NONE)
                        .get(0);

        assertThat(five.getStack().getPixels(2)).isEqualTo(eight.getStack().getPixels(2));
    }

    @Test
    void mapsThatTheMemoryDoesNotHoldAreRefusedBeforeTheWork() {
        int side = 5_000;
        byte[] shared = new byte[side * side];
        ImageStack stack = new ImageStack(side, side);
        for (int i = 0; i < 300; i++) {
            stack.addSlice(null, shared);
        }
        ImagePlus image = new ImagePlus("huge", stack);
        NoiseMapFormat all = NoiseMapFormat.parse("all", "all", "all", "raw", "image");

        assertThatThrownBy(() -> maps(image, all))
                .isInstanceOf(OneModelException.class)
                .hasMessageMatching(
                        "Keeping the noise maps of all tiles takes about \\d+ MB, but Java has \\d+"
                                + " MB left: choose fewer slices or frames, or a part of the"
                                + " image, close other images, or give Java more memory\\.");
    }
}
