/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A tag with its values, as bytes in the byte order of a file.
 *
 * @param tag number of the tag
 * @param type type of the values
 * @param values their bytes
 */
record Field(int tag, FieldType type, byte[] values) {

    /** Number of values. */
    long count() {
        return values.length / type.bytes();
    }

    /** Values of 16 bits. */
    static Field shorts(int tag, ByteOrder order, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(order);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return new Field(tag, FieldType.SHORT, bytes.array());
    }

    /** Values of 32 bits. */
    static Field longs(int tag, ByteOrder order, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(order);
        for (long value : values) {
            bytes.putInt((int) value);
        }
        return new Field(tag, FieldType.LONG, bytes.array());
    }

    /** Positions or lengths: of 64 bits in BigTIFF, otherwise of 32. */
    static Field positions(int tag, ByteOrder order, boolean big, long... values) {
        if (!big) {
            return longs(tag, order, values);
        }
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(order);
        bytes.asLongBuffer().put(values);
        return new Field(tag, FieldType.LONG8, bytes.array());
    }

    /** The bytes as text, without the zeros at its end. */
    String text() {
        int length = values.length;
        while (length > 0 && values[length - 1] == 0) {
            length--;
        }
        return new String(values, 0, length, StandardCharsets.UTF_8);
    }
}
