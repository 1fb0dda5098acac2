/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A TIFF file that is put together tag by tag, right or wrong, by other code than that which reads
 * or writes it.
 */
final class TiffBytes {

    private final boolean big;
    private final ByteOrder order;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Integer, long[]> tags = new TreeMap<>();
    private long lastLink;

    TiffBytes(boolean big, ByteOrder order) {
        this.big = big;
        this.order = order;
        byte mark = (byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I');
        out.write(mark);
        out.write(mark);
        add(2, big ? 43 : 42);
        if (big) {
            add(2, 8);
            add(2, 0);
        }
        lastLink = out.size();
        add(word(), 0);
    }

    private int word() {
        return big ? 8 : 4;
    }

    private void add(int bytes, long value) {
        for (int i = 0; i < bytes; i++) {
            int shift = 8 * (order == ByteOrder.BIG_ENDIAN ? bytes - 1 - i : i);
            out.write((int) (value >> shift));
        }
    }

    /** Appends bytes, such as those of a strip. */
    long append(byte[] bytes) {
        long position = out.size();
        out.writeBytes(bytes);
        return position;
    }

    /** Sets a tag of the next directory: 16-bit values (3), 32-bit (4) or 64-bit (16). */
    TiffBytes tag(int tag, int type, long... values) {
        int bytes = type == 3 ? 2 : type == 4 ? 4 : 8;
        long[] entry = {type, values.length, 0};
        if (bytes * values.length > word()) {
            entry[2] = out.size();
            for (long value : values) {
                add(bytes, value);
            }
        } else {
            ByteBuffer inside = ByteBuffer.allocate(8).order(order);
            for (long value : values) {
                switch (bytes) {
                    case 2 -> inside.putShort((short) value);
                    case 4 -> inside.putInt((int) value);
                    default -> inside.putLong(value);
                }
            }
            entry[2] = big ? inside.getLong(0) : inside.getInt(0);
        }
        tags.put(tag, entry);
        return this;
    }

    /** Sets a tag of the next directory to what need not make sense. */
    TiffBytes raw(int tag, int type, long count, long value) {
        tags.put(tag, new long[] {type, count, value});
        return this;
    }

    /** Sets a text. */
    TiffBytes text(int tag, String text) {
        byte[] bytes = (text + "\0").getBytes();
        return raw(tag, 2, bytes.length, append(bytes));
    }

    /** Appends a directory of all tags, and links the last one to it. */
    TiffBytes directory() {
        long position = out.size();
        add(big ? 8 : 2, tags.size());
        tags.forEach(
                (tag, entry) -> {
                    add(2, tag);
                    add(2, entry[0]);
                    add(word(), entry[1]);
                    add(word(), entry[2]);
                });
        long link = out.size();
        add(word(), 0);
        link(position);
        lastLink = link;
        return this;
    }

    /** Lets the last directory point anywhere. */
    TiffBytes link(long position) {
        byte[] bytes = out.toByteArray();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        if (big) {
            buffer.putLong((int) lastLink, position);
        } else {
            buffer.putInt((int) lastLink, (int) position);
        }
        out.reset();
        out.writeBytes(bytes);
        return this;
    }

    /** Where the next bytes go. */
    long size() {
        return out.size();
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    void writeTo(Path file) throws IOException {
        Files.write(file, out.toByteArray());
    }
}
