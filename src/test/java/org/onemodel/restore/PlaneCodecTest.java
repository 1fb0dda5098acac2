/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.EngineException;
import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.PartialDecoding;
import org.onemodel.embedding.Embedding;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.OutputType;
import org.onemodel.image.Plane;
import org.onemodel.image.PlaneSeries;

/** What is encoded and decoded apart is what is restored at once. */
class PlaneCodecTest {

    private static final int TILE = 32;

    private static Autoencoder expanding;
    private static Autoencoder resNet;

    @BeforeAll
    static void draw() {
        expanding = TinyModel.draw();
        resNet = TinyModel.drawResNet();
    }

    @AfterAll
    static void close() {
        expanding.close();
        resNet.close();
    }

    private static RestoreOptions options(int batch, OutputType output) {
        RestoreOptions options = RestoreOptions.defaults().withBatch(batch);
        return options.withImage(options.image().withOutput(output));
    }

    private static void assertSame(
            Autoencoder autoencoder, ImagePlus image, RestoreOptions options) {
        PlaneCodec codec = new PlaneCodec(autoencoder, TILE, options);
        ImagePlanes shown = codec.shown(image);
        EncodedPlane encoded = codec.encode(shown, Progress.NONE).get(0);
        PlaneSeries series = new PlaneSeries(shown, options.image().output());
        series.add("decoded", codec.decode(encoded, Progress.NONE));
        ImagePlus decoded = series.finish("-decoded", 1, 1);

        ImagePlus restored =
                new Restorer(autoencoder, TILE, options).restore(image, "-restored", Progress.NONE);
        int channels = decoded.getStackSize();
        int first = (image.getCurrentSlice() - 1) * channels;
        for (int c = 1; c <= channels; c++) {
            assertThat(decoded.getStack().getPixels(c))
                    .isEqualTo(restored.getStack().getPixels(first + c));
        }
        assertThat(decoded.getBitDepth()).isEqualTo(restored.getBitDepth());
        assertThat(decoded.getCalibration().pixelWidth)
                .isEqualTo(restored.getCalibration().pixelWidth);
    }

    @ParameterizedTest
    @CsvSource({
        "8, 100, 70, 1, SAME",
        "8, 100, 70, 4, FLOAT",
        "16, 30, 97, 3, SAME",
        "16, 1, 1, 0, SAME",
        "24, 64, 64, 2, SAME",
        "24, 50, 33, 8, FLOAT",
        "32, 75, 40, 5, SAME",
        "32, 16, 16, 0, FLOAT"
    })
    void aDecodedPlaneIsTheRestoredOneToTheBit(
            int bits, int width, int height, int batch, OutputType output) {
        ImagePlus image = TinyModel.image(width, height, 3, bits);
        image.getCalibration().pixelWidth = 0.25;
        image.setSlice(2);
        RestoreOptions options = options(batch, output);
        assertSame(expanding, image, options);
        assertSame(resNet, image, options);
        assertSame(expanding, image, options.withTile(16).withOverlap(5));
    }

    @Test
    void holesAndOutliersStay() {
        ImagePlus image = TinyModel.image(70, 50, 1, 32);
        image.getProcessor().setf(3, 4, Float.NaN);
        image.getProcessor().setf(60, 40, Float.NEGATIVE_INFINITY);
        image.getProcessor().setf(30, 30, 1e6f);
        assertSame(expanding, image, options(0, OutputType.SAME));
    }

    @Test
    void aPlaneOfOneValueStaysAsItIs() {
        ImagePlus image = TinyModel.image(40, 40, 1, 16);
        image.getProcessor().set(1234);
        image.getProcessor().set(5, 5, 999);
        assertSame(expanding, image, options(0, OutputType.SAME));
    }

    @Test
    void ofACompositeTheChosenChannelIsTaken() {
        ImagePlus stack = TinyModel.image(40, 30, 3, 16);
        stack.setDimensions(3, 1, 1);
        CompositeImage composite = new CompositeImage(stack, CompositeImage.COMPOSITE);
        composite.setC(2);
        assertSame(expanding, composite, options(0, OutputType.SAME));
    }

    @Test
    void aSelectionIsDecodedAsItsBox() {
        ImagePlus image = TinyModel.image(60, 50, 1, 8);
        image.setRoi(new Roi(10, 12, 30, 20));
        PlaneCodec codec = new PlaneCodec(expanding, TILE, RestoreOptions.defaults());
        ImagePlanes shown = codec.shown(image);
        Plane decoded = codec.decode(codec.encode(shown, Progress.NONE).get(0), Progress.NONE);
        PlaneSeries series = new PlaneSeries(shown, OutputType.SAME);
        series.add("box", decoded);
        ImagePlus box = series.finish("-box", 1, 1);

        assertThat(box.getWidth()).isEqualTo(30);
        assertThat(box.getHeight()).isEqualTo(20);
        assertThat(box.getCalibration().xOrigin).isEqualTo(-10);
    }

    /** Each map three times as strong, going on from what was decoded before. */
    private static final class EachMapScaled implements Variations {

        private final int maps;

        EachMapScaled(Autoencoder autoencoder) {
            maps = autoencoder.decoder().noiseMapSizes().size();
        }

        @Override
        public int count() {
            return maps;
        }

        @Override
        public void decode(Embedding tiles, TileDecoder decoder) {
            PartialDecoding at = decoder.begin(tiles);
            for (int map = 0; map < maps; map++) {
                at = decoder.advance(at, tiles, map);
                decoder.finish(at, tiles.scaleNoiseMap(map, 3));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void variationsThatGoOnInBetweenAreThoseFromTheStart(boolean paper) {
        Autoencoder autoencoder = paper ? resNet : expanding;
        ImagePlus image = TinyModel.image(90, 70, 1, 24);
        PlaneCodec codec = new PlaneCodec(autoencoder, TILE, RestoreOptions.defaults());
        EncodedPlane encoded = codec.encode(codec.shown(image), Progress.NONE).get(0);

        List<Plane> variations =
                codec.decode(encoded, new EachMapScaled(autoencoder), Progress.NONE);

        assertThat(variations).hasSize(autoencoder.decoder().noiseMapSizes().size());
        for (int i = 0; i < variations.size(); i++) {
            int map = i;
            ImagePlus scaled =
                    new Restorer(autoencoder, TILE, RestoreOptions.defaults())
                            .withEdit(tiles -> tiles.scaleNoiseMap(map, 3))
                            .restore(image, "-scaled", Progress.NONE);
            PlaneSeries series = new PlaneSeries(new ImagePlanes(image), OutputType.SAME);
            series.add("scaled", variations.get(i));
            assertThat(series.finish("", 1, 1).getProcessor().getPixels())
                    .as("map %d", map)
                    .isEqualTo(scaled.getProcessor().getPixels());
        }
    }

    @Test
    void fewerTilesAreDecodedAtATimeWhereTheDevicesMemoryDoesNotSuffice() {
        ImagePlus image = TinyModel.image(90, 70, 1, 32);
        RestoreOptions options = RestoreOptions.defaults().withTile(TILE).withBatch(4);
        PlaneCodec codec = new PlaneCodec(expanding, TILE, options);
        EncodedPlane encoded = codec.encode(codec.shown(image), Progress.NONE).get(0);
        List<Integer> sizes = new ArrayList<>();
        Variations small =
                new Variations() {
                    @Override
                    public int count() {
                        return 1;
                    }

                    @Override
                    public void decode(Embedding tiles, TileDecoder decoder) {
                        sizes.add(tiles.batchSize());
                        if (tiles.batchSize() > 1) {
                            throw new EngineException("CUDA out of memory.");
                        }
                        decoder.decode(tiles);
                    }
                };

        Plane fewer = codec.decode(encoded, small, Progress.NONE).get(0);

        assertThat(sizes).startsWith(4, 2, 1).containsOnly(4, 2, 1);
        float[] expected = codec.decode(encoded, Progress.NONE).channels()[0];
        for (int i = 0; i < expected.length; i++) {
            assertThat(fewer.channels()[0][i])
                    .as("pixel %d", i)
                    .isCloseTo(expected[i], within(1e-3f));
        }
    }

    @Test
    void whereNotEvenOneTileFitsOneSentenceSaysSo() {
        ImagePlus image = TinyModel.image(20, 20, 1, 8);
        PlaneCodec codec = new PlaneCodec(expanding, TILE, RestoreOptions.defaults());
        EncodedPlane encoded = codec.encode(codec.shown(image), Progress.NONE).get(0);
        Variations none =
                new Variations() {
                    @Override
                    public int count() {
                        return 1;
                    }

                    @Override
                    public void decode(Embedding tiles, TileDecoder decoder) {
                        throw new EngineException("CUDA out of memory.");
                    }
                };
        assertThatThrownBy(() -> codec.decode(encoded, none, Progress.NONE))
                .isInstanceOf(OneModelException.class)
                .hasMessageContaining("The device has too little memory even for one tile of");
    }

    @Test
    void cancelingStopsWithinAVariation() {
        ImagePlus image = TinyModel.image(20, 20, 1, 8);
        PlaneCodec codec = new PlaneCodec(expanding, TILE, RestoreOptions.defaults());
        EncodedPlane encoded = codec.encode(codec.shown(image), Progress.NONE).get(0);
        AtomicInteger asked = new AtomicInteger();
        List<Double> told = new ArrayList<>();
        Progress progress =
                new Progress() {
                    @Override
                    public void update(double fractionDone, String message) {
                        told.add(fractionDone);
                    }

                    @Override
                    public boolean isCanceled() {
                        return asked.incrementAndGet() > 3;
                    }
                };
        EachMapScaled variations = new EachMapScaled(expanding);
        assertThatThrownBy(() -> codec.decode(encoded, variations, progress))
                .isInstanceOf(CancellationException.class);
        assertThat(told).isSorted().hasSizeLessThan(variations.count());
    }

    @Test
    void anEmbeddingOfOtherTilesIsRefused() {
        PlaneCodec codec = new PlaneCodec(expanding, TILE, RestoreOptions.defaults());
        ImagePlus small = TinyModel.image(20, 20, 1, 8);
        ImagePlus large = TinyModel.image(90, 90, 1, 8);
        EncodedPlane one = codec.encode(codec.shown(small), Progress.NONE).get(0);
        EncodedPlane many = codec.encode(codec.shown(large), Progress.NONE).get(0);
        assertThatThrownBy(() -> many.withTiles(one.tiles()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Slice 1 of 'tiny.tif' has embeddings of 1 tiles; expected");
    }
}
