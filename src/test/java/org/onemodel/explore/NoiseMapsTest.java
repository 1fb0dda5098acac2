/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import ij.process.FloatStatistics;
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
import org.onemodel.restore.Restorer;
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
        return new NoiseMaps(model, TILE, RestoreOptions.defaults())
                .of(image, normalize, Progress.NONE);
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
    void mapsOfPlanesOfAnySizeAreSquaresOfTheirOwnResolution(int width, int height, int overlap) {
        ImagePlus image = TinyModel.image(width, height, 1, 32);
        RestoreOptions options = RestoreOptions.defaults().withOverlap(overlap);

        ImageStack stack =
                new NoiseMaps(model, TILE, options).of(image, false, Progress.NONE).getStack();

        for (int map = 1; map <= 5; map++) {
            int scale = new int[] {4, 2, 2, 1, 1}[map - 1];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    float value = stack.getProcessor(map).getf(x, y);
                    float corner =
                            stack.getProcessor(map).getf(x / scale * scale, y / scale * scale);
                    assertThat(value).as("map %d, x=%d, y=%d", map, x, y).isFinite();
                    assertThat(value).as("map %d, x=%d, y=%d", map, x, y).isEqualTo(corner);
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
    void scalingByOneIsTheReconstructionAndByZeroIsNot() {
        ImagePlus image = TinyModel.image(40, 40, 1, 32);
        RestoreOptions options = RestoreOptions.defaults();

        ImagePlus same =
                new NoiseScaling(model, TILE, options, NoiseMapSelection.ALL, 1)
                        .apply(image, Progress.NONE);
        ImagePlus none =
                new NoiseScaling(model, TILE, options, NoiseMapSelection.ALL, 0)
                        .apply(image, Progress.NONE);
        ImagePlus one =
                new NoiseScaling(model, TILE, options, NoiseMapSelection.of(3), 0)
                        .apply(image, Progress.NONE);

        ImagePlus plain = new Restorer(model, TILE, options).restore(image, "", Progress.NONE);
        float[] expected = (float[]) plain.getProcessor().getPixels();
        assertThat((float[]) same.getProcessor().getPixels()).isEqualTo(expected);
        assertThat((float[]) none.getProcessor().getPixels()).isNotEqualTo(expected);
        assertThat((float[]) one.getProcessor().getPixels())
                .isNotEqualTo(expected)
                .isNotEqualTo((float[]) none.getProcessor().getPixels());
        assertThat(same.getTitle()).isEqualTo("tiny-scaled-noise.tif");
    }

    @Test
    void severalMapsAreScaledTogether() {
        ImagePlus image = TinyModel.image(40, 40, 1, 32);
        RestoreOptions options = RestoreOptions.defaults();

        ImagePlus some =
                new NoiseScaling(model, TILE, options, NoiseMapSelection.parse("0, 2-3"), 0.5)
                        .apply(image, Progress.NONE);

        ImagePlus oneByOne =
                new Restorer(model, TILE, options)
                        .withEdit(
                                embedding ->
                                        embedding
                                                .scaleNoiseMap(0, 0.5)
                                                .scaleNoiseMap(2, 0.5)
                                                .scaleNoiseMap(3, 0.5))
                        .restore(image, "", Progress.NONE);
        assertThat((float[]) some.getProcessor().getPixels())
                .isEqualTo((float[]) oneByOne.getProcessor().getPixels());
    }

    @Test
    void aMapThatTheModelLacksIsRefused() {
        assertThatThrownBy(
                        () ->
                                new NoiseScaling(
                                        model,
                                        TILE,
                                        RestoreOptions.defaults(),
                                        NoiseMapSelection.of(5),
                                        0.5))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "There is no noise map 5: the model 'compact-denoise' has maps 0 (coarsest)"
                                + " to 4.");
    }

    @Test
    void aFactorThatIsNoNumberIsRefused() {
        assertThatThrownBy(
                        () ->
                                new NoiseScaling(
                                        model,
                                        TILE,
                                        RestoreOptions.defaults(),
                                        NoiseMapSelection.of(0),
                                        Double.NaN))
                .isInstanceOf(OneModelException.class)
                .hasMessage("The factor for noise maps is NaN; give a finite number.");
    }
}
