/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.image.RowSource;

/** Files that ImageJ, the JDK and a builder of odd ones have written are read by rows. */
class TiffPlanesTest {

    private static final int WIDTH = 170;
    private static final int HEIGHT = 145;

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("image.tif");
    }

    @ParameterizedTest
    @CsvSource({
        "LZW, 8, 1, false",
        "LZW, 8, 2, false",
        "LZW, 16, 1, false",
        "LZW, 24, 2, false",
        "Deflate, 8, 1, false",
        "Deflate, 16, 1, false",
        "Deflate, 24, 2, false",
        "ZLib, 16, 1, false",
        "PackBits, 8, 1, false",
        "PackBits, 24, 1, false",
        "'', 8, 1, true",
        "'', 16, 1, true",
        "'', 24, 1, true",
        "LZW, 24, 1, true",
        "Deflate, 16, 1, true",
        "PackBits, 8, 1, true"
    })
    void filesOfTheJdkAreRead(String compression, int bits, int predictor, boolean tiled)
            throws IOException {
        BufferedImage image = smooth(bits);
        write(image, compression, predictor, tiled);
        float[][] expected = new float[bits == 24 ? 3 : 1][WIDTH * HEIGHT];
        for (int c = 0; c < expected.length; c++) {
            image.getRaster().getSamples(0, 0, WIDTH, HEIGHT, c, expected[c]);
        }
        try (TiffPlanes planes = TiffPlanes.open(file)) {
            assertThat(planes.count()).isEqualTo(1);
            RowSource plane = planes.plane(0);
            assertThat(Rows.all(plane)).isDeepEqualTo(expected);
            assertRowsInAnyOrder(plane, expected);
        }
    }

    private static BufferedImage smooth(int bits) {
        BufferedImage image =
                switch (bits) {
                    case 8 -> new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
                    case 16 -> new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
                    default ->
                            ImageTypeSpecifier.createInterleaved(
                                            java.awt.color.ColorSpace.getInstance(
                                                    java.awt.color.ColorSpace.CS_sRGB),
                                            new int[] {0, 1, 2},
                                            DataBuffer.TYPE_BYTE,
                                            false,
                                            false)
                                    .createBufferedImage(WIDTH, HEIGHT);
                };
        Random random = new Random(3);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int c = 0; c < image.getRaster().getNumBands(); c++) {
                    // Runs, slopes and noise.
                    int value = x < 20 ? 200 : x < 40 ? 5 * x + y + c : random.nextInt(256);
                    image.getRaster().setSample(x, y, c, bits == 16 ? 257 * value : value);
                }
            }
        }
        return image;
    }

    private void write(BufferedImage image, String compression, int predictor, boolean tiled)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (!compression.isEmpty()) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
        }
        if (tiled) {
            param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
            param.setTiling(64, 48, 0, 0);
        }
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
        BaselineTIFFTagSet tags = BaselineTIFFTagSet.getInstance();
        directory.addTIFFField(new TIFFField(tags.getTag(Tag.PREDICTOR), predictor));
        if (!tiled) {
            directory.addTIFFField(new TIFFField(tags.getTag(Tag.ROWS_PER_STRIP), 60));
        }
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, directory.getAsMetadata()), param);
        } finally {
            writer.dispose();
        }
    }

    private static void assertRowsInAnyOrder(RowSource plane, float[][] expected) {
        Random random = new Random(8);
        for (int i = 0; i < 30; i++) {
            int y = random.nextInt(plane.height());
            int rows = 1 + random.nextInt(plane.height() - y);
            float[][] read = new float[plane.channels()][rows * plane.width() + 3];
            plane.read(y, rows, read);
            for (int c = 0; c < read.length; c++) {
                for (int p = 0; p < rows * plane.width(); p++) {
                    if (read[c][p] != expected[c][y * plane.width() + p]) {
                        throw new AssertionError("channel " + c + ", row " + y + ", pixel " + p);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "false, BIG_ENDIAN",
        "false, LITTLE_ENDIAN",
        "true, BIG_ENDIAN",
        "true, LITTLE_ENDIAN"
    })
    void bigAndClassicFilesOfBothByteOrdersAreRead(boolean big, String order) throws IOException {
        ByteOrder byteOrder = order(order);
        TiffBytes bytes = new TiffBytes(big, byteOrder);
        for (int page = 0; page < 3; page++) {
            float[] row = {page, 1.5f, -2e30f};
            ByteBuffer strip = ByteBuffer.allocate(12).order(byteOrder);
            strip.asFloatBuffer().put(row);
            long first = bytes.append(strip.array());
            long second = bytes.append(strip.array());
            size(bytes, 3, 2, 32).tag(Tag.SAMPLE_FORMAT, 3, 3);
            bytes.tag(Tag.ROWS_PER_STRIP, 3, 1).tag(Tag.STRIP_OFFSETS, big ? 16 : 4, first, second);
            bytes.directory();
        }
        bytes.writeTo(file);
        try (TiffPlanes planes = TiffPlanes.open(file)) {
            assertThat(planes.count()).isEqualTo(3);
            assertThat(planes.image().type()).isEqualTo(SampleType.FLOAT32);
            for (int page = 0; page < 3; page++) {
                assertThat(Rows.all(planes.plane(page))[0])
                        .containsExactly(page, 1.5f, -2e30f, page, 1.5f, -2e30f);
            }
        }
    }

    private static ByteOrder order(String name) {
        return name.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private static TiffBytes size(TiffBytes bytes, int width, int height, int bits) {
        return bytes.tag(Tag.IMAGE_WIDTH, 3, width)
                .tag(Tag.IMAGE_LENGTH, 3, height)
                .tag(Tag.BITS_PER_SAMPLE, 3, bits)
                .tag(Tag.PHOTOMETRIC, 3, 1);
    }

    /** The file was written by the TIFF plug-in of TwelveMonkeys ImageIO 3.12.0. */
    @Test
    void aCompressedBigTiffOfAnotherLibraryIsRead() throws IOException {
        try (InputStream stream = getClass().getResourceAsStream("/tiff/bigtiff-lzw.tif")) {
            Files.copy(stream, file);
        }
        try (TiffPlanes planes = TiffPlanes.open(file)) {
            assertThat(planes.count()).isEqualTo(2);
            for (int i = 0; i < 2; i++) {
                float[] expected = new float[60 * 40];
                for (int p = 0; p < expected.length; p++) {
                    expected[p] = 1000 * i + 100 * (p / 60) + p % 60 * (p % 60);
                }
                assertThat(Rows.all(planes.plane(i))[0]).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BIG_ENDIAN", "LITTLE_ENDIAN"})
    void differencesOf16BitValuesAreUndone(String order) throws IOException {
        ByteBuffer row = ByteBuffer.allocate(7).order(order(order));
        row.put((byte) 5).putShort((short) 300).putShort((short) 500).putShort((short) -700);
        TiffBytes bytes = new TiffBytes(true, order(order));
        long strip = bytes.append(row.array());
        size(bytes, 3, 1, 16)
                .tag(Tag.COMPRESSION, 3, 32773)
                .tag(Tag.PREDICTOR, 3, 2)
                .tag(Tag.STRIP_OFFSETS, 4, strip)
                .tag(Tag.STRIP_BYTE_COUNTS, 4, 7)
                .directory()
                .writeTo(file);
        try (TiffPlanes planes = TiffPlanes.open(file)) {
            assertThat(Rows.all(planes.plane(0))[0]).containsExactly(300, 800, 100);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BIG_ENDIAN", "LITTLE_ENDIAN"})
    void theFloatingPointPredictorIsUndone(String order) throws IOException {
        // 1.0f is 3f800000 and 2.0f is 40000000: high bytes first, then differences.
        byte[] row = {0x3f, 0x01, 0x40, (byte) 0x80, 0, 0, 0, 0};
        TiffBytes bytes = new TiffBytes(false, order(order));
        byte[] packed = {7, row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7]};
        long strip = bytes.append(packed);
        size(bytes, 2, 1, 32)
                .tag(Tag.SAMPLE_FORMAT, 3, 3)
                .tag(Tag.COMPRESSION, 3, 32773)
                .tag(Tag.PREDICTOR, 3, 3)
                .tag(Tag.STRIP_OFFSETS, 4, strip)
                .tag(Tag.STRIP_BYTE_COUNTS, 4, packed.length)
                .directory()
                .writeTo(file);
        try (TiffPlanes planes = TiffPlanes.open(file)) {
            assertThat(Rows.all(planes.plane(0))[0]).containsExactly(1, 2);
        }
    }

    @Test
    void planesWithoutDirectoriesAreFoundInStacksOfImageJ() throws IOException {
        TiffBytes bytes = new TiffBytes(false, ByteOrder.BIG_ENDIAN);
        bytes.text(Tag.IMAGE_DESCRIPTION, "ImageJ=1.54p\nimages=4\nchannels=2\nslices=2\n");
        long strip = bytes.append(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        size(bytes, 2, 1, 8).tag(Tag.STRIP_OFFSETS, 4, strip).directory().writeTo(file);
        try (TiffPlanes planes = TiffPlanes.open(file)) {
            assertThat(planes.count()).isEqualTo(4);
            assertThat(planes.channelOf(2)).isZero();
            assertThat(planes.channelOf(3)).isEqualTo(1);
            for (int i = 0; i < 4; i++) {
                assertThat(Rows.all(planes.plane(i))[0]).containsExactly(2 * i + 1, 2 * i + 2);
            }
        }
    }

    @Test
    void pagesOfReducedSizeArePassedOver() throws IOException {
        TiffBytes bytes = new TiffBytes(false, ByteOrder.LITTLE_ENDIAN);
        long strip = bytes.append(new byte[] {9, 8});
        size(bytes, 2, 1, 8).tag(Tag.STRIP_OFFSETS, 4, strip).directory();
        size(bytes, 1, 1, 8).tag(Tag.NEW_SUBFILE_TYPE, 4, 1).directory().writeTo(file);
        try (TiffPlanes planes = TiffPlanes.open(file)) {
            assertThat(planes.count()).isEqualTo(1);
            assertThat(Rows.all(planes.plane(0))[0]).containsExactly(9, 8);
        }
    }

    @Test
    void anImageDescriptionThatTellsOtherPlanesIsCorrected() throws IOException {
        TiffBytes bytes = new TiffBytes(false, ByteOrder.BIG_ENDIAN);
        bytes.text(Tag.IMAGE_DESCRIPTION, "ImageJ=1.54p\nimages=3\nslices=3\nunit=micron\n");
        long strip = bytes.append(new byte[] {1, 5, 6});
        size(bytes, 2, 1, 8)
                .tag(Tag.COMPRESSION, 3, 32773)
                .tag(Tag.STRIP_OFFSETS, 4, strip)
                .tag(Tag.STRIP_BYTE_COUNTS, 4, 3)
                .directory()
                .writeTo(file);
        try (TiffPlanes planes = TiffPlanes.open(file)) {
            assertThat(planes.count()).isEqualTo(1);
            assertThat(planes.image().metadata().description())
                    .isEqualTo("ImageJ=1.54p\nunit=micron\n");
        }
    }

    @Test
    void valuesThatAreNoNumbersAreReadAsTheyAre() throws IOException {
        ImagePlus image = ImageJFiles.random(5, 4, 1, 32);
        image.getProcessor().setf(3, 2, Float.NaN);
        ImageJFiles.save(image, file, ByteOrder.BIG_ENDIAN);
        try (TiffPlanes planes = TiffPlanes.open(file)) {
            float[][] rows = new float[1][10];

            planes.plane(0).read(1, 2, rows);

            assertThat(rows[0][8]).isNaN();
            assertThat(rows[0][7]).isFinite();
        }
    }

    @Test
    void aStripThatMemoryDoesNotTakeIsRefused() throws IOException {
        TiffBytes bytes = new TiffBytes(false, ByteOrder.BIG_ENDIAN);
        size(bytes, 60000, 60000, 8)
                .tag(Tag.COMPRESSION, 3, 8)
                .tag(Tag.STRIP_OFFSETS, 4, 8)
                .tag(Tag.STRIP_BYTE_COUNTS, 4, 1_000_000)
                .directory()
                .writeTo(file);
        SparseTiff.setLength(file, 1_000_008);
        assertThatThrownBy(() -> TiffPlanes.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        file
                                + " can't be read by rows: each of its strips has 60000 rows, 3434"
                                + " MB of pixels that have to be decompressed at once, and the"
                                + " memory takes ")
                .hasMessageEndingWith(" MB; open it in ImageJ or Fiji and save it as TIFF.");
    }

    @Test
    void theWayIsTakenForFilesThatImageJCantOpenOrHold() throws IOException {
        long heap = 512L << 20;
        ImageJFiles.save(ImageJFiles.random(100, 100, 3, 16), file, ByteOrder.BIG_ENDIAN);
        assertThat(TiffPlanes.isNeededFor(file, heap)).isFalse();
        assertThat(TiffPlanes.isNeededFor(file, 2 * 2 * (60_000 + 60_000) - 1)).isTrue();
        assertThat(TiffPlanes.isNeededFor(file, 2 * 2 * (60_000 + 60_000))).isFalse();
        write(smooth(8), "", 1, true);
        assertThat(TiffPlanes.isNeededFor(file, heap)).isTrue();
        new TiffBytes(true, ByteOrder.BIG_ENDIAN).writeTo(file);
        assertThat(TiffPlanes.isNeededFor(file, heap)).isTrue();
        new TiffBytes(false, ByteOrder.BIG_ENDIAN).writeTo(file);
        assertThat(TiffPlanes.isNeededFor(file, heap)).isFalse();
        Files.writeString(file, "no image");
        assertThat(TiffPlanes.isNeededFor(file, heap)).isFalse();
    }
}
