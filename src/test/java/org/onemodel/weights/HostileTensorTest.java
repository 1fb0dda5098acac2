/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tensors that reach outside their storages, and storages that are not what is said of them. */
class HostileTensorTest {

    private static final String CONSTANT = "input.input";
    private static final String MODULATION = "conv1.conv.modulation.weight";
    private static final long[] ONE = {1};
    private static final long[] SIX = {6};

    @TempDir Path folder;
    private Attack attack;

    @BeforeEach
    void openFolder() throws IOException {
        attack = new Attack(folder);
    }

    /** A state_dict with these tensors, so that they are wanted, and one storage. */
    private Path file(byte[] storage, Tensor... tensors) throws IOException {
        PickleBytes pickle = new PickleBytes().ops("}(");
        for (Tensor tensor : tensors) {
            pickle.text(tensor.name)
                    .tensor(
                            tensor.type,
                            tensor.key,
                            tensor.length,
                            tensor.offset,
                            tensor.shape,
                            tensor.strides);
        }
        return attack.file(
                new ZipBytes()
                        .part("a/data.pkl", pickle.ops("u").stop())
                        .part("a/data/0", storage)
                        .bytes());
    }

    private static Tensor constant(long length, long offset, long[] shape, long... strides) {
        return new Tensor(CONSTANT, "FloatStorage", "0", length, offset, shape, strides);
    }

    private static Tensor modulation(String type, String key, long length) {
        return new Tensor(MODULATION, type, key, length, 0, ONE, ONE);
    }

    private record Tensor(
            String name,
            String type,
            String key,
            long length,
            long offset,
            long[] shape,
            long[] strides) {}

    private void assertRefused(Tensor tensor, String words) throws IOException {
        attack.assertRefused(
                file(new byte[24], tensor, modulation("FloatStorage", "0", tensor.length)), words);
    }

    @Test
    void tensorsLieInTheirStorages() throws IOException {
        assertRefused(constant(6, 1, SIX, 1), "reaches beyond the 6 values of storage 0");
        assertRefused(constant(6, 6, ONE, 1), "reaches beyond the 6 values");
        assertRefused(constant(6, -1, ONE, 1), "offset -1 that reaches beyond");
        assertRefused(constant(6, Long.MAX_VALUE, SIX, 1), "reaches beyond");
        assertRefused(constant(6, Long.MIN_VALUE, SIX, 1), "reaches beyond");
        assertRefused(constant(6, 5, SIX, -1), "the negative stride -1");
        assertRefused(constant(6, 0, new long[] {2, 3}, Long.MIN_VALUE, 1), "the negative stride");
        assertRefused(constant(6, 0, new long[] {-6}, 1), "has a negative axis");
        assertRefused(constant(6, 0, new long[] {-2, -3}, 3, 1), "has a negative axis");
        assertRefused(constant(6, 0, SIX, 1, 1), "1 axes with 2 strides");
        assertRefused(constant(6, 0, SIX), "1 axes with 0 strides");
    }

    @Test
    void sizesThatOverflowAreFoundOut() throws IOException {
        long[] overflow = {1L << 32, 1L << 32};
        long[] toSix = {6, (1L << 62) + 1, 4};
        long[] vast = {Long.MAX_VALUE};
        assertRefused(constant(6, 0, overflow, 0, 0), "more values than can be counted");
        assertRefused(constant(6, 0, toSix, 0, 0, 0), "more values than can be counted");
        assertRefused(constant(6, 0, vast, 0), "has tensors of unreasonable sizes");
        assertRefused(constant(6, 0, new long[] {3, 3}, 1L << 62, 1L << 62), "reaches beyond");
        assertRefused(constant(6, 0, new long[] {3}, Long.MAX_VALUE), "reaches beyond");
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 25, Integer.MAX_VALUE, 1L << 31, 1L << 40})
    void oneValueIsNotShownForEver(long times) throws IOException {
        assertRefused(constant(6, 0, new long[] {times}, 0), "has tensors of unreasonable sizes");
        assertRefused(
                constant(6, 0, new long[] {1, times, 4, 4}, 0, 0, 0, 0),
                "has tensors of unreasonable sizes");
    }

    @Test
    void storagesAreAsLongAsTheyAreSaidToBe() throws IOException {
        assertRefused(constant(7, 0, SIX, 1), "should have 28 bytes, but only 24 are there");
        assertRefused(constant(1L << 40, 0, SIX, 1), "but only 24 are there");
        assertRefused(constant(Long.MAX_VALUE, 0, SIX, 1), "9223372036854775807 values");
        assertRefused(constant(Long.MAX_VALUE / 4, 0, SIX, 1), "but only 24 are there");
        assertRefused(constant(-1, 0, SIX, 1), "a storage of -1 values");
        assertRefused(constant(Long.MIN_VALUE, 0, SIX, 1), "values");
    }

    @Test
    void aStorageIsDescribedInOneWay() throws IOException {
        Tensor constant = constant(6, 0, SIX, 1);
        attack.assertRefused(
                file(new byte[24], constant, modulation("DoubleStorage", "0", 3)),
                "storage 0 is described in two ways");
        attack.assertRefused(
                file(new byte[24], constant, modulation("FloatStorage", "0", 5)),
                "storage 0 is described in two ways");
        attack.assertRefused(
                file(new byte[24], constant, modulation("IntStorage", "0", 6)),
                "storage 0 is described in two ways");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "", "../data.pkl", "/etc/passwd", "0/", "..", "0\u0000", "\\0"})
    void storagesAreLookedUpInTheFileOnly(String key) throws IOException {
        attack.assertRefused(
                file(new byte[24], constant(6, 0, SIX, 1), modulation("FloatStorage", key, 6)),
                "is missing");
    }

    @Test
    void storagesHaveAKnownTypeAndAKey() throws IOException {
        attack.assertRefused(
                file(new byte[24], modulation("ComplexFloatStorage", "0", 3)),
                "needs torch.ComplexFloatStorage of Python");
        PickleBytes noKey = new PickleBytes().ops("(").text("storage");
        noKey.global("torch", "FloatStorage").ops("NNK\1tQ");
        attack.assertRefused(attack.pickle(noKey.stop()), "does not hold a dictionary");
        PickleBytes view = new PickleBytes().ops("(").text("storage");
        view.global("torch", "FloatStorage").text("0").text("cpu").integer(6);
        view.ops("(").text("v").integer(4).integer(3).ops("ttQ");
        attack.assertRefused(attack.pickle(view.stop()), "a view beyond its storage");
        PickleBytes far = new PickleBytes().ops("(").text("storage");
        far.global("torch", "FloatStorage").text("0").text("cpu").integer(6);
        far.ops("(").text("v").integer(Long.MAX_VALUE).integer(Long.MAX_VALUE).ops("ttQ");
        attack.assertRefused(attack.pickle(far.stop()), "a view beyond its storage");
    }

    @Test
    void manyViewsOfOneStorageAreCounted() throws IOException {
        Tensor[] views = new Tensor[5000];
        for (int i = 0; i < views.length; i++) {
            views[i] = new Tensor("v" + i, "FloatStorage", "0", 6000, 0, new long[] {6000}, ONE);
        }
        views[0] = new Tensor(CONSTANT, "FloatStorage", "0", 6000, 0, new long[] {6000}, ONE);
        views[1] = new Tensor(MODULATION, "FloatStorage", "0", 6000, 0, new long[] {6000}, ONE);

        attack.assertRefused(file(new byte[24_000], views), "has tensors of unreasonable sizes");
    }
}
