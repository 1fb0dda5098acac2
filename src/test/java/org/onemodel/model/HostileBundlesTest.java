/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.weights.Outcome;

/** Model bundles that nobody vouches for: each is one sentence, at a bounded cost. */
class HostileBundlesTest {

    private static Map<String, byte[]> whole;

    @TempDir Path temporary;
    private Path folder;
    private Path zip;

    @BeforeAll
    static void writeAWholeOne(@TempDir Path place) throws IOException {
        Path bundle = place.resolve("tiny");
        try (Autoencoder autoencoder = TinyModel.autoencoder(1)) {
            ModelBundle.write(bundle, TinyModel.description(), autoencoder, "# Tiny\n");
        }
        whole = new LinkedHashMap<>();
        for (String file : new String[] {"model.json", "README.md", "weights.safetensors"}) {
            whole.put(file, Files.readAllBytes(bundle.resolve(file)));
        }
        ModelBundle.open(bundle).check(); // or the refusals below prove nothing
    }

    @BeforeEach
    void writeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("bundle"));
        zip = temporary.resolve("bundle.zip");
        for (var file : whole.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static void assertRefused(Path bundle, String words) throws IOException {
        Outcome outcome = Outcome.of(() -> ModelBundle.open(bundle).load(Device.cpu()));
        outcome.assertRefused(ModelException.class, bundle, words);
        assertThat(outcome.failure()).hasMessageContaining(words);
    }

    private static String json() {
        return new String(whole.get("model.json"), StandardCharsets.UTF_8);
    }

    private void assertJsonRefused(String json, String words) throws IOException {
        Files.writeString(folder.resolve("model.json"), json);
        assertRefused(folder, words);
    }

    /** The description with the value of a key replaced by other JSON. */
    private static String with(String key, String value) {
        String changed =
                json().replaceFirst(
                                "\"" + key + "\": (\\[[^]]*]|\\{[^}]*}|[^,\\n]*)",
                                "\"" + key + "\": " + value.replace("\\", "\\\\"));
        assertThat(changed).isNotEqualTo(json());
        return changed;
    }

    // Files

    @ParameterizedTest
    @ValueSource(strings = {"model.json", "README.md", "weights.safetensors"})
    void aFileThatIsNoneIsNotReadWithoutEnd(String name) throws Exception {
        Path file = folder.resolve(name);
        Files.delete(file);
        assertRefused(folder, "it has no " + name);
        Files.createDirectory(file);
        assertRefused(folder, "it has no " + name);
        Files.delete(file);
        assumeTrue(new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0);
        assertRefused(folder, "it has no " + name);
        Files.delete(file);
        Path zeros = Path.of("/dev/zero");
        assumeTrue(Files.exists(zeros));
        Files.createSymbolicLink(file, zeros);
        assertRefused(folder, "it has no " + name);
        Files.delete(file); // or JUnit warns of it
    }

    @Test
    void aBundleThatIsNeitherFolderNorFileIsNotOpened() throws Exception {
        Path pipe = temporary.resolve("pipe.zip");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        assertRefused(pipe, "neither a folder nor a file");
        assertRefused(Path.of("/dev/zero"), "neither a folder nor a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.json", "README.md", "weights.safetensors"})
    void filesCutShortOrTooLongAreRefused(String name) throws IOException {
        if (!name.equals("README.md")) {
            for (int length = 0; length < whole.get(name).length; length += 97) {
                Files.write(folder.resolve(name), Arrays.copyOf(whole.get(name), length));
                assertRefused(folder, name);
            }
        }
        Files.write(folder.resolve(name), new byte[20_000_000]);
        assertRefused(folder, "is larger than it can be");
    }

    // model.json

    @Test
    void jsonThatNestsWithoutEndIsNoRecursion() throws IOException {
        assertJsonRefused("[".repeat(500_000), "is no JSON");
        assertJsonRefused("{\"a\":".repeat(150_000), "is no JSON");
        String deep = "[".repeat(200_000) + "]".repeat(200_000);
        assertJsonRefused(with("tile", deep), "model.json");
        assertJsonRefused(with("name", deep), "model.json");
        assertJsonRefused(with("measured", "{\"a\": " + deep + "}"), "model.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tile | 1e999999999",
                "tile | 1e-999999999",
                "tile | -1",
                "tile | 2147483648",
                "tile | NaN",
                "size | 16384",
                "size | 1073741824",
                "latentSize | 0",
                "latentSize | 2147483647",
                "mappingLayers | 1000000",
                "mappingLayers | -1",
                "encoderDepth | 100",
                "encoderDepth | 2147483647",
                "encoderWidths | [16384, 16384]",
                "encoderWidths | []",
                "channels | {\"4\": 16384, \"8\": 16384, \"16\": 16384}",
                "channels | {}",
                "channels | {\"4\": 0, \"8\": 4, \"16\": 4}",
                "styleGan | 3",
                "sha256 | \"../../etc/passwd\"",
                "name | \"../../etc/passwd\"",
                "name | \"\"",
                "measured | {\"a\": 1e400}",
                "sigmaRange | [5, 1e999]",
            })
    void numbersThatCannotBeAreRefused(String key, String value) throws IOException {
        assertJsonRefused(with(key, value), folder.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\u001b[2J\\u0007", "a\\nb", "\\u2028", "\\u202e", "\\ud800", "\\u0000"})
    void textsAreShownOnOneLineWithoutControlCharacters(String text) throws IOException {
        assertJsonRefused(with("name", "\"" + text + "\""), "model.json");
        assertJsonRefused(with("task", "\"" + text + "\""), "model.json");
        assertJsonRefused(with("tile", "\"" + text + "\""), "model.json");
        assertJsonRefused("{\"" + text + "\": 1," + json().substring(1), "an unknown key");
        assertJsonRefused(with("measured", "{\"" + text + "\": \"x\"}"), "model.json");
    }

    @Test
    void longTextsAreCutInTheMessage() throws IOException {
        String text = "a".repeat(900_000);
        assertJsonRefused(with("name", "\"" + text + "\""), "model.json");
        assertJsonRefused(with("projection", "\"" + text + "\""), "model.json");
        assertJsonRefused(with("sha256", "\"" + text + "\""), "model.json");
        assertJsonRefused("{\"" + text + "\": 1," + json().substring(1), "an unknown key");
    }

    // Zips

    private void writeZip(Map<String, byte[]> parts) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
                out.closeEntry();
            }
        }
    }

    @Test
    void aZipThatExpandsWithoutEndIsNotRead() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>(whole);
        parts.put("README.md", new byte[200 << 20]);
        writeZip(parts);
        assertRefused(zip, "README.md is larger than it can be");
        parts.put("README.md", whole.get("README.md"));
        parts.put("weights.safetensors", new byte[200 << 20]);
        writeZip(parts);
        assertRefused(zip, "weights.safetensors is larger than it can be");
    }

    @Test
    void aZipWithTheSameFileTwiceIsRefused() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>(whole);
        parts.put("other/model.json", whole.get("model.json"));
        writeZip(parts);
        assertRefused(zip, "more than one model.json");
    }

    @Test
    void namesThatClimbOutOfTheFolderAreNotLookedAt() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        whole.forEach((name, bytes) -> parts.put("../../" + name, bytes));
        writeZip(parts);
        assertRefused(zip, "it has no model.json");
    }

    @Test
    void aZipOfManyFilesIsCounted() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>(whole);
        for (int i = 0; i < 20_000; i++) {
            parts.put("a/" + i, new byte[0]);
        }
        writeZip(parts);
        assertRefused(zip, "a bundle has no 20003 files");
    }

    @Test
    void aZipWithACommentThatIsNoTextIsRefused() throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            ZipEntry entry = new ZipEntry("model.json");
            entry.setComment("\u00e9");
            out.putNextEntry(entry);
            out.closeEntry();
        }
        byte[] bytes = Files.readAllBytes(zip);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == (byte) 0xc3) {
                bytes[i] = (byte) 0xff;
            }
        }
        Files.write(zip, bytes);
        assertRefused(zip, "could not be read");
    }

    @Test
    void whatIsNoZipIsRefused() throws IOException {
        for (byte[] bytes : new byte[][] {{}, {1}, "PK\3\4".getBytes(), new byte[100_000]}) {
            Files.write(zip, bytes);
            assertRefused(zip, "could not be read");
        }
        writeZip(whole);
        byte[] bytes = Files.readAllBytes(zip);
        for (int length = 0; length < bytes.length; length += 53) {
            Files.write(zip, Arrays.copyOf(bytes, length));
            assertRefused(zip, "could not be read");
        }
    }
}
