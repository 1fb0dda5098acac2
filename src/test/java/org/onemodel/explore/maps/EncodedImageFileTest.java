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
import ij.measure.Calibration;
import ij.process.LUT;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.image.OutputType;
import org.onemodel.image.PlaneSelection;
import org.onemodel.npz.NpzContent;
import org.onemodel.npz.NpzFile;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;
import org.onemodel.weights.ForeignModel;

/** Embeddings in files: what was written is read, and files that others wrote are decoded. */
class EncodedImageFileTest {

    private static final int TILE = 32;
    private static Autoencoder model;

    @TempDir private Path folder;

    @BeforeAll
    static void draw() {
        model = TinyModel.draw();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static EncodedImage encode(ImagePlus image) {
        return new NoiseMaps(model, TILE, RestoreOptions.defaults())
                .encode(image, PlaneSelection.ALL, Progress.NONE);
    }

    private static ImagePlus decode(EncodedImage encoded) {
        return new MapDecoding(model, TILE, RestoreOptions.defaults())
                .of(encoded, List.of(), Progress.NONE);
    }

    private EncodedImage throughFile(EncodedImage encoded) throws IOException {
        Path file = folder.resolve("embedding.npz");
        EncodedImageFile.write(encoded, file);
        return EncodedImageFile.read(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void aReadEmbeddingDecodesToTheSameImage(int bits) throws IOException {
        ImagePlus image = TinyModel.image(50, 40, 3, bits);
        if (bits == 32) {
            image.getProcessor().setf(3, 4, Float.NaN);
        }
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = 0.25;
        calibration.setUnit("µm");
        calibration.zOrigin = 1.5;
        calibration.frameInterval = 2;
        image.setDisplayRange(5, 99);
        EncodedImage encoded = encode(image);

        EncodedImage read = throughFile(encoded);

        assertThat(read.id()).isEqualTo(encoded.id());
        assertThat(read.model()).isEqualTo("compact-denoise");
        assertSame(decode(read), decode(encoded));
    }

    private static void assertSame(ImagePlus actual, ImagePlus expected) {
        assertThat(actual.getTitle()).isEqualTo(expected.getTitle());
        assertThat(actual.getDimensions()).isEqualTo(expected.getDimensions());
        assertThat(actual.getBitDepth()).isEqualTo(expected.getBitDepth());
        assertThat(actual.getCalibration().equals(expected.getCalibration())).isTrue();
        assertThat(actual.getCalibration().frameInterval)
                .isEqualTo(expected.getCalibration().frameInterval);
        assertThat(actual.getDisplayRangeMax()).isEqualTo(expected.getDisplayRangeMax());
        for (int i = 1; i <= expected.getStackSize(); i++) {
            assertThat(actual.getStack().getPixels(i)).isEqualTo(expected.getStack().getPixels(i));
            assertThat(actual.getStack().getSliceLabel(i))
                    .isEqualTo(expected.getStack().getSliceLabel(i));
        }
    }

    @Test
    void coloursAndDimensionsOfAHyperstackAreKept() throws IOException {
        ImagePlus stack = TinyModel.image(20, 18, 12, 16);
        stack.setDimensions(2, 3, 2);
        CompositeImage image = new CompositeImage(stack, CompositeImage.COLOR);
        image.setChannelLut(LUT.createLutFromColor(java.awt.Color.MAGENTA), 2);
        image.getCalibration().setSigned16BitCalibration();

        ImagePlus decoded = decode(throughFile(encode(image)));

        assertSame(decoded, decode(encode(image)));
        assertThat(decoded.isComposite()).isTrue();
        assertThat(((CompositeImage) decoded).getMode()).isEqualTo(CompositeImage.COLOR);
        assertThat(decoded.getLuts()[1].getBytes()).isEqualTo(image.getLuts()[1].getBytes());
        assertThat(decoded.getCalibration().isSigned16Bit()).isTrue();
    }

    private static Path golden(String name) throws URISyntaxException {
        return Path.of(EncodedImageFileTest.class.getResource("/golden/" + name).toURI());
    }

    @ParameterizedTest
    @CsvSource({
        "stylegan1_wplusencoder",
        "stylegan1_wencoder",
        "stylegan2_twostem",
        "stylegan2_wwplusencoder"
    })
    void latentCodesAndNoiseMapsOfOthersAreDecoded(String name)
            throws IOException, URISyntaxException {
        EncodedImage plain = EncodedImageFile.read(golden(name + ".npz"));
        RestoreOptions defaults = RestoreOptions.defaults();
        RestoreOptions floats = defaults.withImage(defaults.image().withOutput(OutputType.FLOAT));
        try (Autoencoder golden =
                        ForeignModel.read(golden(name + ".pt")).build(NDManager.newBaseManager());
                NpzFile expected = NpzFile.open(golden(name + ".npz"))) {
            ImagePlus decoded =
                    new MapDecoding(golden, 64, floats).of(plain, List.of(), Progress.NONE);
            ImagePlus bytes =
                    new MapDecoding(golden, 64, defaults).of(plain, List.of(), Progress.NONE);

            assertThat(decoded.getDimensions()).containsExactly(64, 64, 3, 2, 1);
            assertThat(bytes.getBitDepth()).isEqualTo(24);
            assertThat(bytes.getStackSize()).isEqualTo(2);
            assertThat(bytes.getTitle()).isEqualTo(name + "-decoded");
            float[] y = expected.floats("y");
            for (int i = 0; i < y.length; i++) {
                float value = decoded.getStack().getProcessor(i / 4096 + 1).getf(i % 4096);
                assertThat(value / 127.5f - 1)
                        .as("number %d", i)
                        .isCloseTo(y[i], Offset.offset(2e-4f));
            }
        }
    }

    private Path file(NpzContent content) throws IOException {
        Path file = folder.resolve("given.npz");
        content.write(file);
        return file;
    }

    private static NpzContent maps(NpzContent content, int n) {
        for (int side : new int[] {4, 8}) {
            content.floats(
                    side == 4 ? "noise_00" : "noise_01",
                    new float[n * side * side],
                    n,
                    1,
                    side,
                    side);
        }
        return content;
    }

    @Test
    void arraysThatDoNotFitEachOtherAreRefused() throws IOException {
        NpzContent none = new NpzContent().floats("latent", new float[8], 2, 4);
        assertRefused(file(none), "has no noise maps; it should have noise_00 and so on.");
        NpzContent flat = maps(new NpzContent().floats("latent", new float[8], 8), 2);
        assertRefused(file(flat), "its array latent has the shape [8]; expected [N, layers, L]");
        NpzContent three = maps(new NpzContent().floats("latent", new float[12], 3, 4), 2);
        assertRefused(
                file(three),
                "its array noise_00 has the shape [2, 1, 4, 4]; expected [3, 1, r, r].");
        NpzContent nan =
                maps(new NpzContent().floats("latent", new float[] {0, Float.NaN}, 2, 1), 2);
        assertRefused(file(nan), "can't be decoded: number 1 of its array latent is NaN.");
        NpzContent geometry =
                maps(new NpzContent().floats("latent", new float[2], 2, 1), 2)
                        .longs("geometry", new long[] {1 << 19, 1 << 19, 8, 0, 0, 0, 1}, 7);
        assertRefused(
                file(geometry),
                "holds no embedding that can be decoded: its array geometry does not fit");
    }

    private static void assertRefused(Path file, String sentence) {
        assertThatThrownBy(() -> EncodedImageFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(sentence);
    }

    @Test
    void filesWithOneArrayChangedAreRefusedOrDecoded() throws IOException {
        Path original = folder.resolve("embedding.npz");
        EncodedImageFile.write(encode(TinyModel.image(50, 40, 2, 16)), original);
        Random random = new Random(3);
        int refused = 0;
        List<String> small =
                List.of(
                        "geometry",
                        "ranges",
                        "as_is",
                        "excess_counts",
                        "excess_at",
                        "dimensions",
                        "bit_depth",
                        "calibration",
                        "display",
                        "composite",
                        "names",
                        "units");
        for (int i = 0; i < 120; i++) {
            String name = small.get(i % small.size());
            Path changed = withChanged(original, name, random);
            try {
                decode(EncodedImageFile.read(changed));
            } catch (IOException e) {
                assertThat(e.getMessage()).as(name).startsWith(changed.toString());
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(60);
    }

    /** The same file with one number of one array changed, or with another length. */
    private Path withChanged(Path original, String changed, Random random) throws IOException {
        NpzContent content = new NpzContent();
        try (NpzFile file = NpzFile.open(original)) {
            for (String name : file.names()) {
                boolean floats = name.equals("latent") || name.startsWith("noise_");
                boolean doubles =
                        List.of("ranges", "calibration", "display", "excess_values").contains(name);
                boolean longs =
                        List.of("geometry", "excess_counts", "excess_at", "dimensions")
                                        .contains(name)
                                || List.of("bit_depth", "composite").contains(name);
                if (floats) {
                    content.floats(name, file.floats(name), file.shape(name));
                } else if (doubles) {
                    double[] values = file.doubles(name);
                    if (name.equals(changed) && random.nextBoolean()) {
                        values[random.nextInt(values.length)] =
                                random.nextBoolean() ? Double.NaN : -1e30;
                    } else if (name.equals(changed)) {
                        values = Arrays.copyOf(values, values.length + 1);
                    }
                    content.doubles(name, values, values.length);
                } else if (longs) {
                    long[] values = file.longs(name);
                    if (name.equals(changed) && random.nextBoolean()) {
                        values[random.nextInt(values.length)] =
                                random.nextBoolean() ? -1 : random.nextLong();
                    } else if (name.equals(changed)) {
                        values = Arrays.copyOf(values, values.length + 1);
                    }
                    content.longs(name, values, values.length);
                } else {
                    byte[] values = file.bytes(name);
                    if (name.equals(changed)) {
                        values = Arrays.copyOf(values, random.nextInt(values.length + 3));
                    }
                    content.bytes(name, values, values.length);
                }
            }
        }
        Path file = folder.resolve("changed.npz");
        content.write(file);
        return file;
    }

    @Test
    void nothingIsWrittenUnderAnotherName() {
        Path file = folder.resolve("embedding.tif");
        assertThatThrownBy(() -> EncodedImageFile.write(encode(TinyModel.image(9, 9, 1, 8)), file))
                .hasMessage(file + " can't be written: the name of an embedding ends with .npz.");
        assertThat(Files.exists(file)).isFalse();
    }
}
