/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.npz;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The number types that are read and written. */
enum NpyType {
    FLOAT32("f4", Float.BYTES) {
        @Override
        double nextDouble(ByteBuffer in) {
            return in.getFloat();
        }
    },

    FLOAT64("f8", Double.BYTES) {
        @Override
        double nextDouble(ByteBuffer in) {
            return in.getDouble();
        }
    },

    INT32("i4", Integer.BYTES) {
        @Override
        double nextDouble(ByteBuffer in) {
            return in.getInt();
        }

        @Override
        long nextLong(ByteBuffer in) {
            return in.getInt();
        }
    },

    INT64("i8", Long.BYTES) {
        @Override
        double nextDouble(ByteBuffer in) {
            return in.getLong();
        }

        @Override
        long nextLong(ByteBuffer in) {
            return in.getLong();
        }
    },

    UINT8("u1", Byte.BYTES) {
        @Override
        double nextDouble(ByteBuffer in) {
            return in.get() & 0xff;
        }

        @Override
        long nextLong(ByteBuffer in) {
            return in.get() & 0xff;
        }
    };

    private final String code;
    private final int bytes;

    NpyType(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** The type with NumPy's code, such as {@code f4}. */
    static Optional<NpyType> of(String code) {
        for (NpyType type : values()) {
            if (type.code.equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** As a header says it, in the byte order that is written here. */
    String description() {
        return (bytes == 1 ? "|" : "<") + code;
    }

    /** Bytes of a number. */
    int bytes() {
        return bytes;
    }

    /** Whether the numbers have fractions. */
    boolean isReal() {
        return this == FLOAT32 || this == FLOAT64;
    }

    /** The next number. */
    abstract double nextDouble(ByteBuffer in);

    /** The next number of a type of whole numbers. */
    long nextLong(ByteBuffer in) {
        throw new IllegalStateException(code + " is no type of whole numbers.");
    }
}
