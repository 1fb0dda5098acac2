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
        return integer(offset).tuple(shape).tuple(strides).op(0x89).ops("}tR");
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
