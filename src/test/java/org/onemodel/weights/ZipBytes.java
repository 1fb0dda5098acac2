/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip files header by header, so that they may lie where an honest library would not. */
final class ZipBytes {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    /** The fields of a part's two headers; honest until changed. */
    static final class Part {
        byte[] content;
        byte[] name;
        byte[] localName;
        byte[] extra = {};
        byte[] comment = {};
        int method = STORED;
        int flags;
        int crc;
        long packed;
        long size;
        long localPacked;
        long localSize;
        int attributes;

        /** Where the directory says that the part is; negative for where it really is. */
        long offset = -1;

        private Part(String name, byte[] content) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            this.localName = this.name;
            content(content, content);
        }

        /** Packs the content, with its true sizes and checksum. */
        void deflate() {
            byte[] plain = content;
            content(ZipBytes.deflate(plain), plain);
            method = DEFLATED;
        }

        private void content(byte[] raw, byte[] plain) {
            content = raw;
            packed = raw.length;
            localPacked = raw.length;
            size = plain.length;
            localSize = plain.length;
            CRC32 sum = new CRC32();
            sum.update(plain);
            crc = (int) sum.getValue();
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private Integer directoryOffset;

    /** Adds an honest part, stored as it is. */
    ZipBytes part(String name, byte[] content) {
        return part(name, content, part -> {});
    }

    /** Adds a part whose headers are changed before they are written. */
    ZipBytes part(String name, byte[] content, Consumer<Part> change) {
        Part part = new Part(name, content);
        change.accept(part);
        parts.add(part);
        return this;
    }

    /** Where the end of the directory claims that the directory is. */
    ZipBytes claimedDirectory(int claimed) {
        directoryOffset = claimed;
        return this;
    }

    byte[] bytes() {
        Bytes out = new Bytes();
        Bytes directory = new Bytes();
        for (Part part : parts) {
            long offset = part.offset < 0 ? out.size() : part.offset;
            out.int32(0x04034b50).int16(20).int16(part.flags).int16(part.method).int32(0);
            out.int32(part.crc).int32(part.localPacked).int32(part.localSize);
            out.int16(part.localName.length).int16(0).all(part.localName).all(part.content);
            directory.int32(0x02014b50).int16(0x0314).int16(20).int16(part.flags);
            directory.int16(part.method).int32(0).int32(part.crc);
            directory.int32(part.packed).int32(part.size).int16(part.name.length);
            directory.int16(part.extra.length).int16(part.comment.length).int16(0).int16(0);
            directory.int32(part.attributes).int32(offset);
            directory.all(part.name).all(part.extra).all(part.comment);
        }
        int start = directoryOffset == null ? out.size() : directoryOffset;
        int claimed = Math.min(parts.size(), 0xffff);
        out.all(directory.toByteArray()).int32(0x06054b50).int32(0);
        out.int16(claimed).int16(claimed).int32(directory.size()).int32(start).int16(0);
        return out.toByteArray();
    }

    /** The raw stream of deflate, as zip files have it. */
    static byte[] deflate(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(plain);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(block, 0, deflater.deflate(block));
        }
        deflater.end();
        return out.toByteArray();
    }

    /** A zip64 extra field with these 64-bit values. */
    static byte[] zip64(long... values) {
        Bytes extra = new Bytes().int16(1).int16(8 * values.length);
        for (long value : values) {
            extra.int64(value);
        }
        return extra.toByteArray();
    }

    /** Little endian numbers. */
    private static final class Bytes extends ByteArrayOutputStream {

        Bytes int16(int value) {
            return put(2, value);
        }

        Bytes int32(long value) {
            return put(4, value);
        }

        Bytes int64(long value) {
            return put(8, value);
        }

        Bytes all(byte[] bytes) {
            writeBytes(bytes);
            return this;
        }

        private Bytes put(int bytes, long value) {
            byte[] eight =
                    ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
            write(eight, 0, bytes);
            return this;
        }
    }
}
