/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;

/**
 * What the pixels of a TIFF file are, and how their bytes become channels of floats and back.
 *
 * <p>The values are those of ImageJ: signed 16-bit values are 32768 higher than in the file.
 */
public enum SampleType {
    /** 8 bits, from 0 to 255, which may stand for colours of a table. */
    UINT8(1, 1) {
        @Override
        void decode(ByteBuffer bytes, int at, int pixels, float[][] target, int to) {
            for (int i = 0; i < pixels; i++) {
                target[0][to + i] = bytes.get(at + i) & 0xff;
            }
        }

        @Override
        void encode(float[][] values, int from, int pixels, ByteBuffer bytes) {
            for (int i = from; i < from + pixels; i++) {
                bytes.put((byte) rounded(values[0][i], 255));
            }
        }
    },

    /** 16 bits, from 0 to 65535. */
    UINT16(2, 1) {
        @Override
        void decode(ByteBuffer bytes, int at, int pixels, float[][] target, int to) {
            for (int i = 0; i < pixels; i++) {
                target[0][to + i] = bytes.getShort(at + 2 * i) & 0xffff;
            }
        }

        @Override
        void encode(float[][] values, int from, int pixels, ByteBuffer bytes) {
            for (int i = from; i < from + pixels; i++) {
                bytes.putShort((short) rounded(values[0][i], 65535));
            }
        }
    },

    /** 16 bits with a sign, here from 0 to 65535. */
    INT16(2, 1) {
        @Override
        void decode(ByteBuffer bytes, int at, int pixels, float[][] target, int to) {
            for (int i = 0; i < pixels; i++) {
                target[0][to + i] = bytes.getShort(at + 2 * i) + SIGN;
            }
        }

        @Override
        void encode(float[][] values, int from, int pixels, ByteBuffer bytes) {
            for (int i = from; i < from + pixels; i++) {
                bytes.putShort((short) (rounded(values[0][i], 65535) - SIGN));
            }
        }
    },

    /** Floats of 32 bits. */
    FLOAT32(4, 1) {
        @Override
        void decode(ByteBuffer bytes, int at, int pixels, float[][] target, int to) {
            for (int i = 0; i < pixels; i++) {
                target[0][to + i] = bytes.getFloat(at + 4 * i);
            }
        }

        @Override
        void encode(float[][] values, int from, int pixels, ByteBuffer bytes) {
            for (int i = from; i < from + pixels; i++) {
                bytes.putFloat(values[0][i]);
            }
        }
    },

    /** Red, green and blue of 8 bits each, from 0 to 255, beside one another. */
    RGB8(3, 3) {
        @Override
        void decode(ByteBuffer bytes, int at, int pixels, float[][] target, int to) {
            for (int c = 0; c < 3; c++) {
                for (int i = 0; i < pixels; i++) {
                    target[c][to + i] = bytes.get(at + 3 * i + c) & 0xff;
                }
            }
        }

        @Override
        void encode(float[][] values, int from, int pixels, ByteBuffer bytes) {
            for (int i = from; i < from + pixels; i++) {
                for (int c = 0; c < 3; c++) {
                    bytes.put((byte) rounded(values[c][i], 255));
                }
            }
        }
    };

    private static final int SIGN = 32768;

    private final int bytesPerPixel;
    private final int channels;

    SampleType(int bytesPerPixel, int channels) {
        this.bytesPerPixel = bytesPerPixel;
        this.channels = channels;
    }

    /**
     * Bytes of a pixel, with all its channels.
     *
     * @return from 1 to 4
     */
    public int bytesPerPixel() {
        return bytesPerPixel;
    }

    /**
     * Channels of a pixel.
     *
     * @return 3 for RGB, otherwise 1
     */
    public int channels() {
        return channels;
    }

    /** Bytes of one channel of a pixel. */
    int bytesPerSample() {
        return bytesPerPixel / channels;
    }

    /** The value of the tag SampleFormat: unsigned, signed, floating point. */
    int sampleFormat() {
        return switch (this) {
            case UINT8, UINT16, RGB8 -> 1;
            case INT16 -> 2;
            case FLOAT32 -> 3;
        };
    }

    /**
     * Reads pixels.
     *
     * @param bytes in the file's byte order
     * @param at where they start
     * @param target {@code [channels][at least to + pixels]}
     */
    abstract void decode(ByteBuffer bytes, int at, int pixels, float[][] target, int to);

    /**
     * Writes pixels; integers are rounded and clamped to the type's range.
     *
     * @param values {@code [channels][at least from + pixels]}
     * @param bytes in the file's byte order, from its position
     */
    abstract void encode(float[][] values, int from, int pixels, ByteBuffer bytes);

    private static int rounded(float value, int max) {
        return Math.max(0, Math.min(max, Math.round(value)));
    }

    /**
     * The type that a directory tells.
     *
     * @throws IOException if it is none of these
     */
    static SampleType of(Directory directory, TiffInput input) throws IOException {
        int samples = (int) directory.number(Tag.SAMPLES_PER_PIXEL, 1);
        int bits = (int) directory.number(Tag.BITS_PER_SAMPLE, 1);
        int format = (int) directory.number(Tag.SAMPLE_FORMAT, 1);
        boolean planar = samples > 1 && directory.number(Tag.PLANAR_CONFIGURATION, 1) == 2;
        int photometric = (int) directory.number(Tag.PHOTOMETRIC, 1);
        boolean colours = samples == 3 && photometric == 2 && !planar;
        boolean grey = samples == 1 && (photometric <= 1 || photometric == 3);
        return Arrays.stream(values())
                .filter(type -> type.channels == 3 ? colours : grey)
                .filter(type -> 8 * type.bytesPerSample() == bits)
                .filter(type -> type.sampleFormat() == format)
                .findFirst()
                .orElseThrow(
                        () ->
                                input.unsupported(
                                        String.format(
                                                Locale.ROOT,
                                                "its pixels have %d samples of %d bits (format %d,"
                                                        + " colours %d%s), not 8-bit, 16-bit or"
                                                        + " 32-bit float grey or 8-bit RGB",
                                                samples,
                                                bits,
                                                format,
                                                photometric,
                                                planar ? ", apart" : "")));
    }
}
