/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

    @TempDir Path folder;

    /** A file whose header says to be so long. */
    private static byte[] file(long length, String header, byte[] values) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + values.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(text)
                .put(values)
                .array();
    }

    private static byte[] file(String header, int bytes) {
        return file(header.length(), header, new byte[bytes]);
    }

    private static String tensor(String name, String type, String shape, String place) {
        return String.format(
                "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}",
                name, type, shape, place);
    }

    private static void assertRefused(byte[] file, String message) {
        assertThatThrownBy(() -> Safetensors.open(new ByteArrayInputStream(file), file.length))
                .isInstanceOf(SafetensorsException.class)
                .hasMessage(message);
    }

    @Test
    void valuesComeBackBitForBitAndAreAligned() throws IOException {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        tensors.put("b", new HostTensor(new long[] {3, 1}, new float[] {1.5f, -0f, 0x1p-149f}));
        tensors.put("a", new HostTensor(new long[] {}, new float[] {Float.NaN}));
        tensors.put("none", new HostTensor(new long[] {0, 4}, new float[0]));
        float[] many = new float[70_000]; // more than one block
        for (int i = 0; i < many.length; i++) {
            many[i] = i;
        }
        tensors.put("many", new HostTensor(new long[] {70_000}, many));
        byte[] file = written(tensors);
        assertThat(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8).isZero();
        Safetensors read = Safetensors.open(new ByteArrayInputStream(file), file.length);
        assertThat(read.shapes().get("b")).containsExactly(3, 1);
        Map<String, HostTensor> back = new LinkedHashMap<>();
        read.forEach(back::put);
        assertThat(back).containsExactlyEntriesOf(tensors);
        assertThat(Checkpoint.read(Files.write(folder.resolve("f"), file)))
                .isEqualTo(new TreeMap<>(tensors));
    }

    private static byte[] written(Map<String, HostTensor> tensors) throws IOException {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Safetensors.write(out, shapes, name -> tensors.get(name).values());
        return out.toByteArray();
    }

    @Test
    void valuesThatDoNotFitTheirShapeAreNotWritten() {
        assertThatThrownBy(
                        () ->
                                Safetensors.write(
                                        new ByteArrayOutputStream(),
                                        Map.of("a", new long[] {2}),
                                        name -> new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A tensor of shape [2] has 2 values, but 3 were given.");
    }

    @ParameterizedTest
    @CsvSource({
        "F64, 000000000000F83F00000000000000C0, 1.5, -2",
        "F32, 0000C03F000000C0, 1.5, -2",
        "F16, 003E00C0, 1.5, -2",
        "F16, 01000080, 5.9604645E-8, -0.0",
        "F16, 007CFF7B, Infinity, 65504",
        "BF16, C03F00C0, 1.5, -2",
        "I64, 0100000000000000FEFFFFFFFFFFFFFF, 1, -2",
        "I32, 01000000FEFFFFFF, 1, -2",
        "I16, 0100FEFF, 1, -2",
        "I8, 01FE, 1, -2",
        "U8, 01FE, 1, 254",
        "BOOL, 0001, 0, 1"
    })
    void everyTypeOfNumberIsConverted(String type, String hex, float first, float second)
            throws IOException {
        byte[] values = HexFormat.of().parseHex(hex);
        String header = "{" + tensor("a.b/c", type, "[2]", "[0," + values.length + "]") + "}";
        byte[] bytes = file(header.length(), header, values);
        SortedMap<String, HostTensor> tensors =
                Checkpoint.read(Files.write(folder.resolve("f"), bytes));
        assertThat(tensors).containsOnlyKeys("a.b/c");
        assertThat(tensors.get("a.b/c").values()).containsExactly(first, second);
    }

    @Test
    void onlyWantedTensorsAreReadAndMetadataIsNoTensor() throws IOException {
        String header =
                "{\"__metadata__\":{\"format\":\"pt\"},"
                        + tensor("second", "U8", "[2]", "[1,3]")
                        + ","
                        + tensor("first", "U8", "[]", "[0,1]")
                        + "}  ";
        Path file =
                Files.write(
                        folder.resolve("f"), file(header.length(), header, new byte[] {1, 2, 3}));
        assertThat(Checkpoint.names(file)).containsExactly("first", "second");
        SortedMap<String, HostTensor> tensors = Checkpoint.read(file, "second"::equals);
        assertThat(tensors).containsOnlyKeys("second");
        assertThat(tensors.get("second").values()).containsExactly(2, 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[2]|[0,12]|whose shape and place do not agree.",
                "[3]|[0,12,24]|whose shape and place do not agree.",
                "[3]|[12,0]|whose shape and place do not agree.",
                "[65536,65536,65536,65536]|[0,0]|whose shape and place do not agree.",
                "[1]|[0,3]|whose shape and place do not agree.",
                "[2147483640]|[0,8589934560]|of 2147483640 values, and at most 2147483639 can",
                "[3]|[-4,8]|with a shape or place that is not of whole numbers.",
                "[-3]|[0,12]|with a shape or place that is not of whole numbers.",
                "[3.0]|[0,12]|with a shape or place that is not of whole numbers.",
                "[3]|[0,9223372036854775808]|with a shape or place that is not of whole numbers.",
            })
    void aPlaceThatDoesNotFitTheShapeIsNotBelieved(String shape, String place, String message) {
        byte[] file = file("{" + tensor("a", "F32", shape, place) + "}", 12);
        assertThatThrownBy(() -> Safetensors.open(new ByteArrayInputStream(file), file.length))
                .isInstanceOf(SafetensorsException.class)
                .hasMessageStartingWith("has tensor a")
                .hasMessageContaining(message);
    }

    @Test
    void tensorsMustFillTheFileWithoutOverlap() {
        String first = "{" + tensor("a", "F32", "[2]", "[0,8]") + ",";
        assertRefused(
                file(first + tensor("b", "F32", "[2]", "[4,12]") + "}", 12),
                "is damaged: its tensor b overlaps the one before.");
        assertRefused(
                file(first + tensor("b", "F32", "[1]", "[12,16]") + "}", 16),
                "is damaged: its tensor b does not follow on the one before.");
        String both = first + tensor("b", "F32", "[1]", "[8,12]") + "}";
        assertRefused(file(both, 11), "is cut short: its tensors take 12 bytes, and 11 are there.");
        assertRefused(
                file(both, 20), "is damaged: its tensors take 12 bytes of the 20 that are there.");
    }

    @Test
    void nothingInTheHeaderMayComeTwice() {
        String entry = tensor("a", "F32", "[1]", "[0,4]");
        assertRefused(file("{" + entry + "," + entry + "}", 4), "has a twice in its header.");
        assertRefused(
                file("{" + entry.replace("}", ",\"shape\":[1]}") + "}", 4),
                "has tensor a with a shape that does not belong there.");
    }

    @Test
    void headersOfAnotherFormAreRefused() {
        assertRefused(
                file("{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}", 4),
                "has tensor a without dtype, shape or data_offsets.");
        assertRefused(
                file("{" + tensor("a", "F8_E4M3", "[1]", "[0,1]") + "}", 1),
                "has tensor a of type F8_E4M3, which cannot be read; save it as F32.");
        assertRefused(
                file("{" + tensor("a", "F32", "3", "[0,12]") + "}", 12),
                "has a header that is not as the format has it, at $.a.shape.");
        assertRefused(file("{\"a\"", 0), "has a header that is not as the format has it, at $.a.");
        assertRefused(file("{}{}", 0), "has a header that is not as the format has it, at $.");
        assertRefused(file("[]", 0), "has a header that is not as the format has it, at $.");
        assertRefused(file("", 0), "has a header that is not as the format has it, at $.");
    }

    @Test
    void aHeaderOfAnyLengthIsChecked() {
        for (long length : new long[] {-1, Long.MAX_VALUE, 5_000_000}) {
            assertRefused(
                    file(length, "{}", new byte[12]),
                    "is no safetensors file: its header is too long.");
        }
        assertRefused(file(1000, "{}", new byte[12]), "is cut short: its header is not whole.");
        assertRefused(new byte[3], "is cut short: it has no safetensors header.");
    }

    @Test
    void deeplyNestedMetadataIsNoTrouble() {
        String header = "{\"__metadata__\":" + "[".repeat(1_000_000);
        assertThatThrownBy(
                        () ->
                                Safetensors.open(
                                        new ByteArrayInputStream(file(header, 0)),
                                        8 + header.length()))
                .isInstanceOf(SafetensorsException.class)
                .hasMessageStartingWith(
                        "has a header that is not as the format has it, at $.__metadata__[");
    }

    @Test
    void filesCutOrChangedAnywhereAreReadOrRefused() throws IOException {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        for (String name : new String[] {"a", "b", "c"}) {
            tensors.put(name, new HostTensor(new long[] {2, 3}, new float[6]));
        }
        byte[] whole = written(tensors);
        Path file = folder.resolve("f.safetensors");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Checkpoint.read(file))
                    .as("first %d bytes", length)
                    .isExactlyInstanceOf(CheckpointException.class)
                    .hasMessageStartingWith("Checkpoint " + file + " ")
                    .hasMessageEndingWith(".");
        }
        Random random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] changed = whole.clone();
            int position = random.nextInt(whole.length);
            changed[position] ^= (byte) (1 + random.nextInt(255));
            Files.write(file, changed);
            try {
                assertThat(Checkpoint.read(file)).hasSizeLessThanOrEqualTo(3);
            } catch (CheckpointException e) {
                assertThat(e.getMessage()).contains(file.toString()).doesNotContain("\n");
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("byte " + position + " to " + changed[position], e);
            }
        }
        assertThat(refused).isBetween(200, 1900);
    }
}
