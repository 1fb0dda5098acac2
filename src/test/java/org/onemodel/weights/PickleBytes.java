/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes pickles operation by operation, and checkpoints around them, for tests. */
final class PickleBytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    PickleBytes() {
        op(0x80).op(2);
    }

    PickleBytes op(int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
        return this;
    }

    PickleBytes ops(String operations) {
        out.writeBytes(operations.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    PickleBytes text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        op('X').littleEndian(utf8.length);
        out.writeBytes(utf8);
        return this;
    }

    PickleBytes integer(long value) {
        op(0x8a, 8);
        out.writeBytes(
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
        return this;
    }

    PickleBytes littleEndian(int value) {
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
        return this;
    }

    PickleBytes littleEndian(long value) {
        out.writeBytes(
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
        return this;
    }

    PickleBytes number(double value) {
        op('G');
        out.writeBytes(ByteBuffer.allocate(8).putDouble(value).array());
        return this;
    }

    /** The same operations again and again. */
    PickleBytes repeat(int times, String operations) {
        byte[] bytes = operations.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < times; i++) {
            out.writeBytes(bytes);
        }
        return this;
    }

    PickleBytes global(String module, String name) {
        return ops("c" + module + "\n" + name + "\n");
    }

    /** A call of {@code torch._utils._rebuild_tensor_v2}. */
    PickleBytes tensor(
            String storageType,
            String key,
            long length,
            long offset,
            long[] shape,
            long[] strides) {
        global("torch._utils", "_rebuild_tensor_v2").ops("((").text("storage");
        global("torch", storageType).text(key).text("cpu").integer(length).ops("tQ");
        return view(offset, shape, strides);
    }

    PickleBytes bytes(byte[] bytes) {
        op('B').littleEndian(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /**
     * A call of {@code torch.storage._load_from_bytes}, as PyTorch's storages pickle themselves.
     */
    PickleBytes plainStorage(String storageType, long length, byte[] values) {
        byte[] object = new PickleBytes().storage(storageType, "0", length).stop();
        return global("torch.storage", "_load_from_bytes")
                .bytes(legacy(object, "0", length, values))
                .op(0x85)
                .ops("R");
    }

    /** The persistent id of a storage. */
    PickleBytes storage(String storageType, String key, long length) {
        ops("(").text("storage").global("torch", storageType).text(key).text("cpu");
        return integer(length).ops("NtQ");
    }

    /** A tensor on a storage that is pickled plainly. */
    PickleBytes plainTensor(String storageType, long length, byte[] values, long... shape) {
        global("torch._utils", "_rebuild_tensor_v2").ops("(");
        return plainStorage(storageType, length, values).view(0, shape, rowMajor(shape));
    }

    /** The rest of a call that rebuilds a tensor, after its storage. */
    PickleBytes view(long offset, long[] shape, long[] strides) {
        return integer(offset).tuple(shape).tuple(strides).op(0x89).ops("}tR");
    }

    static long[] rowMajor(long... shape) {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }

    PickleBytes tuple(long... values) {
        ops("(");
        for (long value : values) {
            integer(value);
        }
        return ops("t");
    }

    /** A tuple of numbers from 0 to 255, one byte each. */
    PickleBytes smallTuple(long... values) {
        ops("(");
        for (long value : values) {
            op('K', (int) value);
        }
        return ops("t");
    }

    byte[] stop() {
        op('.');
        return out.toByteArray();
    }

    /** A dictionary with one tensor named {@code t} on storage 0. */
    static byte[] oneTensor(
            String storageType, long length, long offset, long[] shape, long[] strides) {
        return new PickleBytes()
                .ops("}")
                .text("t")
                .tensor(storageType, "0", length, offset, shape, strides)
                .ops("s")
                .stop();
    }

    /** A checkpoint in the old format with one storage. */
    static byte[] legacy(byte[] object, String key, long length, byte[] values) {
        byte[] magic = HexFormat.of().parseHex("6cfc9c46f9206aa85019"); // little endian
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PickleBytes number = new PickleBytes().op(0x8a, magic.length);
        number.out.writeBytes(magic);
        file.writeBytes(number.stop());
        file.writeBytes(new PickleBytes().integer(1001).stop());
        file.writeBytes(new PickleBytes().ops("}").text("little_endian").op(0x88).ops("s").stop());
        file.writeBytes(object);
        file.writeBytes(new PickleBytes().ops("]").text(key).ops("a").stop());
        file.writeBytes(
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
        file.writeBytes(values);
        return file.toByteArray();
    }

    /** Writes a checkpoint in the zip format, its parts uncompressed as PyTorch has them. */
    static Path zip(Path file, byte[] pickle, Map<String, byte[]> storages) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("archive/data.pkl", pickle);
        storages.forEach((key, bytes) -> parts.put("archive/data/" + key, bytes));
        return zip(file, parts, ZipEntry.STORED);
    }

    static Path zip(Path file, Map<String, byte[]> parts, int method) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setMethod(method);
                if (method == ZipEntry.STORED) {
                    CRC32 crc = new CRC32();
                    crc.update(part.getValue());
                    entry.setSize(part.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
