/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import ai.djl.ndarray.NDManager;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.autoencoder.EncoderKind;

/**
 * The smallest checkpoints that can be imported, a generator of 8×8 pixels with one channel, in
 * each format: small enough to be cut at every byte and changed thousands of times.
 */
final class SmallCheckpoints {

    private SmallCheckpoints() {}

    /** Names as in a state_dict and the values, all small and finite. */
    static Map<String, HostTensor> generator() {
        Architecture architecture =
                new Architecture(
                        2,
                        8,
                        1,
                        1,
                        new TreeMap<>(Map.of(4, 1, 8, 1)),
                        EncoderKind.NONE,
                        List.of(),
                        0);
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        try (NDManager manager = NDManager.newBaseManager();
                Autoencoder networks = architecture.build(manager)) {
            for (var parameter : networks.parameters().entrySet()) {
                long[] shape = parameter.getValue().getShape().getShape();
                float[] values = new float[(int) HostTensor.size(shape)];
                Arrays.fill(values, 1 + 0.125f * tensors.size());
                tensors.put(
                        parameter.getKey().substring("decoder.".length()),
                        new HostTensor(shape, values));
            }
        }
        return tensors;
    }

    /** The zip format of PyTorch. */
    static byte[] zip(Map<String, HostTensor> tensors) {
        ZipBytes zip = new ZipBytes().part("a/data.pkl", pickle(tensors));
        storages(tensors).forEach((key, bytes) -> zip.part("a/data/" + key, bytes));
        return zip.bytes();
    }

    /** The format of PyTorch before 1.6. */
    static byte[] legacy(Map<String, HostTensor> tensors) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(legacyHeader());
        out.writeBytes(pickle(tensors));
        Map<String, byte[]> storages = storages(tensors);
        out.writeBytes(legacyKeys(storages.keySet()));
        for (byte[] storage : storages.values()) {
            out.writeBytes(littleEndian(8).putLong(storage.length / Float.BYTES).array());
            out.writeBytes(storage);
        }
        return out.toByteArray();
    }

    /** The three pickles that a legacy checkpoint starts with. */
    static byte[] legacyHeader() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                new PickleBytes()
                        .op(0x8a, 10)
                        .op(0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19)
                        .stop());
        out.writeBytes(new PickleBytes().op('M', 0xe9, 0x03).stop());
        out.writeBytes(new PickleBytes().ops("}").text("little_endian").op(0x88).ops("s").stop());
        return out.toByteArray();
    }

    /** The pickle of the storages' keys that a legacy checkpoint has before its values. */
    static byte[] legacyKeys(Iterable<String> keys) {
        PickleBytes pickle = new PickleBytes().ops("](");
        keys.forEach(pickle::text);
        return pickle.ops("e").stop();
    }

    /** One pickle with the storages inside, as NVIDIA's files are. */
    static byte[] plainPickle(Map<String, HostTensor> tensors) {
        PickleBytes pickle = new PickleBytes().ops("}").text("G_ema").ops("}(");
        tensors.forEach(
                (name, tensor) ->
                        pickle.text(name)
                                .plainTensor(
                                        "FloatStorage",
                                        tensor.size(),
                                        bytes(tensor),
                                        tensor.shape()));
        return pickle.ops("us").stop();
    }

    /** A safetensors file. */
    static byte[] safetensors(Map<String, HostTensor> tensors) {
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        StringBuilder header = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
        tensors.forEach(
                (name, tensor) -> {
                    int start = values.size();
                    values.writeBytes(bytes(tensor));
                    header.append(
                            String.format(
                                    ",\"%s\":{\"dtype\":\"F32\",\"shape\":[%s],"
                                            + "\"data_offsets\":[%d,%d]}",
                                    name,
                                    Arrays.stream(tensor.shape())
                                            .mapToObj(Long::toString)
                                            .collect(Collectors.joining(",")),
                                    start,
                                    values.size()));
                });
        byte[] text = header.append('}').toString().getBytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(littleEndian(8).putLong(text.length).array());
        out.writeBytes(text);
        out.writeBytes(values.toByteArray());
        return out.toByteArray();
    }

    /** The pickle {@code {'g_ema': state_dict}}, with the memo used as Python uses it. */
    static byte[] pickle(Map<String, HostTensor> tensors) {
        PickleBytes pickle = new PickleBytes().ops("}").text("g_ema").ops("}(");
        int key = 0;
        for (Map.Entry<String, HostTensor> entry : tensors.entrySet()) {
            HostTensor tensor = entry.getValue();
            pickle.text(entry.getKey());
            if (key == 0) {
                pickle.global("torch._utils", "_rebuild_tensor_v2").op('q', 0);
                pickle.ops("((").text("storage").op('q', 1);
                pickle.global("torch", "FloatStorage").op('q', 2);
            } else {
                pickle.op('h', 0).ops("((").op('h', 1, 'h', 2);
            }
            pickle.text(Integer.toString(key++)).text("cpu").op('K', tensor.size()).ops("tQ");
            pickle.op('K', 0);
            pickle.smallTuple(tensor.shape());
            pickle.smallTuple(PickleBytes.rowMajor(tensor.shape()));
            pickle.op(0x89).ops("}tR");
        }
        return pickle.ops("us").stop();
    }

    /** The values by their storages' keys. */
    static Map<String, byte[]> storages(Map<String, HostTensor> tensors) {
        Map<String, byte[]> storages = new LinkedHashMap<>();
        for (HostTensor tensor : tensors.values()) {
            storages.put(Integer.toString(storages.size()), bytes(tensor));
        }
        return storages;
    }

    private static byte[] bytes(HostTensor tensor) {
        ByteBuffer buffer = littleEndian(Float.BYTES * tensor.size());
        buffer.asFloatBuffer().put(tensor.values());
        return buffer.array();
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
