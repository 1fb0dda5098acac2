/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files, cut files and those made to do harm get one sentence and little memory. */
class HostileTiffTest {

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("image.tif");
    }

    private static TiffBytes good(boolean big, int compression) {
        TiffBytes bytes = new TiffBytes(big, ByteOrder.LITTLE_ENDIAN);
        for (int page = 0; page < 2; page++) {
            long strip = bytes.append(new byte[] {3, 1, 2, 3, 4, -3, 9});
            sized(bytes, 4, 2)
                    .tag(Tag.COMPRESSION, 3, compression)
                    .tag(Tag.STRIP_OFFSETS, big ? 16 : 4, strip)
                    .tag(Tag.STRIP_BYTE_COUNTS, big ? 16 : 4, 7);
            bytes.text(Tag.IMAGE_DESCRIPTION, "anything").directory();
        }
        return bytes;
    }

    private static TiffBytes sized(TiffBytes bytes, int width, int height) {
        return bytes.tag(Tag.IMAGE_WIDTH, 4, width)
                .tag(Tag.IMAGE_LENGTH, 4, height)
                .tag(Tag.BITS_PER_SAMPLE, 3, 8);
    }

    /** Reads all that a file has; gives the sentence that it ends with, or nothing. */
    private String outcome() {
        try (TiffPlanes planes = TiffPlanes.open(file)) {
            for (int i = 0; i < planes.count(); i++) {
                Rows.read(planes.plane(i));
            }
            return "";
        } catch (IOException | IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFileCutAnywhereIsRefused(boolean big) throws IOException {
        byte[] whole = good(big, 32773).toByteArray();
        Files.write(file, whole);
        assertThat(outcome()).isEmpty();
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(outcome())
                    .as("cut to %d of %d bytes", length, whole.length)
                    .startsWith(file + " is ")
                    .endsWith(".")
                    .doesNotContain("\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 32773", "true, 32773", "false, 5", "true, 8", "true, 1"})
    void changedBytesAreReadOrRefusedInOneSentence(boolean big, int compression)
            throws IOException {
        byte[] whole = good(big, compression).toByteArray();
        Random random = new Random(compression);
        for (int i = 0; i < 700; i++) {
            byte[] changed = whole.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, changed);
            String sentence = outcome();
            if (!sentence.isEmpty()) {
                assertThat(sentence).contains(file.toString()).endsWith(".").doesNotContain("\n");
            }
        }
    }

    @Test
    void directoriesThatLeadBackAreRefused() throws IOException {
        TiffBytes bytes = good(false, 32773);
        sized(bytes, 4, 2);
        long last = bytes.size();
        bytes.directory().link(last).writeTo(file);
        assertThatThrownBy(() -> TiffPlanes.open(file))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        file
                                + " is cut short or damaged: its directories lead back to"
                                + " themselves; get the file again.");
    }

    @Test
    void damagedPixelsAreNamed() throws IOException {
        TiffBytes bytes = new TiffBytes(false, ByteOrder.BIG_ENDIAN);
        long strip = bytes.append(new byte[] {1, 5, 6});
        sized(bytes, 4, 2)
                .tag(Tag.COMPRESSION, 3, 32773)
                .tag(Tag.STRIP_OFFSETS, 4, strip)
                .tag(Tag.STRIP_BYTE_COUNTS, 4, 3)
                .directory()
                .writeTo(file);
        assertThat(outcome())
                .isEqualTo(
                        file
                                + " is cut short or damaged: its block of pixels at 8 has 2 of 8"
                                + " bytes; get the file again.");
    }

    @Test
    void countsThatNoFileHasTakeNoMemory() throws IOException {
        TiffBytes bytes = new TiffBytes(true, ByteOrder.BIG_ENDIAN);
        sized(bytes, 100_000_000, 100_000_000)
                .tag(Tag.TILE_WIDTH, 4, 1)
                .tag(Tag.TILE_LENGTH, 4, 1)
                .raw(Tag.TILE_OFFSETS, 16, Long.MAX_VALUE, 8)
                .directory()
                .writeTo(file);
        assertThat(outcome())
                .isEqualTo(
                        file
                                + " is cut short or damaged: it would have 10000000000000000 blocks"
                                + " of pixels; get the file again.");
    }

    @Test
    void metadataThatNoFileHasTakeNoMemory() throws IOException {
        TiffBytes bytes = new TiffBytes(true, ByteOrder.BIG_ENDIAN);
        long strip = bytes.append(new byte[8]);
        sized(bytes, 4, 2)
                .tag(Tag.STRIP_OFFSETS, 4, strip)
                .raw(Tag.IMAGEJ_METADATA, 1, -1, 8)
                .directory()
                .writeTo(file);
        assertThat(outcome())
                .isEqualTo(
                        file
                                + " is cut short or damaged: tag 50839 has 18446744073709551615"
                                + " values, more than fit in memory; get the file again.");
    }

    @Test
    void aStackThatTellsMorePlanesThanItHasIsRefused() throws IOException {
        TiffBytes bytes = new TiffBytes(false, ByteOrder.BIG_ENDIAN);
        bytes.text(Tag.IMAGE_DESCRIPTION, "ImageJ=1.54p\nimages=999999999\n");
        long strip = bytes.append(new byte[16]);
        sized(bytes, 4, 2).tag(Tag.STRIP_OFFSETS, 4, strip).directory().writeTo(file);
        assertThat(outcome())
                .startsWith(file + " is cut short or damaged: it has ")
                .endsWith(" of 999999999 planes; get the file again.");
    }

    @ParameterizedTest
    @CsvSource({
        "258, 12, 'its pixels have 1 samples of 12 bits'",
        "339, 2, 'its pixels have 1 samples of 8 bits (format 2'",
        "262, 6, 'its pixels have 1 samples of 8 bits (format 1, colours 6)'",
        "259, 7, 'its compression 7 is none of LZW, Deflate and PackBits'",
        "317, 3, 'its predictor 3 is unknown for pixels of this type'"
    })
    void formsThatAreNotReadAreNamed(int tag, int value, String words) throws IOException {
        TiffBytes bytes = new TiffBytes(false, ByteOrder.BIG_ENDIAN);
        long strip = bytes.append(new byte[8]);
        sized(bytes, 4, 2)
                .tag(Tag.COMPRESSION, 3, 8)
                .tag(Tag.STRIP_OFFSETS, 4, strip)
                .tag(Tag.STRIP_BYTE_COUNTS, 4, 8)
                .tag(tag, 3, value)
                .directory()
                .writeTo(file);
        assertThat(outcome())
                .startsWith(file + " can't be read by rows: " + words)
                .endsWith("; open it in ImageJ or Fiji and save it as TIFF.");
    }

    @Test
    void pagesOfOtherSizesAreRefused() throws IOException {
        TiffBytes bytes = good(false, 32773);
        sized(bytes, 4, 3).directory().writeTo(file);
        assertThat(outcome())
                .isEqualTo(
                        file
                                + " can't be read by rows: its page 3 has 4 x 3 pixels (UINT8) and"
                                + " the first 4 x 2 (UINT8); open it in ImageJ or Fiji and save it"
                                + " as TIFF.");
    }

    @Test
    void anyOtherFileIsNamed() throws IOException {
        Files.writeString(file, "This is a text, not an image.");
        assertThat(outcome()).isEqualTo(file + " is not a TIFF file; give the path of one.");
        Files.delete(file);
        assertThat(outcome()).isEqualTo("There is no image file " + file + "; check the path.");
    }
}
