/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The bytes of headers and directories.
 *
 * @param order byte order of the file
 * @param big whether they are BigTIFF's, with numbers of 64 bits
 */
record DirectoryEncoder(ByteOrder order, boolean big) {

    /**
     * A tag with the place of its values.
     *
     * @param field tag and values
     * @param position where the values are, if they don't fit into the entry of the tag
     */
    record Placed(Field field, long position) {}

    private static final int CLASSIC_VERSION = 42;
    private static final int BIG_VERSION = 43;

    /** Bytes of the header. */
    int headerBytes() {
        return big ? 16 : 8;
    }

    /** Bytes of a directory, without the values that don't fit into it. */
    int tableBytes(int entries) {
        return big ? 8 + 20 * entries + 8 : 2 + 12 * entries + 4;
    }

    private int word() {
        return big ? Long.BYTES : Integer.BYTES;
    }

    /** Whether the values of a tag fit into its entry. */
    boolean fits(Field field) {
        return field.values().length <= word();
    }

    /** The header, which points to the first directory. */
    ByteBuffer header(long firstDirectory) {
        ByteBuffer bytes = ByteBuffer.allocate(headerBytes()).order(order);
        byte mark = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
        bytes.put(mark).put(mark);
        bytes.putShort((short) (big ? BIG_VERSION : CLASSIC_VERSION));
        if (big) {
            bytes.putShort((short) word()).putShort((short) 0);
        }
        putWord(bytes, firstDirectory);
        return bytes.flip();
    }

    /**
     * A directory.
     *
     * @param entries tags in any order
     * @param next where the next directory is; 0 if there is none
     */
    ByteBuffer table(List<Placed> entries, long next) {
        ByteBuffer bytes = ByteBuffer.allocate(tableBytes(entries.size())).order(order);
        if (big) {
            bytes.putLong(entries.size());
        } else {
            bytes.putShort((short) entries.size());
        }
        entries.stream()
                .sorted(Comparator.comparingInt(placed -> placed.field().tag()))
                .forEach(placed -> putEntry(bytes, placed));
        putWord(bytes, next);
        return bytes.flip();
    }

    private void putEntry(ByteBuffer bytes, Placed placed) {
        Field field = placed.field();
        bytes.putShort((short) field.tag()).putShort((short) field.type().code());
        putWord(bytes, field.count());
        if (fits(field)) {
            bytes.put(Arrays.copyOf(field.values(), word()));
        } else {
            putWord(bytes, placed.position());
        }
    }

    private void putWord(ByteBuffer bytes, long value) {
        if (big) {
            bytes.putLong(value);
        } else {
            bytes.putInt((int) value);
        }
    }
}
