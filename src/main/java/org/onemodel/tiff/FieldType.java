/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.util.Arrays;
import java.util.Optional;

/** The types of the values of a directory, of TIFF 6.0 and BigTIFF. */
enum FieldType {
    BYTE(1, 1),
    ASCII(2, 1),
    SHORT(3, 2),
    LONG(4, 4),
    RATIONAL(5, 8),
    SBYTE(6, 1),
    UNDEFINED(7, 1),
    SSHORT(8, 2),
    SLONG(9, 4),
    SRATIONAL(10, 8),
    FLOAT(11, 4),
    DOUBLE(12, 8),
    IFD(13, 4),
    LONG8(16, 8),
    SLONG8(17, 8),
    IFD8(18, 8);

    private final int code;
    private final int bytes;

    FieldType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** The number that stands for it in a file. */
    int code() {
        return code;
    }

    /** Bytes of one value. */
    int bytes() {
        return bytes;
    }

    /** The type of a number in a file; nothing if there is none. */
    static Optional<FieldType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
