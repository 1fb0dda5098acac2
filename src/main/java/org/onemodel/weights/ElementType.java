/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.nio.ByteBuffer;

/** The types of numbers that PyTorch and safetensors files hold, each read as float32. */
enum ElementType {
    FLOAT("FloatStorage", "F32", 4) {
        @Override
        float next(ByteBuffer bytes) {
            return bytes.getFloat();
        }
    },
    DOUBLE("DoubleStorage", "F64", 8) {
        @Override
        float next(ByteBuffer bytes) {
            return (float) bytes.getDouble();
        }
    },
    HALF("HalfStorage", "F16", 2) {
        @Override
        float next(ByteBuffer bytes) {
            return halfToFloat(bytes.getShort());
        }
    },
    BFLOAT16("BFloat16Storage", "BF16", 2) {
        @Override
        float next(ByteBuffer bytes) {
            return Float.intBitsToFloat(bytes.getShort() << 16);
        }
    },
    LONG("LongStorage", "I64", 8) {
        @Override
        float next(ByteBuffer bytes) {
            return bytes.getLong();
        }
    },
    INT("IntStorage", "I32", 4) {
        @Override
        float next(ByteBuffer bytes) {
            return bytes.getInt();
        }
    },
    SHORT("ShortStorage", "I16", 2) {
        @Override
        float next(ByteBuffer bytes) {
            return bytes.getShort();
        }
    },
    CHAR("CharStorage", "I8", 1) {
        @Override
        float next(ByteBuffer bytes) {
            return bytes.get();
        }
    },
    BYTE("ByteStorage", "U8", 1) {
        @Override
        float next(ByteBuffer bytes) {
            return bytes.get() & 0xff;
        }
    },
    BOOL("BoolStorage", "BOOL", 1) {
        @Override
        float next(ByteBuffer bytes) {
            return bytes.get() == 0 ? 0 : 1;
        }
    };

    private final String storageName;
    private final String safetensorsName;
    private final int bytes;

    ElementType(String storageName, String safetensorsName, int bytes) {
        this.storageName = storageName;
        this.safetensorsName = safetensorsName;
        this.bytes = bytes;
    }

    /** The name of the storage class in Python's module {@code torch}. */
    String storageName() {
        return storageName;
    }

    /** What a safetensors file calls it. */
    String safetensorsName() {
        return safetensorsName;
    }

    /** The size of one number in bytes. */
    int bytes() {
        return bytes;
    }

    /** Reads one number in the buffer's byte order. */
    abstract float next(ByteBuffer bytes);

    /**
     * IEEE 754 binary16 (1 sign, 5 exponent and 10 fraction bits) as binary32, without rounding.
     */
    static float halfToFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = half >> 10 & 0x1f;
        int fraction = half & 0x3ff;
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        int wideExponent = exponent == 0x1f ? 0xff : exponent + 127 - 15;
        return Float.intBitsToFloat(sign | wideExponent << 23 | fraction << 13);
    }
}
