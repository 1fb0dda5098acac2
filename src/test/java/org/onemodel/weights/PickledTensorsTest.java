/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What tensors look like in memory is the same in all three forms of pickled checkpoints. */
class PickledTensorsTest {

    /** How a view of a storage lies in it. */
    private record View(long offset, long[] shape, long[] strides) {}

    private enum Form {
        ZIP,
        LEGACY,
        PLAIN;

        /** Writes views of one storage. */
        Path write(Path file, String type, byte[] values, int length, Map<String, View> views)
                throws IOException {
            PickleBytes pickle = new PickleBytes().ops("}");
            boolean first = true;
            for (var entry : views.entrySet()) {
                View view = entry.getValue();
                pickle.text(entry.getKey()).global("torch._utils", "_rebuild_tensor_v2").ops("(");
                if (!first) {
                    pickle.op('h', 9);
                } else if (this == PLAIN) {
                    pickle.plainStorage(type, length, values).op('q', 9);
                } else {
                    pickle.storage(type, "0", length).op('q', 9);
                }
                pickle.view(view.offset, view.shape, view.strides).ops("s");
                first = false;
            }
            byte[] object = pickle.stop();
            return switch (this) {
                case ZIP -> PickleBytes.zip(file, object, Map.of("0", values));
                case LEGACY -> Files.write(file, PickleBytes.legacy(object, "0", length, values));
                case PLAIN -> Files.write(file, object);
            };
        }
    }

    @TempDir Path folder;

    private SortedMap<String, HostTensor> read(
            Form form, String type, byte[] values, int length, Map<String, View> views)
            throws IOException {
        return Checkpoint.read(form.write(folder.resolve("f"), type, values, length, views));
    }

    static Stream<Arguments> types() {
        return Stream.of(
                        // 1.5, the least subnormal, the largest subnormal, -0, infinity, NaN
                        Arguments.of(
                                "HalfStorage",
                                "003E 0100 FF03 0080 007C 007E",
                                new float[] {
                                    1.5f,
                                    0x1p-24f,
                                    1023 * 0x1p-24f,
                                    -0f,
                                    Float.POSITIVE_INFINITY,
                                    Float.NaN
                                }),
                        Arguments.of(
                                "BFloat16Storage",
                                "C03F 0100 0080 80FF C07F",
                                new float[] {
                                    1.5f, 0x1p-133f, -0f, Float.NEGATIVE_INFINITY, Float.NaN
                                }),
                        Arguments.of(
                                "FloatStorage",
                                "0000C03F 01000000 0000807F",
                                new float[] {1.5f, Float.MIN_VALUE, Float.POSITIVE_INFINITY}),
                        Arguments.of(
                                "DoubleStorage",
                                "000000000000F83F 9A9999999999B93F FFFFFFFFFFFFEF7F",
                                new float[] {1.5f, 0.1f, Float.POSITIVE_INFINITY}))
                .flatMap(
                        type ->
                                Stream.of(Form.values())
                                        .map(
                                                form ->
                                                        Arguments.of(
                                                                form,
                                                                type.get()[0],
                                                                type.get()[1],
                                                                type.get()[2])));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFloatingTypeIsConverted(Form form, String type, String hex, float[] expected)
            throws IOException {
        byte[] values = HexFormat.of().parseHex(hex.replace(" ", ""));
        View all = new View(0, new long[] {expected.length}, new long[] {1});
        SortedMap<String, HostTensor> tensors =
                read(form, type, values, expected.length, Map.of("t", all));
        assertThat(tensors.get("t").values()).containsExactly(expected);
    }

    /** In channels-last order, as NVIDIA's half-precision layers are; transposed; expanded. */
    @ParameterizedTest
    @EnumSource(Form.class)
    void viewsOfOneStorageBecomeRowMajor(Form form) throws IOException {
        byte[] values = new byte[12];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) i;
        }
        Map<String, View> views = new LinkedHashMap<>();
        views.put("whole", new View(0, new long[] {3, 4}, new long[] {4, 1}));
        // [1, 3, 2, 2] kept as [1, 2, 2, 3]
        views.put("last", new View(0, new long[] {1, 3, 2, 2}, new long[] {12, 1, 6, 3}));
        views.put("transposed", new View(0, new long[] {4, 3}, new long[] {1, 4}));
        views.put("expanded", new View(5, new long[] {2, 3}, new long[] {0, 1}));
        views.put("scalar", new View(11, new long[] {}, new long[] {}));
        views.put("none", new View(0, new long[] {0, 2}, new long[] {2, 1}));
        SortedMap<String, HostTensor> expected = new TreeMap<>();
        expected.put("whole", tensor(new long[] {3, 4}, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
        expected.put("last", tensor(new long[] {1, 3, 2, 2}, 0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11));
        expected.put("transposed", tensor(new long[] {4, 3}, 0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11));
        expected.put("expanded", tensor(new long[] {2, 3}, 5, 6, 7, 5, 6, 7));
        expected.put("scalar", tensor(new long[] {}, 11));
        expected.put("none", tensor(new long[] {0, 2}));
        assertThat(read(form, "ByteStorage", values, 12, views)).isEqualTo(expected);
    }

    private static HostTensor tensor(long[] shape, float... values) {
        return new HostTensor(shape, values);
    }
}
