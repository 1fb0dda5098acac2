/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** NVIDIA's pickles of networks. */
@Timeout(60) // a hostile file must not keep its reader busy
class PlainPickleTest {

    private static final byte[] ONE_AND_TWO = {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40};

    @TempDir Path folder;

    private static byte[] golden() throws IOException {
        try (InputStream in =
                PlainPickleTest.class.getResourceAsStream("/golden/stylegan2_ada_generator.pkl")) {
            return in.readAllBytes();
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("network.pkl"), bytes);
    }

    private void assertRefused(byte[] bytes, String problem) throws IOException {
        Path file = file(bytes);
        assertThatThrownBy(() -> Checkpoint.read(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("Checkpoint " + file + " ")
                .hasMessageContaining(problem)
                .hasMessageEndingWith(".");
    }

    // Expected names, shapes and values were read from the same file with Python's pickle and
    // numpy.

    @Test
    void generatorHasTheNamesShapesAndValuesThatPythonReads() throws IOException {
        SortedMap<String, HostTensor> tensors =
                Checkpoint.read(file(golden()), name -> name.startsWith("G_ema/"));
        assertThat(tensors).hasSize(98);
        assertThat(tensors.values().stream().mapToInt(HostTensor::size).sum()).isEqualTo(68928);
        double sum = 0;
        for (HostTensor tensor : tensors.values()) {
            for (float value : tensor.values()) {
                sum += value;
            }
        }
        assertThat(sum).isCloseTo(2685.8653708552156, within(1e-6));
        HostTensor weight = tensors.get("G_ema/synthesis.b64.conv0.weight");
        assertThat(weight.shape()).containsExactly(16, 24, 3, 3);
        assertThat(Arrays.copyOf(weight.values(), 3))
                .containsExactly(-1.0676863193511963f, 0.05405902490019798f, 1.3691006898880005f);
        assertThat(weight.values()[weight.size() - 1]).isEqualTo(-0.21474605798721313f);
        assertThat(tensors.get("G_ema/mapping.w_avg").shape()).containsExactly(32);
        assertThat(tensors.get("G_ema/mapping.fc0.weight").values()[0])
                .isEqualTo(-61.255794525146484f);
        assertThat(tensors.get("G_ema/synthesis.b4.conv1.noise_strength").shape()).isEmpty();
    }

    @Test
    void oneNetworkUnderTwoNamesIsHeldOnce() throws IOException {
        SortedMap<String, HostTensor> tensors = Checkpoint.read(file(golden()));
        assertThat(tensors).hasSize(2 * 98);
        String name = "synthesis.b4.const";
        assertThat(tensors.get("G/" + name)).isSameAs(tensors.get("G_ema/" + name));
    }

    @Test
    void onlyTheWantedNetworkIsGiven() throws IOException {
        PickleBytes pickle = new PickleBytes().ops("}(");
        for (String network : new String[] {"D", "G_ema"}) {
            pickle.text(network);
            module(pickle, "weight", network.equals("D") ? new byte[8] : ONE_AND_TWO);
        }
        Path file = file(pickle.ops("u").stop());
        SortedMap<String, HostTensor> tensors =
                Checkpoint.read(file, name -> name.startsWith("G_ema/"));
        assertThat(tensors).containsOnlyKeys("G_ema/weight");
        assertThat(tensors.get("G_ema/weight").values()).containsExactly(1, 2);
        assertThat(Checkpoint.names(file)).containsExactly("D/weight", "G_ema/weight");
    }

    /** A persistent object with one buffer of two values and a parameter that is not there. */
    private static void module(PickleBytes pickle, String buffer, byte[] values) {
        startModule(pickle);
        pickle.text("_parameters").ops("}").text("bias").ops("Ns");
        pickle.text("_buffers").ops("}").text(buffer);
        pickle.plainTensor("FloatStorage", 2, values, 2).ops("s");
        endModule(pickle);
    }

    private static void startModule(PickleBytes pickle) {
        pickle.global("torch_utils.persistence", "_reconstruct_persistent_obj").ops("}(");
        pickle.text("module_src").text("import os; os.system('touch owned')");
        pickle.text("class_name").text("Generator").text("state").ops("}(");
    }

    private static void endModule(PickleBytes pickle) {
        pickle.ops("uu").op(0x85).ops("R");
    }

    @Test
    void whatElseNvidiasFilesHoldIsLeftOut() throws IOException {
        PickleBytes pickle = new PickleBytes().ops("}(");
        pickle.text("training_set_kwargs").global("dnnlib.util", "EasyDict").ops(")").op(0x81);
        pickle.ops("(").text("path").text("ffhq.zip").text("xflip").op(0x88).ops("u");
        pickle.text("augment_pipe").ops("N");
        pickle.text("G_ema");
        startModule(pickle);
        pickle.text("training").op(0x89);
        pickle.text("_non_persistent_buffers_set").global("builtins", "set").ops("]").op(0x85);
        pickle.ops("R").text("weight_gain").global("numpy.core.multiarray", "scalar");
        pickle.global("numpy", "dtype").text("f8").integer(0).integer(1).op(0x87).ops("R(");
        pickle.integer(3).text("<").ops("NNNtb").bytes(new byte[8]).op(0x86).ops("R");
        pickle.text("activation").global("torch.nn.functional", "leaky_relu");
        pickle.text("_modules").ops("}(").text("net");
        pickle.global("torch.nn.modules.container", "Sequential").ops(")").op(0x81).ops("}(");
        pickle.text("_modules").ops("}").text("0");
        module(pickle, "kernel", ONE_AND_TWO);
        pickle.ops("sub").text("absent").ops("Nu");
        endModule(pickle);
        SortedMap<String, HostTensor> tensors = Checkpoint.read(file(pickle.ops("u").stop()));
        assertThat(tensors)
                .isEqualTo(
                        new TreeMap<>(
                                Map.of(
                                        "G_ema/net.0.kernel",
                                        new HostTensor(new long[] {2}, new float[] {1, 2}))));
    }

    @Test
    void networksOfTensorFlowMustBeConvertedFirst() throws IOException {
        assertRefused(
                new PickleBytes().global("dnnlib.tflib.network", "Network").ops(")").stop(),
                "holds networks of TensorFlow: convert it first with legacy.py of NVIDIA's");
    }

    @Test
    void sourceInThePickleIsDataAndOtherGlobalsAreRefused() throws IOException {
        assertRefused(
                new PickleBytes().ops("}").text("G").global("os", "system").ops("s").stop(),
                "needs os.system of Python");
        PickleBytes persistent = new PickleBytes().ops("}").text("G");
        module(persistent, "w", ONE_AND_TWO);
        Checkpoint.read(file(persistent.ops("s").stop()));
        assertThat(Path.of("owned")).doesNotExist();
    }

    @Test
    void storagesThatAreNotWhatTheyShouldBeAreRefused() throws IOException {
        assertRefused(
                tensor("FloatStorage", 3, ONE_AND_TWO, 3),
                "is cut short: it ends at storage 0; fetch or copy it again");
        assertRefused(
                tensor("FloatStorage", 1L << 60, ONE_AND_TWO, 2),
                "is cut short: it ends at storage 0");
        assertRefused(
                tensor("FloatStorage", 2, ONE_AND_TWO, 3),
                "reaches beyond the 2 values of storage");
        assertRefused(
                new PickleBytes()
                        .ops("}")
                        .text("t")
                        .global("torch.storage", "_load_from_bytes")
                        .bytes(new byte[] {'P', 'K', 3, 4})
                        .op(0x85)
                        .ops("Rs")
                        .stop(),
                "its byte string at 46 is not a storage as PyTorch pickles it");
        assertRefused(
                new PickleBytes().ops("}").text("t").op('B').littleEndian(-1).stop(),
                "4294967295 bytes are announced and 1 are left");
    }

    private static byte[] tensor(String type, long length, byte[] values, long... shape) {
        return new PickleBytes()
                .ops("}")
                .text("t")
                .plainTensor(type, length, values, shape)
                .ops("s")
                .stop();
    }

    @Test
    void aNetworkThatHoldsItselfIsRefused() throws IOException {
        PickleBytes pickle = new PickleBytes().ops("}").text("G");
        startModule(pickle);
        pickle.text("_modules").ops("}").op('q', 0);
        endModule(pickle);
        pickle.op('q', 1).op('h', 0).text("self").op('h', 1).ops("s0s");
        assertRefused(pickle.stop(), "nested deeper than 32");
    }

    /** Each call of OrderedDict would go through all pairs of the same list. */
    @Test
    void oneLongListForManyCallsIsCounted() throws IOException {
        PickleBytes pickle = new PickleBytes().ops("](");
        for (int i = 0; i < 1000; i++) {
            pickle.text("k").ops("N").op(0x86);
        }
        pickle.ops("e").op('q', 0);
        for (int i = 0; i < 10_000; i++) {
            pickle.global("collections", "OrderedDict").op('h', 0).op(0x85).ops("R0");
        }
        assertRefused(pickle.stop(), "has a pickle of more than 1000000 operations");
    }

    /** The tuple has 2^60 elements, and hashing it or writing it out would go through them all. */
    @Test
    void tuplesThatShareTuplesAreNoTrouble() throws IOException {
        PickleBytes pickle = new PickleBytes().ops("})");
        for (int level = 0; level < 60; level++) {
            pickle.ops("2").op(0x86);
        }
        assertThat(Checkpoint.read(file(pickle.ops("Ns").stop()))).isEmpty();
    }

    @Test
    void moreStoragesThanAnyNetworkHasAreRefused() throws IOException {
        PickleBytes pickle = new PickleBytes().ops("}");
        for (int i = 0; i <= 20_000; i++) {
            pickle.plainStorage("FloatStorage", 0, new byte[0]).ops("0");
        }
        assertRefused(pickle.stop(), "more than 20000 storages");
    }

    @Test
    void aStorageWithALongPickleIsRefused() throws IOException {
        PickleBytes object = new PickleBytes();
        for (int i = 0; i < 200; i++) {
            object.ops("N0");
        }
        PickleBytes pickle = new PickleBytes().ops("}").global("torch.storage", "_load_from_bytes");
        pickle.bytes(PickleBytes.legacy(object.ops("N").stop(), "0", 0, new byte[0]));
        assertRefused(pickle.op(0x85).ops("R0").stop(), "a pickle of more than 200 operations");
    }

    @Test
    void aShapeOfTooManyAxesIsRefused() throws IOException {
        long[] shape = new long[65];
        Arrays.fill(shape, 1);
        assertRefused(tensor("FloatStorage", 2, ONE_AND_TWO, shape), "of more than 64 axes");
    }

    @Test
    void filesCutAnywhereAreRefused() throws IOException {
        byte[] whole = golden();
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            int length =
                    i < 100 ? i : i < 200 ? whole.length - i + 99 : random.nextInt(whole.length);
            assertRefused(Arrays.copyOf(whole, length), "");
        }
    }
}
