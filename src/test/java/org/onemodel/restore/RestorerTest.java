/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.image.Normalization;
import org.onemodel.image.Percentiles;
import org.onemodel.image.Plane;
import org.onemodel.tile.Tiling;

class RestorerTest {

    private static final int TILE = 32;
    private static final Normalization RANGE = Normalization.ofRange(0, 255);
    private static Autoencoder model;

    @BeforeAll
    static void draw() {
        model = TinyModel.draw();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static Restorer restorer(RestoreOptions options) {
        return new Restorer(model, TILE, options);
    }

    private static Restorer restorer() {
        return restorer(RestoreOptions.defaults());
    }

    private static float[] pixels(ImagePlus image) {
        return (float[]) image.getProcessor().convertToFloatProcessor().getPixels();
    }

    private static Plane plane(int width, int height) {
        float[] values = (float[]) TinyModel.plane(width, height, 5).getPixels();
        return new Plane(width, height, new float[][] {values});
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void restoringKeepsBitDepthDimensionsAndCalibration(int bitDepth) {
        ImagePlus image = TinyModel.image(45, 37, 4, bitDepth);
        image.setDimensions(1, 2, 2);
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = 0.25;
        calibration.setUnit("um");

        ImagePlus result = restorer().restore(image, "-denoised", Progress.NONE);

        assertThat(result.getTitle()).isEqualTo("tiny-denoised.tif");
        assertThat(result.getBitDepth()).isEqualTo(bitDepth);
        assertThat(result.getDimensions()).isEqualTo(image.getDimensions());
        assertThat(result.getCalibration().pixelWidth).isEqualTo(0.25);
        assertThat(result.getCalibration().getUnit()).isEqualTo("µm");
        assertThat(result.getStack().getSliceLabel(3)).isEqualTo("slice 2");
    }

    @Test
    void restoringIsWhatTheNetworkDoesToEachTile() {
        Plane input = plane(16, 16);
        RestoreOptions options = RestoreOptions.defaults().withTile(TILE).withOverlap(2);

        float[] result = restorer(options).restore(input, RANGE, Progress.NONE).channels()[0];

        // One tile of 32 around 16 pixels: 8 mirrored ones on each side, all weights 1 inside.
        float[] expected = decodedByHand(RANGE.normalize(input.channels()[0]));
        assertThat(result).containsExactly(RANGE.denormalize(expected), Offset.offset(1e-3f));
    }

    private static float[] decodedByHand(float[] values) {
        try (NDManager manager = model.manager().newSubManager()) {
            float[] tile = new float[TILE * TILE];
            for (int y = 0; y < TILE; y++) {
                for (int x = 0; x < TILE; x++) {
                    tile[y * TILE + x] = values[mirror(y - 8) * 16 + mirror(x - 8)];
                }
            }
            NDArray grey = manager.create(tile, new Shape(1, 1, TILE, TILE));
            NDArray decoded = model.decode(model.encode(grey.concat(grey, 1).concat(grey, 1)));
            return decoded.mean(new int[] {1}).get("0, 8:24, 8:24").toFloatArray();
        }
    }

    private static int mirror(int position) {
        int positive = Math.abs(position);
        return positive < 16 ? positive : 30 - positive;
    }

    @ParameterizedTest
    @CsvSource({"1,50", "50,1", "3,2", "16,16", "32,32", "33,31", "100,20"})
    void imagesOfAnySizeAreRestored(int width, int height) {
        ImagePlus image = TinyModel.image(width, height, 1, 32);

        ImagePlus result = restorer().restore(image, "", Progress.NONE);

        assertThat(result.getWidth()).isEqualTo(width);
        assertThat(result.getHeight()).isEqualTo(height);
        assertThat(pixels(result)).doesNotContain(Float.NaN).isNotEqualTo(pixels(image));
    }

    @Test
    void theBatchSizeDoesNotChangeTheResult() {
        Plane input = plane(90, 70);
        RestoreOptions options = RestoreOptions.defaults();

        Plane one = restorer(options.withBatch(1)).restore(input, RANGE, Progress.NONE);
        Plane seven = restorer(options.withBatch(7)).restore(input, RANGE, Progress.NONE);

        assertThat(seven.channels()[0]).containsExactly(one.channels()[0], Offset.offset(0.01f));
    }

    @Test
    void aConstantImageComesBackAsItWas() {
        ImagePlus image = new ImagePlus("flat", new FloatProcessor(40, 40));
        image.getProcessor().add(-7.25);

        ImagePlus result = restorer().restore(image, "", Progress.NONE);

        assertThat(pixels(result)).containsOnly(-7.25f);
        assertThat(result.getProcessor()).isNotSameAs(image.getProcessor());
    }

    @Test
    void aSinglePixelComesBackAsItWas() {
        ImagePlus image = new ImagePlus("dot", new FloatProcessor(1, 1, new float[] {42}));

        assertThat(pixels(restorer().restore(image, "", Progress.NONE))).containsExactly(42);
    }

    @Test
    void whatLiesOutsideThePercentilesIsGivenBack() {
        float[] hot = pixels(restorer().restore(withOnePixelOf(2000), "", Progress.NONE));
        float[] hotter = pixels(restorer().restore(withOnePixelOf(3000), "", Progress.NONE));

        assertThat(hotter[500] - hot[500]).isCloseTo(1000, Offset.offset(0.01f));
        hotter[500] = hot[500];
        assertThat(hotter).containsExactly(hot, Offset.offset(0.001f));
    }

    private static ImagePlus withOnePixelOf(float value) {
        Plane plane = plane(64, 64);
        plane.channels()[0][500] = value;
        return new ImagePlus("hot", new FloatProcessor(64, 64, plane.channels()[0]));
    }

    @Test
    void whatLiesOutsideAKnownRangeIsNoise() {
        Plane noisy = plane(32, 32);
        noisy.channels()[0][500] = 255 + 1000;
        Plane saturated = plane(32, 32);
        saturated.channels()[0][500] = 255;

        float[] withNoise = restorer().restore(noisy, RANGE, Progress.NONE).channels()[0];
        float[] without = restorer().restore(saturated, RANGE, Progress.NONE).channels()[0];

        // The network decides: its neighbours see it, and nothing is added to the pixel itself.
        assertThat(withNoise[500] - without[500]).isNotCloseTo(1000, Offset.offset(1f));
        assertThat(withNoise[501]).isNotEqualTo(without[501]);
    }

    @Test
    void allSlicesOfAStackShareOneNormalisation() {
        ImagePlus image = TinyModel.image(24, 24, 2, 32);
        image.getStack().setPixels(image.getStack().getPixels(1), 2);
        ImagePlus brighter = image.duplicate();
        brighter.getStack().getProcessor(2).add(300);

        ImagePlus same = restorer().restore(image, "", Progress.NONE);
        ImagePlus different = restorer().restore(brighter, "", Progress.NONE);

        assertThat((float[]) same.getStack().getPixels(2))
                .containsExactly((float[]) same.getStack().getPixels(1));
        assertThat((float[]) different.getStack().getPixels(1))
                .as("slice 1 in a stack with a brighter slice 2")
                .isNotEqualTo((float[]) same.getStack().getPixels(1));
    }

    @Test
    void holesStayHolesAndDoNotSpread() {
        ImagePlus image = TinyModel.image(20, 20, 2, 32);
        image.getStack().getProcessor(2).setf(3, 4, Float.NaN);
        image.getStack().getProcessor(2).setf(9, 4, Float.NEGATIVE_INFINITY);

        ImagePlus result = restorer().restore(image, "", Progress.NONE);

        float[] pixels = (float[]) result.getStack().getPixels(2);
        for (int i = 0; i < pixels.length; i++) {
            boolean hole = i == 4 * 20 + 3 || i == 4 * 20 + 9;
            assertThat(Float.isFinite(pixels[i])).as("pixel %d", i).isEqualTo(!hole);
        }
        assertThat(pixels[4 * 20 + 9]).isEqualTo(Float.NEGATIVE_INFINITY);
    }

    @Test
    void imgLib2ImagesAreRestoredLikeImageJsOwn() {
        ImagePlus image = TinyModel.image(40, 30, 2, 32);
        float[] values = new float[40 * 30 * 2];
        System.arraycopy(image.getStack().getPixels(1), 0, values, 0, 1200);
        System.arraycopy(image.getStack().getPixels(2), 0, values, 1200, 1200);
        Img<FloatType> img = ArrayImgs.floats(values, 40, 30, 2);

        Img<FloatType> result = restorer().restore(img, Progress.NONE);

        ImagePlus expected = restorer().restore(image, "", Progress.NONE);
        assertThat(result.dimensionsAsLongArray()).containsExactly(40, 30, 2);
        assertThat(result.getAt(17, 21, 1).get())
                .isEqualTo(expected.getStack().getProcessor(2).getf(17, 21));
    }

    @Test
    void cancelingStopsAfterTheBatchAndLeavesTheInput() {
        ImagePlus image = TinyModel.image(100, 100, 1, 32);
        float[] before = pixels(image).clone();
        AtomicInteger updates = new AtomicInteger();
        Progress canceled =
                new Progress() {
                    @Override
                    public void update(double fractionDone, String message) {
                        if (fractionDone > 0) {
                            updates.incrementAndGet();
                        }
                    }

                    @Override
                    public boolean isCanceled() {
                        return updates.get() >= 2;
                    }
                };
        Restorer oneByOne = restorer(RestoreOptions.defaults().withBatch(1));

        assertThatThrownBy(() -> oneByOne.restore(image, "", canceled))
                .isInstanceOf(CancellationException.class)
                .hasMessage("Canceled; nothing was changed.");
        assertThat(updates).hasValue(2);
        assertThat(pixels(image)).containsExactly(before);
    }

    @Test
    void progressGrowsToOneAndNamesTheSlice() {
        List<Double> fractions = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        Progress progress =
                new Progress() {
                    @Override
                    public void update(double fractionDone, String message) {
                        fractions.add(fractionDone);
                        messages.add(message);
                    }

                    @Override
                    public boolean isCanceled() {
                        return false;
                    }
                };

        restorer(RestoreOptions.defaults().withBatch(4))
                .restore(TinyModel.image(60, 60, 2, 8), "", progress);

        assertThat(fractions).isSorted().hasSizeGreaterThan(4).endsWith(1.0);
        assertThat(messages.get(0)).matches("takes about \\d+ MB of memory");
        assertThat(messages)
                .contains("reading slice 1 of 2", "reading slice 2 of 2", "slice 1 of 2")
                .endsWith("slice 2 of 2");
    }

    @Test
    void memoryDoesNotGrowWithTheNumberOfCalls() {
        Plane input = plane(40, 40);
        Restorer restorer = restorer();
        restorer.restore(input, RANGE, Progress.NONE);
        int before = model.manager().getManagedArrays().size();

        for (int i = 0; i < 50; i++) {
            restorer.restore(input, RANGE, Progress.NONE);
        }

        assertThat(model.manager().getManagedArrays()).hasSize(before);
    }

    @Test
    void tooLittleMemoryMeansSmallerBatchesThenSmallerTiles() {
        Plane input = plane(70, 70);
        List<String> tried = new ArrayList<>();
        UnaryOperator<Embedding> small = withRoomFor(1, 2 * TinyModel.SIZE, tried);
        RestoreOptions options = RestoreOptions.defaults().withTile(64).withBatch(4);

        Plane result = restorer(options).withEdit(small).restore(input, RANGE, Progress.NONE);

        assertThat(tried.subList(0, 4)).containsExactly("4x64", "2x64", "1x64", "1x32");
        Plane expected =
                restorer(options.withTile(32).withOverlap(16)).restore(input, RANGE, Progress.NONE);
        assertThat(result.channels()[0])
                .containsExactly(expected.channels()[0], Offset.offset(0.01f));
    }

    @Test
    void tooLittleMemoryForOneTileIsSaidInASentence() {
        UnaryOperator<Embedding> none = withRoomFor(0, 0, new ArrayList<>());

        assertThatThrownBy(
                        () ->
                                restorer()
                                        .withEdit(none)
                                        .restore(plane(20, 20), RANGE, Progress.NONE))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "The device has too little memory even for one tile of 16 pixels; close"
                                + " other programs that use it, or choose the device cpu.")
                .hasCauseInstanceOf(EngineException.class);
    }

    @Test
    void otherErrorsOfTheEngineAreNotTriedAgain() {
        AtomicInteger calls = new AtomicInteger();
        Restorer broken =
                restorer()
                        .withEdit(
                                embedding -> {
                                    calls.incrementAndGet();
                                    throw new EngineException("Expected a contiguous tensor");
                                });

        assertThatThrownBy(() -> broken.restore(plane(20, 20), RANGE, Progress.NONE))
                .isInstanceOf(EngineException.class)
                .hasMessage("Expected a contiguous tensor");
        assertThat(calls).hasValue(1);
    }

    private static UnaryOperator<Embedding> withRoomFor(int batch, int tile, List<String> tried) {
        return embedding -> {
            Shape finest = embedding.noiseMaps().get(embedding.noiseMaps().size() - 1).getShape();
            tried.add(finest.get(0) + "x" + finest.get(2));
            if (finest.get(0) > batch || finest.get(2) > tile) {
                throw new EngineException("CUDA out of memory. Tried to allocate 2.00 GiB");
            }
            return embedding;
        };
    }

    @Test
    void aTileThatIsNoMultipleOfTheModelsSizeIsRefused() {
        assertThatThrownBy(() -> restorer(RestoreOptions.defaults().withTile(40)))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "The tile size is 40 pixels; the model 'compact-denoise' takes multiples"
                                + " of 16 up to 8192, such as 32.");
    }

    @Test
    void anOverlapAboveHalfATileIsRefused() {
        assertThatThrownBy(() -> restorer(RestoreOptions.defaults().withOverlap(17)))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "The overlap of the tiles is 17 pixels; give at most 16, half of the tile"
                                + " size 32.");
    }

    @Test
    void theDefaultBatchHoldsAboutEightTilesOf128() {
        RestoreOptions options = RestoreOptions.defaults();

        assertThat(TileLayout.of(64, 128, options)).isEqualTo(new TileLayout(64, 128, 32, 8, true));
        assertThat(TileLayout.of(64, 512, options).batch()).isEqualTo(1);
        assertThat(TileLayout.of(64, 512, options.withPercentiles(Percentiles.MIN_MAX)).overlap())
                .isEqualTo(128);
    }

    @ParameterizedTest
    @CsvSource({"100,80,192", "256,256,320", "290,200,256", "300,200,256", "2000,2000,256"})
    void aPlaneThatOneTileCanCoverGetsATileOfItsSize(int width, int height, int side) {
        TileLayout layout = TileLayout.of(64, 256, RestoreOptions.defaults());

        Tiling tiling = layout.tiling(width, height);

        assertThat(tiling.tile()).isEqualTo(side);
        assertThat(tiling.tileCount()).isEqualTo(side != 256 ? 1 : tiling.tiles().size());
        TileLayout chosen = TileLayout.of(64, 256, RestoreOptions.defaults().withTile(256));
        assertThat(chosen.tiling(width, height).tile()).isEqualTo(256);
    }
}
