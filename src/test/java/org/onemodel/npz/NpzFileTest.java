/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpzFileTest {

    @TempDir private Path folder;

    private Path written() throws IOException {
        Path file = folder.resolve("a.npz");
        new NpzContent()
                .floats("f", new float[] {1.5f, Float.NaN, -0f, 3, 4, 5}, 2, 3)
                .rows("rows", new float[][] {{1, 2}, {3, 4}, {5, 6}}, 3, 1, 2)
                .doubles("d", new double[] {Math.PI}, 1)
                .longs("l", new long[] {Long.MIN_VALUE, 7}, 2)
                .bytes("b", new byte[0], 0)
                .text("t", "µm")
                .write(file);
        return file;
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        try (NpzFile file = NpzFile.open(written())) {
            assertThat(file.names()).containsExactlyInAnyOrder("f", "rows", "d", "l", "b", "t");
            assertThat(file.shape("f")).containsExactly(2, 3);
            assertThat(file.shape("rows")).containsExactly(3, 1, 2);
            assertThat(file.floats("f")).containsExactly(1.5f, Float.NaN, -0f, 3, 4, 5);
            assertThat(file.floats("rows")).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(file.doubles("d")).containsExactly(Math.PI);
            assertThat(file.longs("l")).containsExactly(Long.MIN_VALUE, 7);
            assertThat(file.bytes("b")).isEmpty();
            assertThat(new String(file.bytes("t"), StandardCharsets.UTF_8)).isEqualTo("µm");
            assertThat(file.doubles("l")).containsExactly(Long.MIN_VALUE, 7);
        }
    }

    @Test
    void theSameArraysGiveTheSameBytesWithHeadersOfNumPys() throws IOException {
        byte[] first = Files.readAllBytes(written());
        assertThat(Files.readAllBytes(written())).isEqualTo(first);
        String text = new String(first, StandardCharsets.ISO_8859_1);
        assertThat(text)
                .contains("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }")
                .contains("{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }")
                .contains("{'descr': '|u1', 'fortran_order': False, 'shape': (0,), }");
        assertThat(NpyHeader.of(NpyType.FLOAT32, 2, 3)).hasSize(128).endsWith('\n');
    }

    @Test
    void whatNumPyWroteIsRead() throws IOException, URISyntaxException {
        Path golden = Path.of(getClass().getResource("/golden/stylegan2_wencoder.npz").toURI());
        try (NpzFile file = NpzFile.open(golden)) {
            assertThat(file.shape("latent")).containsExactly(2, 32);
            assertThat(file.shape("noise_08")).containsExactly(2, 1, 64, 64);
            assertThat(file.floats("x")).hasSize(2 * 3 * 64 * 64).doesNotContain(Float.NaN);
        }
    }

    private Path zip(String name, String header, int bytes) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        Path file = folder.resolve("hostile.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            OutputStream out = zip;
            out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
            out.write(new byte[] {(byte) text.length, (byte) (text.length >> 8)});
            out.write(text);
            out.write(new byte[bytes]);
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "'<f4'; False; (2,); 7; has the shape [2], which takes",
                "'<f4'; False; (4611686018427387904, 4); 8; more numbers than can be",
                "'<f4'; False; (99999999999999999999,); 8; axis of an impossible length",
                "'<f4'; False; (1,1,1,1,1,1,1,1,1); 4; has 9 axes",
                "'<f2'; False; (4,); 8; numbers of the type f2; expected f4 or f8",
                "'|O'; False; (1,); 8; numbers of the type O; expected",
                "'<f4'; True; (2, 2); 16; is in Fortran's order",
                "[('a', '<f4')]; False; (2,); 8; a header that describes no array",
            })
    void headersThatLieAreRefused(
            String type, String order, String shape, int bytes, String sentence)
            throws IOException {
        String header =
                "{'descr': " + type + ", 'fortran_order': " + order + ", 'shape': " + shape + ", }";
        Path file = zip("latent.npy", header, bytes);
        assertThatThrownBy(() -> NpzFile.open(file))
                .isInstanceOf(NpzException.class)
                .hasMessageStartingWith(file + " can't be used: its array latent ")
                .hasMessageContaining(sentence);
    }

    @Test
    void anArrayThatIsLargerThanMemoryIsRefusedBeforeItIsRead() throws IOException {
        int bytes = 1 << 26; // of zeros, which pack to nothing
        long numbers = bytes;
        String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (" + numbers + ",), }";
        Path file = zip("latent.npy", header, bytes);
        assertThat(Files.size(file)).isLessThan(1 << 17);
        try (NpzFile open = NpzFile.open(file)) {
            long most = Runtime.getRuntime().maxMemory();
            if (numbers * Double.BYTES < most / 2) {
                assertThat(open.bytes("latent")).hasSize(bytes);
            } else {
                assertThatThrownBy(() -> open.doubles("latent"))
                        .hasMessageContaining("for which Java has too little memory");
            }
        }
    }

    @Test
    void missingFoldersAndOtherFilesAreToldInOneSentence() throws IOException {
        Path text = Files.writeString(folder.resolve("text.npz"), "no zip");
        assertThatThrownBy(() -> NpzFile.open(text))
                .isInstanceOf(NpzException.class)
                .hasMessageStartingWith(text + " is no .npz file, or cut short or damaged (");
        assertThatThrownBy(() -> NpzFile.open(folder.resolve("none.npz")))
                .hasMessageContaining("There is no file");
        try (NpzFile file = NpzFile.open(written())) {
            assertThatThrownBy(() -> file.floats("latent"))
                    .hasMessageEndingWith("has no array latent, which embeddings have.");
            assertThatThrownBy(() -> file.longs("f"))
                    .hasMessageEndingWith("its array f is not of whole numbers.");
            assertThatThrownBy(() -> file.bytes("f"))
                    .hasMessageEndingWith("its array f is not of bytes (u1).");
        }
    }

    @Test
    void damageAnywhereIsRefusedOrChangesNothing() throws IOException {
        Path file = written();
        byte[] bytes = Files.readAllBytes(file);
        List<float[]> expected = read(file);
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] damaged = bytes.clone();
            int at = random.nextInt(bytes.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Path copy = Files.write(folder.resolve("damaged.npz"), damaged);
            try {
                List<float[]> found = read(copy);
                for (int k = 0; k < found.size(); k++) {
                    assertThat(found.get(k)).as("byte %d", at).isEqualTo(expected.get(k));
                }
            } catch (IOException e) {
                assertThat(e).isInstanceOf(NpzException.class);
                refused++;
            }
            int cut = random.nextInt(bytes.length);
            Path part = Files.write(folder.resolve("cut.npz"), Arrays.copyOf(bytes, cut));
            assertThatThrownBy(() -> read(part)).isInstanceOf(NpzException.class);
        }
        assertThat(refused).isGreaterThan(100);
    }

    private static List<float[]> read(Path path) throws IOException {
        try (NpzFile file = NpzFile.open(path)) {
            return List.of(file.floats("f"), file.floats("rows"), file.floats("d"));
        }
    }

    @Test
    void aFileOfTwoGigabytesIsNotBegun() {
        float[] shared = new float[1 << 20];
        float[][] rows = new float[600][];
        Arrays.fill(rows, shared);
        Path file = folder.resolve("large.npz");
        NpzContent content = new NpzContent().rows("latent", rows, 600, 1 << 20);
        assertThatThrownBy(() -> content.write(file))
                .isInstanceOf(NpzException.class)
                .hasMessage(
                        file
                                + " would have 2400 MB, and embeddings are written up to 2047 MB;"
                                + " choose fewer slices or frames, or a part of the image.");
        assertThat(file).doesNotExist();
    }
}
