/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.plugin.filter.GaussianBlur;
import ij.process.FloatProcessor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.image.OutputType;
import org.onemodel.image.Percentiles;
import org.onemodel.image.PlaneSelection;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.Restorer;
import org.onemodel.restore.TinyModel;
import org.onemodel.weights.ForeignModel;

/** What is exported, edited or not, and decoded again. */
class MapDecodingTest {

    private static final int TILE = 64;
    private static final String GREY = "stylegan2_wplusencoder";
    private static final Map<String, Autoencoder> MODELS = new HashMap<>();

    private static Autoencoder model(String name) {
        return MODELS.computeIfAbsent(name, MapDecodingTest::load);
    }

    private static Autoencoder load(String name) {
        if (name.equals("tiny")) {
            return TinyModel.draw();
        }
        try {
            Path file =
                    Path.of(MapDecodingTest.class.getResource("/golden/" + name + ".pt").toURI());
            return ForeignModel.read(file).build(NDManager.newBaseManager());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void close() {
        MODELS.values().forEach(Autoencoder::close);
    }

    private static int tile(String name) {
        return name.equals("tiny") ? 32 : TILE;
    }

    private static NoiseMaps maps(String name, RestoreOptions options) {
        return new NoiseMaps(model(name), tile(name), options);
    }

    private static ImagePlus export(String name, ImagePlus image) {
        return maps(name, RestoreOptions.defaults())
                .of(image, NoiseMapFormat.DEFAULT, Progress.NONE)
                .get(0);
    }

    private static ImagePlus decode(String name, List<ImagePlus> stacks, RestoreOptions options) {
        EncodedImage encoded = EncodedImage.carriedBy(stacks.get(0)).orElseThrow();
        return new MapDecoding(model(name), tile(name), options).of(encoded, stacks, Progress.NONE);
    }

    private static ImagePlus decode(String name, ImagePlus... stacks) {
        return decode(name, List.of(stacks), RestoreOptions.defaults());
    }

    private static ImagePlus reconstruct(String name, ImagePlus image, RestoreOptions options) {
        return new Restorer(model(name), tile(name), options).restore(image, "", Progress.NONE);
    }

    private static void assertSamePixels(ImagePlus actual, ImagePlus expected) {
        assertThat(actual.getBitDepth()).isEqualTo(expected.getBitDepth());
        assertThat(actual.getDimensions()).isEqualTo(expected.getDimensions());
        for (int i = 1; i <= expected.getStackSize(); i++) {
            assertThat(
                            Objects.deepEquals(
                                    actual.getStack().getPixels(i),
                                    expected.getStack().getPixels(i)))
                    .as("slice %d is the same to the bit", i)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tiny, 8, 70, 50, 0, IMAGE, RAW",
        "tiny, 16, 33, 90, 16, NATIVE, NORMALIZED",
        "tiny, 24, 100, 60, 32, IMAGE, NORMALIZED",
        "tiny, 32, 1, 1, 0, IMAGE, RAW",
        "stylegan1_wplusencoder, 8, 150, 70, 64, IMAGE, RAW",
        "stylegan1_twostem, 32, 70, 90, 0, NATIVE, RAW",
        "stylegan1_wencoder, 24, 40, 30, 0, IMAGE, NORMALIZED",
        "stylegan2_wplusencoder, 16, 150, 70, 64, NATIVE, NORMALIZED",
        "stylegan2_twostem, 24, 70, 70, 0, IMAGE, RAW",
        "stylegan2_wwplusencoder, 8, 64, 64, 64, NATIVE, RAW"
    })
    void anUneditedStackDecodesToTheReconstructionToTheBit(
            String name,
            int bits,
            int width,
            int height,
            int tile,
            MapSize size,
            MapValues values) {
        ImagePlus image = TinyModel.image(width, height, 1, bits);
        image.getCalibration().pixelWidth = 0.25;
        image.setDisplayRange(10, 150);
        RestoreOptions options = RestoreOptions.defaults().withTile(tile);
        NoiseMapFormat format = NoiseMapFormat.DEFAULT.withSize(size).withValues(values);

        List<ImagePlus> stacks = maps(name, options).of(image, format, Progress.NONE);
        ImagePlus decoded = decode(name, stacks, RestoreOptions.defaults());

        ImagePlus reconstructed = reconstruct(name, image, options);
        assertSamePixels(decoded, reconstructed);
        assertThat(decoded.getTitle()).isEqualTo("tiny-decoded.tif");
        assertThat(decoded.getCalibration().pixelWidth).isEqualTo(0.25);
        assertThat(decoded.getDisplayRangeMax()).isEqualTo(reconstructed.getDisplayRangeMax());
    }

    @ParameterizedTest
    @EnumSource(OutputType.class)
    void aHyperstackOfAllPlanesDecodesToTheReconstruction(OutputType output) {
        ImagePlus stack = TinyModel.image(40, 30, 12, 16);
        stack.setDimensions(2, 3, 2);
        CompositeImage image = new CompositeImage(stack, CompositeImage.COMPOSITE);
        NoiseMapFormat format = NoiseMapFormat.DEFAULT.withPlanes(PlaneSelection.ALL);
        RestoreOptions defaults = RestoreOptions.defaults();
        RestoreOptions options = defaults.withImage(defaults.image().withOutput(output));

        List<ImagePlus> stacks = maps("tiny", options).of(image, format, Progress.NONE);
        ImagePlus decoded = decode("tiny", stacks, options);

        assertSamePixels(decoded, reconstruct("tiny", image, options));
        assertThat(decoded.isComposite()).isTrue();
    }

    @Test
    void aSelectionDecodesToTheReconstructionOfItsBox() {
        ImagePlus image = TinyModel.image(90, 80, 1, 8);
        image.getCalibration().xOrigin = 2;
        image.getProcessor().set(25, 20, 0);
        image.getProcessor().set(30, 25, 255);
        RestoreOptions all = RestoreOptions.defaults().withPercentiles(new Percentiles(0, 100));
        ImagePlus box = new ImagePlus("box", image.getProcessor().duplicate());
        box.setRoi(20, 12, 50, 40);
        box = box.crop();
        image.setRoi(new Roi(20, 12, 50, 40));

        ImagePlus stack = maps(GREY, all).of(image, NoiseMapFormat.DEFAULT, Progress.NONE).get(0);
        ImagePlus decoded = decode(GREY, stack);

        assertSamePixels(decoded, reconstruct(GREY, box, all));
        assertThat(decoded.getCalibration().xOrigin).isEqualTo(-18);
        assertThat(decoded.getRoi()).isNull();
    }

    @Test
    void holesAndOutliersStay() {
        ImagePlus image = TinyModel.image(70, 50, 1, 32);
        image.getProcessor().setf(3, 4, Float.NaN);
        image.getProcessor().setf(30, 30, 1e6f);
        assertSamePixels(
                decode("tiny", export("tiny", image)),
                reconstruct("tiny", image, RestoreOptions.defaults()));
    }

    @Test
    void aMapMultipliedInTheStackIsScaledNoise() {
        ImagePlus image = TinyModel.image(40, 40, 1, 32); // one tile
        ImagePlus stack = export(GREY, image);
        stack.getStack().getProcessor(9).multiply(2);

        ImagePlus decoded = decode(GREY, stack);

        ImagePlus scaled =
                new Restorer(model(GREY), TILE, RestoreOptions.defaults())
                        .withEdit(tiles -> tiles.scaleNoiseMap(8, 2))
                        .restore(image, "", Progress.NONE);
        ImagePlus plain = reconstruct(GREY, image, RestoreOptions.defaults());
        for (int y = 6; y < 34; y++) { // what lies outside of the plane is mirrored
            for (int x = 6; x < 34; x++) {
                assertThat(decoded.getProcessor().getf(x, y))
                        .as("x=%d, y=%d", x, y)
                        .isCloseTo(scaled.getProcessor().getf(x, y), Offset.offset(1e-3f));
            }
        }
        assertThat(decoded.getProcessor().getf(20, 20))
                .isNotCloseTo(plain.getProcessor().getf(20, 20), Offset.offset(1e-2f));
    }

    @ParameterizedTest
    @CsvSource({
        "stylegan1_wplusencoder, 3, 150, 40",
        "stylegan1_wencoder, 0, 40, 40",
        "stylegan2_wplusencoder, 8, 150, 70",
        "stylegan2_twostem, 1, 33, 90"
    })
    void aMapSetToZeroIsTakenAwayFromAllTilesAndAroundTheImage(
            String name, int map, int width, int height) {
        ImagePlus image = TinyModel.image(width, height, 1, 24);
        RestoreOptions options = RestoreOptions.defaults().withTile(64);
        ImagePlus stack =
                maps(name, options).of(image, NoiseMapFormat.DEFAULT, Progress.NONE).get(0);
        stack.getStack().getProcessor(map + 1).set(0);

        ImagePlus decoded = decode(name, stack);

        assertSamePixels(
                decoded,
                new Restorer(model(name), TILE, options)
                        .withEdit(tiles -> tiles.scaleNoiseMap(map, 0))
                        .restore(image, "", Progress.NONE));
    }

    @Test
    void aChangedPixelCountsInAllTilesAndOthersStay() {
        ImagePlus image = TinyModel.image(150, 90, 1, 32);
        RestoreOptions options = RestoreOptions.defaults().withTile(64);
        ImagePlus stack =
                maps(GREY, options).of(image, NoiseMapFormat.DEFAULT, Progress.NONE).get(0);
        EncodedImage encoded = EncodedImage.carriedBy(stack).orElseThrow();
        stack.getStack().getProcessor(9).setf(75, 45, 5);

        ImagePlus decoded = decode(GREY, stack);

        ImagePlus before = reconstruct(GREY, image, options);
        int changed = 0;
        for (int y = 0; y < 90; y++) {
            for (int x = 0; x < 150; x++) {
                boolean same =
                        decoded.getProcessor().getf(x, y) == before.getProcessor().getf(x, y);
                changed += same ? 0 : 1;
                if (Math.abs(x - 75) > 4 || Math.abs(y - 45) > 4) {
                    assertThat(same).as("x=%d, y=%d", x, y).isTrue();
                }
            }
        }
        assertThat(changed).isPositive();
        assertThat(encoded.planes().get(0).tiling().tileCount()).isEqualTo(8);
    }

    @Test
    void nativeAndEnlargedEditsOfWholeSquaresAreTheSame() {
        ImagePlus image = TinyModel.image(100, 90, 1, 32);
        NoiseMapFormat format = NoiseMapFormat.DEFAULT.withValues(MapValues.NORMALIZED);
        NoiseMaps maps = maps(GREY, RestoreOptions.defaults());
        ImagePlus enlarged = maps.of(image, format, Progress.NONE).get(0);
        List<ImagePlus> own = maps.of(image, format.withSize(MapSize.NATIVE), Progress.NONE);
        enlarged.getStack().getProcessor(2).add(1);
        own.get(1).getStack().getProcessor(1).add(1);

        ImagePlus fromEnlarged = decode(GREY, enlarged);

        assertSamePixels(fromEnlarged, decode(GREY, own.get(1)));
        assertThat(fromEnlarged.getProcessor().getPixels())
                .isNotEqualTo(decode(GREY, own.get(0)).getProcessor().getPixels());
    }

    @Test
    void aBlurredFinestMapMakesTheImageSmoother() {
        ImagePlus image = TinyModel.image(64, 64, 1, 32);
        ImagePlus stack = export(GREY, image);
        new GaussianBlur()
                .blurGaussian((FloatProcessor) stack.getStack().getProcessor(9), 2, 2, 0.01);

        ImagePlus decoded = decode(GREY, stack);

        assertThat(decoded.getProcessor().getPixels())
                .isNotEqualTo(
                        reconstruct(GREY, image, RestoreOptions.defaults())
                                .getProcessor()
                                .getPixels());
    }

    @Test
    void someMapsInAnyOrderAreFoundByTheirLabels() {
        ImagePlus image = TinyModel.image(80, 70, 1, 8);
        ImagePlus stack = export(GREY, image);
        stack.getStack().getProcessor(3).multiply(3);
        stack.getStack().getProcessor(6).multiply(-1);
        ImageStack some = new ImageStack(80, 70);
        for (int slice : new int[] {6, 3}) {
            some.addSlice(stack.getStack().getSliceLabel(slice), stack.getStack().getPixels(slice));
        }
        ImagePlus substack = new ImagePlus("some", some);

        ImagePlus decoded =
                new MapDecoding(model(GREY), TILE, RestoreOptions.defaults())
                        .of(
                                EncodedImage.carriedBy(stack).orElseThrow(),
                                List.of(substack),
                                Progress.NONE);

        assertSamePixels(decoded, decode(GREY, stack));
    }

    @Test
    void aStackWithoutLabelsIsReadInOrder() {
        ImagePlus stack = export(GREY, TinyModel.image(40, 30, 1, 8));
        stack.getStack().getProcessor(5).multiply(4);
        ImagePlus expected = decode(GREY, stack);
        for (int i = 1; i <= 9; i++) {
            stack.getStack().setSliceLabel(null, i);
        }
        assertSamePixels(decode(GREY, stack), expected);

        stack.getStack().deleteLastSlice();
        assertThatThrownBy(() -> decode(GREY, stack))
                .isInstanceOf(OneModelException.class)
                .hasMessageContaining("Slice 1 of 'tiny-noise-maps.tif' has no label that says");
    }

    @Test
    void mapsOfAnotherImageAreSwappedIn() {
        ImagePlus one = TinyModel.image(70, 60, 1, 8);
        ImagePlus other = new ImagePlus("other.tif", TinyModel.plane(70, 60, 77));
        ImagePlus stack = export(GREY, one);
        ImagePlus others = export(GREY, other);
        for (int i = 1; i <= 9; i++) {
            stack.getStack().setPixels(others.getStack().getPixels(i), i);
        }
        ImagePlus swapped = decode(GREY, stack);

        ImagePlus sameWithFile =
                new MapDecoding(model(GREY), TILE, RestoreOptions.defaults())
                        .of(
                                EncodedImage.carriedBy(stack).orElseThrow(),
                                List.of(others),
                                Progress.NONE);
        assertSamePixels(swapped, sameWithFile);
        assertThat(swapped.getProcessor().getPixels())
                .isNotEqualTo(decode(GREY, export(GREY, one)).getProcessor().getPixels());
        assertThat(swapped.getTitle()).isEqualTo("tiny-decoded.tif");
    }

    @Test
    void whatDoesNotFitIsToldInOneSentence() {
        ImagePlus stack = export(GREY, TinyModel.image(40, 30, 1, 8));
        EncodedImage encoded = EncodedImage.carriedBy(stack).orElseThrow();
        MapDecoding decoding = new MapDecoding(model(GREY), TILE, RestoreOptions.defaults());

        ImagePlus eight = TinyModel.image(40, 30, 9, 8);
        assertRefused(decoding, encoded, eight, "has 8-bit pixels; noise maps are 32-bit");
        ImagePlus small = TinyModel.image(39, 30, 9, 32);
        assertRefused(
                decoding,
                encoded,
                small,
                "Slice 1 of 'tiny.tif' has 39 x 30 pixels; the map has 4 x 2, or 40 x 30 enlarged");
        stack.getStack().getProcessor(9).setf(4, 5, Float.NaN);
        assertRefused(decoding, encoded, stack, "' is NaN at x=4, y=5; noise maps are decoded");
        stack.getStack().setSliceLabel("map 03 of 5", 9);
        assertRefused(decoding, encoded, stack, "is noise map 3 of 5, but the latent code is of");
        stack.getStack().setSliceLabel("map 03 of 9", 9);
        assertRefused(decoding, encoded, stack, "is noise map 3 once more");
        stack.getStack().setSliceLabel("map 08 of 9, plane 4 of 5", 9);
        assertRefused(decoding, encoded, stack, "is a map of plane 4, but the latent codes are");
        MapDecoding other = new MapDecoding(model("tiny"), 32, RestoreOptions.defaults());
        assertRefused(other, encoded, stack, "can't decode 'tiny.tif': it takes latent codes");
    }

    private static void assertRefused(
            MapDecoding decoding, EncodedImage encoded, ImagePlus stack, String sentence) {
        assertThatThrownBy(() -> decoding.of(encoded, List.of(stack), Progress.NONE))
                .isInstanceOf(OneModelException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aCopyOfAnOpenStackFindsItsLatentCode() {
        ImagePlus stack = export(GREY, TinyModel.image(40, 30, 1, 8));
        ImagePlus copy = stack.duplicate();
        assertThat(EncodedImage.carriedBy(copy)).isEmpty();
        assertThat(EncodedImage.carriedBy(stack)).isPresent();
    }
}
