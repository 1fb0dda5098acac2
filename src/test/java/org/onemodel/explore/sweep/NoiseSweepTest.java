/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.embedding.EmbeddingValues;
import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.explore.NoiseScaling;
import org.onemodel.image.Normalization;
import org.onemodel.image.OutputType;
import org.onemodel.image.Plane;
import org.onemodel.image.PlaneSelection;
import org.onemodel.model.Importer;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.Provenance;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.Excess;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.PlaneCodec;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.Restorer;
import org.onemodel.restore.TinyModel;
import org.onemodel.tile.Tiling;
import org.onemodel.weights.ForeignModel;

class NoiseSweepTest {

    private static final int TILE = 32;
    private static final NoiseFactors FACTORS = NoiseFactors.of(-2, 1, 0.3, 0);

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

    private static NoiseSweepResult sweep(ImagePlus image, RestoreOptions options) {
        return new NoiseSweep(tiny, TILE, options, NoiseMapSelection.ALL, FACTORS)
                .of(image, Progress.NONE);
    }

    private static RestoreOptions withOutput(OutputType output) {
        RestoreOptions options = RestoreOptions.defaults();
        return options.withImage(options.image().withOutput(output));
    }

    /** Compares each image of a sweep with what scaling that one map gives. */
    private static void assertEachIsScaledNoise(
            Autoencoder model, int tile, ImagePlus image, RestoreOptions options, String maps) {
        NoiseMapSelection selection = NoiseMapSelection.parse(maps);
        List<Integer> indices = selection.indices("model", model.decoder().noiseMapSizes().size());
        ImagePlus stack =
                new NoiseSweep(model, tile, options, selection, FACTORS)
                        .of(image, Progress.NONE)
                        .stack();
        assertThat(new int[] {stack.getNSlices(), stack.getNFrames()})
                .containsExactly(indices.size(), FACTORS.count());
        int planes = stack.getNChannels();
        int shown = (image.getCurrentSlice() - 1) * planes;
        for (int map = 0; map < indices.size(); map++) {
            for (int factor = 0; factor < FACTORS.count(); factor++) {
                ImagePlus expected =
                        new NoiseScaling(
                                        model,
                                        tile,
                                        options,
                                        NoiseMapSelection.of(indices.get(map)),
                                        FACTORS.values().get(factor))
                                .apply(image, Progress.NONE);
                for (int c = 1; c <= planes; c++) {
                    int index = stack.getStackIndex(c, map + 1, factor + 1);
                    assertThat(stack.getStack().getPixels(index))
                            .as("%s", stack.getStack().getSliceLabel(index))
                            .isEqualTo(expected.getStack().getPixels(shown + c));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8, 40, 30, SAME, 0",
        "16, 100, 70, SAME, 3",
        "24, 33, 65, SAME, 2",
        "24, 20, 20, FLOAT, 0",
        "32, 75, 40, SAME, 1",
        "8, 1, 1, FLOAT, 0"
    })
    void eachImageIsTheScaledOneToTheBit(
            int bits, int width, int height, OutputType output, int batch) {
        ImagePlus image = TinyModel.image(width, height, 2, bits);
        image.setSlice(2);
        RestoreOptions options = withOutput(output).withBatch(batch);
        assertEachIsScaledNoise(tiny, TILE, image, options, "all");
        assertEachIsScaledNoise(tiny, TILE, image, options.withTile(16).withOverlap(5), "1,3-4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stylegan1_wplusencoder",
                "stylegan1_wencoder",
                "stylegan2_wplusencoder",
                "stylegan2_wwplusencoder",
                "stylegan2_twostem"
            })
    void eachImageOfAPublishedKindOfNetworkIsTheScaledOneToTheBit(String name) throws Exception {
        try (Autoencoder model = load(name)) {
            ImagePlus grey = TinyModel.image(100, 70, 1, 16);
            assertEachIsScaledNoise(model, 64, grey, RestoreOptions.defaults(), "0,2-3");
            ImagePlus colour = TinyModel.image(30, 40, 1, 24);
            assertEachIsScaledNoise(model, 64, colour, RestoreOptions.defaults(), "all");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stylegan1_wplusencoder",
                "stylegan1_wwplusencoder",
                "stylegan1_wencoder",
                "stylegan1_twostem",
                "stylegan2_wplusencoder",
                "stylegan2_wwplusencoder",
                "stylegan2_wencoder",
                "stylegan2_twostem"
            })
    void mapTwoTimesThreeIsTheReferencesShiftedImage(String name) throws Exception {
        try (Autoencoder model = load(name);
                NDManager manager = model.manager().newSubManager();
                InputStream in =
                        NoiseSweepTest.class.getResourceAsStream("/golden/" + name + ".npz")) {
            NDList golden = NDList.decode(manager, in);
            EmbeddingValues images = EmbeddingValues.of(model.encode(golden.get("x")));
            int side = model.decoder().size();
            float[] shifted = golden.get("y_shift2x3").toFloatArray();
            float[] plain = golden.get("y").toFloatArray();
            ScaledMaps variations = new ScaledMaps(List.of(0, 2), List.of(3.0, 1.0));
            PlaneCodec codec = new PlaneCodec(model, side, RestoreOptions.defaults());
            for (int n = 0; n < images.count(); n++) {
                Embedding tile = new Embedding(images, n);
                List<Plane> decoded = codec.decode(tile.plane(side), variations, Progress.NONE);
                assertThat(decoded).hasSize(3);
                int from = n * 3 * side * side;
                assertClose(decoded.get(variations.index(1, 0)), shifted, from);
                assertClose(decoded.get(variations.index(1, 1)), plain, from);
            }
        }
    }

    /** One of several embeddings. */
    private record Embedding(EmbeddingValues all, int index) {

        /** A plane of one tile whose grey values are those of the network. */
        EncodedPlane plane(int side) {
            Excess none = new Excess(new int[0], new float[0]);
            Normalization same = Normalization.ofRange(-1, 1);
            EmbeddingValues one =
                    new EmbeddingValues(
                            all.space(),
                            all.latentShape(),
                            new float[][] {all.latents()[index]},
                            all.noiseMaps().stream()
                                    .map(map -> map.with(new float[][] {map.images()[index]}))
                                    .toList());
            return new EncodedPlane(
                    "golden",
                    new Tiling(side, side, side, 0),
                    1,
                    List.of(same, same, same),
                    List.of(none, none, none),
                    false,
                    one);
        }
    }

    private static void assertClose(Plane decoded, float[] expected, int from) {
        int pixels = decoded.width() * decoded.height();
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < pixels; i++) {
                assertThat(decoded.channels()[c][i])
                        .as("channel %d, pixel %d", c, i)
                        .isCloseTo(expected[from + c * pixels + i], within(1e-4f));
            }
        }
    }

    private Autoencoder load(String name) throws Exception {
        Path file = Path.of(NoiseSweepTest.class.getResource("/golden/" + name + ".pt").toURI());
        Path bundle = folder.resolve(name);
        if (name.endsWith("_wwplusencoder")) { // of its two readings, not the one by default
            Importer.write(ForeignModel.read(file).summedIntoZ(), bundle, Provenance.UNKNOWN);
        } else {
            Importer.importFile(file, bundle);
        }
        return ModelBundle.open(bundle).load(Device.cpu());
    }

    @Test
    void theFactorOneIsTheReconstructionOfAllMaps() {
        ImagePlus image = TinyModel.image(50, 40, 1, 32);
        ImagePlus stack = sweep(image, RestoreOptions.defaults()).stack();
        Object expected =
                new Restorer(tiny, TILE, RestoreOptions.defaults())
                        .restore(image, "", Progress.NONE)
                        .getProcessor()
                        .getPixels();
        for (int map = 1; map <= 5; map++) {
            assertThat(stack.getStack().getPixels(stack.getStackIndex(1, map, 2)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void theUnchangedImageIsDecodedOnce() {
        ScaledMaps variations = new ScaledMaps(List.of(1, 4), List.of(1.0, 0.0, 1.0, 2.0));
        assertThat(variations.count()).isEqualTo(2 * 2 + 1);
        assertThat(IntStream.range(0, 4).map(factor -> variations.index(0, factor)))
                .containsExactly(4, 0, 4, 1);
        assertThat(IntStream.range(0, 4).map(factor -> variations.index(1, factor)))
                .containsExactly(4, 2, 4, 3);
        assertThat(new ScaledMaps(List.of(0), List.of(2.0)).count()).isEqualTo(1);
    }

    @Test
    void theStackIsLikeItsSourceAndSaysWhatEachImageIs() {
        ImagePlus image = TinyModel.image(40, 30, 1, 16);
        image.getCalibration().pixelWidth = 0.25;
        image.setDisplayRange(30, 190);
        ImagePlus stack = sweep(image, RestoreOptions.defaults()).stack();

        assertThat(stack.getTitle()).isEqualTo("tiny-noise-sweep-stack.tif");
        assertThat(stack.getBitDepth()).isEqualTo(16);
        assertThat(stack.isHyperStack()).isTrue();
        assertThat(stack.getCalibration().pixelWidth).isEqualTo(0.25);
        assertThat(stack.getDisplayRangeMax()).isEqualTo(190);
        assertThat(stack.getStack().getSliceLabel(1)).isEqualTo("map 0 x -2");
        assertThat(stack.getStack().getSliceLabel(stack.getStackIndex(1, 4, 3)))
                .isEqualTo("map 3 x 0.3");
        assertThat(stack.getStackSize()).isEqualTo(5 * 4);
    }

    @Test
    void theMontageHasARowOfMapsAndOneForEachFactor() {
        ImagePlus image = TinyModel.image(96, 96, 1, 8);
        NoiseSweepResult sweep = sweep(image, RestoreOptions.defaults());
        ImagePlus montage = sweep.montage();

        assertThat(montage.getTitle()).isEqualTo("tiny-noise-sweep.tif");
        assertThat(montage.getBitDepth()).isEqualTo(24);
        assertThat(montage.getWidth()).isBetween(5 * 96, 5 * 96 + 200);
        assertThat(montage.getHeight()).isBetween(5 * 96, 5 * 96 + 100);
        ColorProcessor pixels = (ColorProcessor) montage.getProcessor();
        for (int map = 0; map < 5; map++) {
            for (int factor = 0; factor < FACTORS.count(); factor++) {
                int index = sweep.stack().getStackIndex(1, map + 1, factor + 1);
                assertThat(contains(pixels, sweep.stack(), index))
                        .as("map %d, factor %d", map, factor)
                        .isTrue();
            }
        }
    }

    /** Whether a picture is somewhere on a montage as it would be shown. */
    private static boolean contains(ColorProcessor montage, ImagePlus stack, int index) {
        var picture = stack.getStack().getProcessor(index).duplicate();
        picture.setMinAndMax(stack.getDisplayRangeMin(), stack.getDisplayRangeMax());
        int[] wanted = (int[]) picture.convertToRGB().getPixels();
        int side = picture.getWidth();
        for (int y = 0; y + side <= montage.getHeight(); y++) {
            for (int x = 0; x + side <= montage.getWidth(); x++) {
                if (isAt(montage, x, y, wanted, side)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAt(ColorProcessor montage, int x, int y, int[] wanted, int side) {
        for (int i = 0; i < wanted.length; i++) {
            int there = montage.get(x + i % side, y + i / side) & 0xff;
            if (Math.abs(there - (wanted[i] & 0xff)) > 1) {
                return false;
            }
        }
        return true;
    }

    @Test
    void aPictureOfAMapHasItsPixelsAsSquaresInItsOwnContrast() {
        float[] values = new float[16];
        Random random = new Random(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (100 + random.nextGaussian());
        }
        var map = new org.onemodel.embedding.NoiseMapValues(4, 4, new float[][] {values});
        var picture = new MapPicture(new Tiling(16, 16, 16, 0), map).draw();
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 16; x++) {
                assertThat(picture.getf(x, y))
                        .as("x=%d, y=%d", x, y)
                        .isCloseTo(values[y / 4 * 4 + x / 4], within(1e-4f));
            }
        }
        assertThat(picture.getMin()).isBetween(95.0, 100.0);
        assertThat(picture.getMax()).isBetween(100.0, 105.0);
    }

    @Test
    void onlyTheBoxOfASelectionIsSwept() {
        ImagePlus image = TinyModel.image(60, 50, 1, 8);
        image.setRoi(new Roi(10, 12, 30, 20));
        ImagePlus stack = sweep(image, RestoreOptions.defaults()).stack();
        assertThat(new int[] {stack.getWidth(), stack.getHeight()}).containsExactly(30, 20);
    }

    @Test
    void ofACompositeTheShownChannelIsSweptInItsColour() {
        ImagePlus stack = TinyModel.image(40, 30, 3, 16);
        stack.setDimensions(3, 1, 1);
        CompositeImage composite = new CompositeImage(stack, CompositeImage.COMPOSITE);
        composite.setC(2);
        NoiseSweepResult sweep = sweep(composite, RestoreOptions.defaults());
        assertThat(sweep.stack().getNChannels()).isEqualTo(1);
        assertThat(sweep.stack().getProcessor().getLut())
                .hasToString(composite.getChannelLut().toString());
    }

    @Test
    void theOptionsMayChooseThePlaneButOnlyOne() {
        ImagePlus image = TinyModel.image(30, 30, 3, 8);
        RestoreOptions options = RestoreOptions.defaults();
        RestoreOptions third =
                options.withImage(
                        options.image().withPlanes(PlaneSelection.parse("all", "3", "all")));
        image.setSlice(3);
        Object shown = sweep(image, options).stack().getStack().getPixels(1);
        image.setSlice(1);
        assertThat(sweep(image, third).stack().getStack().getPixels(1)).isEqualTo(shown);

        RestoreOptions two =
                options.withImage(
                        options.image().withPlanes(PlaneSelection.parse("all", "2-3", "all")));
        assertThatThrownBy(() -> sweep(image, two))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "A sweep shows one plane, and 2 planes of 'tiny.tif' are chosen; choose one"
                                + " channel, one slice and one frame.");
    }

    @Test
    void whatMemoryCannotHoldIsRefusedBeforeAnyWork() {
        ImagePlus image = TinyModel.image(4000, 4000, 1, 8);
        List<Double> many = IntStream.range(0, 500).mapToObj(i -> i * 0.01).toList();
        List<Double> told = new ArrayList<>();
        Progress progress =
                new Progress() {
                    @Override
                    public void update(double fractionDone, String message) {
                        told.add(fractionDone);
                    }

                    @Override
                    public boolean isCanceled() {
                        return false;
                    }
                };
        NoiseSweep sweep =
                new NoiseSweep(
                        tiny,
                        TILE,
                        RestoreOptions.defaults(),
                        NoiseMapSelection.ALL,
                        new NoiseFactors(many));
        assertThatThrownBy(() -> sweep.of(image, progress))
                .isInstanceOf(OneModelException.class)
                .hasMessageStartingWith(
                        "A sweep of 5 noise maps and 500 factors over 4000 x 4000 pixels of"
                                + " 'tiny.tif' takes about ")
                .hasMessageEndingWith(
                        "left: select a smaller part of the image, choose fewer maps or factors,"
                                + " close other images, or give Java more memory.");
        assertThat(told).isEmpty();
    }

    @Test
    void aMapThatTheModelLacksIsRefused() {
        NoiseMapSelection fifth = NoiseMapSelection.of(5);
        RestoreOptions options = RestoreOptions.defaults();
        assertThatThrownBy(() -> new NoiseSweep(tiny, TILE, options, fifth, FACTORS))
                .isInstanceOf(OneModelException.class)
                .hasMessageStartingWith("There is no noise map 5: the model");
    }

    @Test
    void cancelingStopsBetweenTwoImages() {
        AtomicInteger updates = new AtomicInteger();
        Progress progress =
                new Progress() {
                    @Override
                    public void update(double fractionDone, String message) {
                        updates.incrementAndGet();
                    }

                    @Override
                    public boolean isCanceled() {
                        return updates.get() > 6;
                    }
                };
        NoiseSweep sweep =
                new NoiseSweep(
                        tiny, TILE, RestoreOptions.defaults(), NoiseMapSelection.ALL, FACTORS);
        ImagePlus image = TinyModel.image(20, 20, 1, 8);
        assertThatThrownBy(() -> sweep.of(image, progress))
                .isInstanceOf(CancellationException.class);
        assertThat(updates.get()).isLessThan(10);
    }

    @Test
    void aSweepLeavesNothingInTheMemoryOfTheModel() throws IOException {
        // The manager of the tiny model is capped: a tensor that is left there fails.
        ImagePlus image = TinyModel.image(20, 20, 1, 8);
        sweep(image, RestoreOptions.defaults());
        int before = tiny.manager().getManagedArrays().size();
        sweep(image, RestoreOptions.defaults());
        assertThat(tiny.manager().getManagedArrays()).hasSize(before);
    }
}
