/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointTest {

    private static final long[] SIX = {6};
    private static final long[] ONE = {1};

    @TempDir Path folder;

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = CheckpointTest.class.getResourceAsStream("/golden/" + name)) {
            return in.readAllBytes();
        }
    }

    private Path copy(String name) throws IOException {
        return Files.write(folder.resolve(name), golden(name));
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    private Path zip(byte[] pickle, byte[] storage) throws IOException {
        return PickleBytes.zip(folder.resolve("made.pt"), pickle, Map.of("0", storage));
    }

    private void assertRefused(byte[] pickle, byte[] storage, String problem) throws IOException {
        Path file = zip(pickle, storage);
        assertThatThrownBy(() -> Checkpoint.read(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("Checkpoint " + file + " ")
                .hasMessageContaining(problem)
                .hasMessageEndingWith(".");
    }

    // Expected names, shapes and values were read from the same files with Python's pickle, zipfile
    // and numpy.

    @Test
    void generatorHasTheNamesShapesAndValuesThatPythonReads() throws IOException {
        SortedMap<String, HostTensor> tensors = Checkpoint.read(copy("stylegan2_generator.pt"));
        assertThat(tensors).hasSize(110);
        assertThat(tensors.lastKey()).isEqualTo("latent_avg");
        assertThat(tensors.get("latent_avg").shape()).containsExactly(32);
        HostTensor weight = tensors.get("g_ema/conv1.conv.weight");
        assertThat(weight.shape()).containsExactly(1, 24, 24, 3, 3);
        assertThat(Arrays.copyOf(weight.values(), 3))
                .containsExactly(0.10940701514482498f, 0.6487575173377991f, -1.7911255359649658f);
        assertThat(weight.values()[weight.size() - 1]).isEqualTo(-0.8625519f);
        assertThat(tensors.get("g_ema/conv1.noise.weight").values())
                .containsExactly(-0.43320760130882263f);
        assertThat(tensors.get("g_ema/to_rgbs.4.upsample.kernel").shape()).containsExactly(4, 4);
        assertThat(tensors.values().stream().mapToInt(HostTensor::size).sum()).isEqualTo(92141);
        assertThat(sum(tensors)).isCloseTo(152.0581488520479, within(1e-6));
    }

    @Test
    void encoderWithDecoderHasTheNamesShapesAndValuesThatPythonReads() throws IOException {
        SortedMap<String, HostTensor> tensors = Checkpoint.read(copy("stylegan2_wplusencoder.pt"));
        assertThat(tensors).hasSize(317);
        assertThat(tensors.keySet()).allMatch(name -> name.startsWith("autoencoder/"));
        HostTensor weight = tensors.get("autoencoder/encoder.to_noise.4.weight");
        assertThat(weight.shape()).containsExactly(1, 24, 1, 1);
        assertThat(Arrays.copyOf(weight.values(), 3))
                .containsExactly(
                        0.04190724343061447f, -0.07549663633108139f, 0.011973831802606583f);
        assertThat(tensors.values().stream().mapToInt(HostTensor::size).sum()).isEqualTo(138856);
        assertThat(sum(tensors)).isCloseTo(-3035.84826454003, within(1e-6));
    }

    private static double sum(Map<String, HostTensor> tensors) {
        double sum = 0;
        for (HostTensor tensor : tensors.values()) {
            for (float value : tensor.values()) {
                sum += value;
            }
        }
        return sum;
    }

    @Test
    void oldFormatHoldsTheSameTensorsAsTheZipFormat() throws IOException {
        assertThat(Checkpoint.read(copy("stylegan2_generator_legacy.pt")))
                .isEqualTo(Checkpoint.read(copy("stylegan2_generator.pt")));
    }

    @ParameterizedTest
    @CsvSource({
        "80028A0A6CFC9C46F9206AA850192E80024DE903",
        "8004950D000000000000008A0A6CFC9C46F9206AA85019", // framed, as protocols 4 and 5 do
    })
    void oldFilesOfAnyPickleProtocolAreRecognized(String start) {
        byte[] bytes = HexFormat.of().parseHex(start);
        assertThat(LegacyCheckpoint.recognizes(bytes)).isTrue();
        bytes[13] ^= 1; // in the magic number of both
        assertThat(LegacyCheckpoint.recognizes(bytes)).isFalse();
    }

    @Test
    void eachPickleOfTheOldFormatNumbersItsMemoAnew() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SmallCheckpoints.legacyHeader());
        file.writeBytes(new PickleBytes().ops("}").op(0x94).text("a").op('h', 0).ops("s0}").stop());
        file.writeBytes(SmallCheckpoints.legacyKeys(List.of()));
        byte[] memoized = file.toByteArray();
        // As of protocol 4 an object's number is the count of those before it.
        byte[] numbered =
                new String(memoized, StandardCharsets.ISO_8859_1)
                        .replace("little_endian\u0088s", "little_endian\u0094\u0088\u0094s")
                        .getBytes(StandardCharsets.ISO_8859_1);
        Path path = Files.write(folder.resolve("memo.pt"), numbered);

        assertThat(Checkpoint.read(path)).isEmpty();
        assertThatThrownBy(
                        () ->
                                Checkpoint.read(
                                        Files.write(
                                                path,
                                                new String(numbered, StandardCharsets.ISO_8859_1)
                                                        .replace("\u0094X\1\0\0\0a", "X\1\0\0\0a")
                                                        .getBytes(StandardCharsets.ISO_8859_1))))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("invalid memo key");
    }

    @Test
    void onlyWantedTensorsAreRead() throws IOException {
        assertThat(Checkpoint.read(copy("stylegan2_generator.pt"), name -> !name.contains("/")))
                .containsOnlyKeys("latent_avg");
    }

    @Test
    void resultCannotBeChanged() throws IOException {
        SortedMap<String, HostTensor> tensors = Checkpoint.read(copy("stylegan2_generator.pt"));
        assertThatThrownBy(tensors::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatIsNotATensorIsLeftOut() throws IOException {
        byte[] pickle =
                new PickleBytes()
                        .ops("}(")
                        .text("iteration")
                        .integer(150000)
                        .text("args")
                        .global("argparse", "Namespace")
                        .ops(")")
                        .op(0x81)
                        .ops("}")
                        .text("lr")
                        .integer(3)
                        .ops("sb")
                        .text("optimizer")
                        .ops("}(")
                        .integer(0)
                        .ops("}")
                        .text("exp_avg")
                        .tensor("FloatStorage", "0", 6, 0, SIX, ONE)
                        .ops("s")
                        .text("lrs")
                        .ops("](NNeu")
                        .text("parameter")
                        .global("torch._utils", "_rebuild_parameter")
                        .ops("(")
                        .tensor("FloatStorage", "0", 6, 2, new long[] {}, new long[] {})
                        .op(0x88)
                        .global("collections", "OrderedDict")
                        .ops(")RtRu")
                        .stop();
        SortedMap<String, HostTensor> tensors =
                Checkpoint.read(zip(pickle, floats(1, 2, 3, 4, 5, 6)));
        assertThat(tensors).containsOnlyKeys("optimizer/0/exp_avg", "parameter");
        assertThat(tensors.get("optimizer/0/exp_avg").values()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(tensors.get("parameter"))
                .isEqualTo(new HostTensor(new long[0], new float[] {3}));
    }

    @Test
    void stridedTensorsBecomeRowMajor() throws IOException {
        byte[] storage = floats(0, 1, 2, 3, 4, 5);
        byte[] transposed =
                PickleBytes.oneTensor("FloatStorage", 6, 0, new long[] {3, 2}, new long[] {1, 3});
        assertThat(Checkpoint.read(zip(transposed, storage)).get("t"))
                .isEqualTo(new HostTensor(new long[] {3, 2}, new float[] {0, 3, 1, 4, 2, 5}));
        byte[] everySecond =
                PickleBytes.oneTensor("FloatStorage", 6, 1, new long[] {3}, new long[] {2});
        assertThat(Checkpoint.read(zip(everySecond, storage)).get("t").values())
                .containsExactly(1, 3, 5);
        byte[] expanded =
                PickleBytes.oneTensor("FloatStorage", 6, 4, new long[] {2, 2}, new long[] {0, 1});
        assertThat(Checkpoint.read(zip(expanded, storage)).get("t").values())
                .containsExactly(4, 5, 4, 5);
        byte[] part =
                PickleBytes.oneTensor(
                        "FloatStorage", 6, 2, new long[] {2, 1, 2}, new long[] {2, 9, 1});
        assertThat(Checkpoint.read(zip(part, storage)).get("t").values())
                .containsExactly(2, 3, 4, 5);
        byte[] empty =
                PickleBytes.oneTensor("FloatStorage", 6, 9, new long[] {0, 2}, new long[] {2, 1});
        assertThat(Checkpoint.read(zip(empty, storage)).get("t"))
                .isEqualTo(new HostTensor(new long[] {0, 2}, new float[0]));
    }

    @ParameterizedTest
    @CsvSource({
        "DoubleStorage, 000000000000F83F00000000000000C0, 1.5, -2",
        "HalfStorage, 003E00C0, 1.5, -2",
        "HalfStorage, 01000080, 5.9604645E-8, -0.0",
        "HalfStorage, 007CFF7B, Infinity, 65504",
        "BFloat16Storage, C03F00C0, 1.5, -2",
        "LongStorage, 0100000000000000FEFFFFFFFFFFFFFF, 1, -2",
        "IntStorage, 01000000FEFFFFFF, 1, -2",
        "ShortStorage, 0100FEFF, 1, -2",
        "CharStorage, 01FE, 1, -2",
        "ByteStorage, 01FE, 1, 254",
        "BoolStorage, 0001, 0, 1"
    })
    void everyTypeOfNumberIsConverted(String type, String hex, float first, float second)
            throws IOException {
        byte[] pickle = PickleBytes.oneTensor(type, 2, 0, new long[] {2}, ONE);
        Path file = zip(pickle, HexFormat.of().parseHex(hex));
        assertThat(Checkpoint.read(file).get("t").values()).containsExactly(first, second);
    }

    @Test
    void byteOrderIsFollowed() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("a/data.pkl", PickleBytes.oneTensor("ShortStorage", 1, 0, ONE, ONE));
        parts.put("a/byteorder", "big".getBytes());
        parts.put("a/data/0", new byte[] {1, 2});
        Path file = PickleBytes.zip(folder.resolve("big.pt"), parts, ZipEntry.DEFLATED);
        assertThat(Checkpoint.read(file).get("t").values()).containsExactly(0x102);
    }

    @Test
    void commandsInAPickleAreNamedAndNotRun() throws IOException {
        byte[] pickle =
                new PickleBytes()
                        .ops("}")
                        .text("t")
                        .global("os", "system")
                        .ops("(")
                        .text("touch owned")
                        .ops("tRs")
                        .stop();
        assertRefused(
                pickle,
                new byte[0],
                "needs os.system of Python, which is not one of the few parts of a checkpoint that"
                        + " are read as data");
        byte[] stackGlobal =
                new PickleBytes().text("posix").text("system").op(0x93).ops("(NtR").stop();
        assertRefused(stackGlobal, new byte[0], "needs posix.system of Python");
        assertRefused(
                new PickleBytes().global("builtins", "eval").stop(),
                new byte[0],
                "needs builtins.eval of Python");
        assertRefused(
                new PickleBytes().ops("(ios\nsystem\n").stop(),
                new byte[0],
                "operation 0x69 is not one of data");
    }

    @Test
    void constructorsThatTheLibraryRegistersAreOutOfReach() throws IOException {
        assertRefused(
                new PickleBytes().global("decimal", "Decimal").stop(),
                new byte[0],
                "needs decimal.Decimal of Python");
    }

    @Test
    void tensorsMustLieInTheirStorages() throws IOException {
        byte[] storage = floats(1, 2, 3, 4, 5, 6);
        assertRefused(
                PickleBytes.oneTensor("FloatStorage", 6, 1, SIX, ONE),
                storage,
                "a tensor of shape [6], strides [1] and offset 1 that reaches beyond the 6 values of"
                        + " storage 0");
        assertRefused(PickleBytes.oneTensor("FloatStorage", 6, -1, ONE, ONE), storage, "offset -1");
        assertRefused(
                PickleBytes.oneTensor("FloatStorage", 6, 5, SIX, new long[] {-1}),
                storage,
                "the negative stride -1");
        assertRefused(
                PickleBytes.oneTensor(
                        "FloatStorage", 6, 0, new long[] {3, 3}, new long[] {1L << 62, 1L << 62}),
                storage,
                "reaches beyond");
        assertRefused(
                PickleBytes.oneTensor("FloatStorage", 6, 0, SIX, new long[] {1, 1}),
                storage,
                "1 axes with 2 strides");
        assertRefused(
                PickleBytes.oneTensor("FloatStorage", 7, 0, SIX, ONE),
                storage,
                "is damaged: storage 0 should have 28 bytes, but only 24 are there.");
    }

    @Test
    void unreasonableSizesAreRefusedBeforeMemoryIsSetAside() throws IOException {
        byte[] storage = floats(1, 2, 3, 4, 5, 6);
        assertRefused(
                PickleBytes.oneTensor("FloatStorage", 1L << 40, 0, SIX, ONE),
                storage,
                "should have 4398046511104 bytes, but only 24 are there");
        assertRefused(
                PickleBytes.oneTensor("FloatStorage", Long.MAX_VALUE, 0, SIX, ONE),
                storage,
                "a storage of 9223372036854775807 values");
        assertRefused(
                PickleBytes.oneTensor("FloatStorage", 6, 0, new long[] {1L << 31}, new long[] {0}),
                storage,
                "has tensors of unreasonable sizes");
        assertRefused(
                new PickleBytes().ops("X").littleEndian(-1).stop(),
                storage,
                "4294967295 bytes announced, 1 are left");
    }

    @Test
    void zipBombsAreRefused() throws IOException {
        int values = 1 << 22;
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "a/data.pkl",
                PickleBytes.oneTensor("FloatStorage", values, 0, new long[] {values}, ONE));
        parts.put("a/data/0", new byte[4 * values]);
        Path file = PickleBytes.zip(folder.resolve("bomb.pt"), parts, ZipEntry.DEFLATED);
        assertThat(Files.size(file)).isLessThan(100_000);
        assertThatThrownBy(() -> Checkpoint.read(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("unpacks to more than 100 times its own size");
        parts.put("a/data.pkl", new byte[65 << 20]);
        PickleBytes.zip(file, parts, ZipEntry.DEFLATED);
        assertThatThrownBy(() -> Checkpoint.read(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("an entry a/data.pkl of 68157440 bytes, more than");
    }

    @Test
    void dictionariesThatHoldThemselvesAreRefused() throws IOException {
        byte[] pickle =
                new PickleBytes().ops("}").op('q', 0).text("self").op('h', 0).ops("s").stop();
        assertRefused(pickle, new byte[0], "nested deeper than 32");
    }

    @Test
    void dictionariesThatShareDictionariesAreCounted() throws IOException {
        PickleBytes pickle = new PickleBytes().ops("}").op('q', 0).ops("0");
        for (int level = 1; level < 30; level++) {
            pickle.ops("}").op('q', level).ops("(");
            pickle.text("a").op('h', level - 1).text("b").op('h', level - 1).ops("u0");
        }
        assertRefused(pickle.op('h', 29).stop(), new byte[0], "more than 200000 entries");
    }

    @Test
    void longNamesThatSharedDictionariesMultiplyAreCounted() throws IOException {
        String key = "k".repeat(50);
        PickleBytes pickle = new PickleBytes().ops("}").text("t");
        pickle.tensor("FloatStorage", "0", 1, 0, ONE, ONE).ops("s").op('q', 0).ops("0");
        for (int level = 1; level < 19; level++) {
            pickle.ops("}").op('q', level).ops("(");
            pickle.text("a" + key).op('h', level - 1).text("b" + key).op('h', level - 1).ops("u0");
        }
        assertRefused(
                pickle.op('h', 18).stop(), floats(1), "names of more than 20000000 characters");
    }

    @Test
    void twoTensorsOfOneNameAreRefused() throws IOException {
        byte[] nested =
                new PickleBytes()
                        .ops("}(")
                        .text("a/b")
                        .tensor("FloatStorage", "0", 1, 0, ONE, ONE)
                        .text("a")
                        .ops("}")
                        .text("b")
                        .tensor("FloatStorage", "0", 1, 0, ONE, ONE)
                        .ops("su")
                        .stop();
        assertRefused(nested, floats(1), "has two tensors of the name a/b.");
        byte[] numbered =
                new PickleBytes()
                        .ops("}(")
                        .text("1")
                        .tensor("FloatStorage", "0", 1, 0, ONE, ONE)
                        .integer(1)
                        .tensor("FloatStorage", "0", 1, 0, ONE, ONE)
                        .ops("u")
                        .stop();
        assertRefused(numbered, floats(1), "a dictionary that has the key 1 twice");
    }

    @Test
    void whatIsNoCheckpointIsCalledSo() throws IOException {
        Path missing = folder.resolve("missing.pt");
        assertThatThrownBy(() -> Checkpoint.read(missing))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("Checkpoint " + missing + " does not exist.");
        assertThatThrownBy(() -> Checkpoint.read(folder))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("Checkpoint " + folder + " is not a file.");
        Path text = Files.writeString(folder.resolve("text.pt"), "weights go here");
        assertThatThrownBy(() -> Checkpoint.read(text))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("is no PyTorch checkpoint: it is neither a zip file nor a");
        Path empty = Files.write(folder.resolve("empty.pt"), new byte[0]);
        assertThatThrownBy(() -> Checkpoint.read(empty))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("is cut short: it has only 0 bytes.");
        Path pickle = Files.write(folder.resolve("p.pkl"), new PickleBytes().integer(5).stop());
        assertThatThrownBy(() -> Checkpoint.read(pickle))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("does not start with PyTorch's magic number");
        Path zip =
                PickleBytes.zip(
                        folder.resolve("some.zip"), Map.of("a.txt", new byte[9]), ZipEntry.STORED);
        assertThatThrownBy(() -> Checkpoint.read(zip))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("it has no data.pkl in its top folder");
        assertRefused(new PickleBytes().ops("]").stop(), new byte[0], "does not hold a dictionary");
    }

    @Test
    void changedWeightsInAZipFileAreNoticed() throws IOException {
        Path file = zip(PickleBytes.oneTensor("FloatStorage", 1, 0, ONE, ONE), floats(1.2345678f));
        byte[] bytes = Files.readAllBytes(file);
        int value = indexOf(bytes, floats(1.2345678f));
        bytes[value] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Checkpoint.read(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(
                        "its part archive/data/0 does not have the checksum it was written with");
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i <= bytes.length - part.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("The part is not in the file.");
    }
}
