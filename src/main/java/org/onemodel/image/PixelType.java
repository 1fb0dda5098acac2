/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

/** The pixel types of ImageJ, and how their arrays become channels of floats and back. */
enum PixelType {
    GRAY8(1, 1) {
        @Override
        void read(ImageProcessor slice, int from, int count, float[][] target, int to) {
            byte[] bytes = (byte[]) slice.getPixels();
            for (int i = 0; i < count; i++) {
                target[0][to + i] = bytes[from + i] & 0xff;
            }
        }

        @Override
        Object create(int pixels) {
            return new byte[pixels];
        }

        @Override
        Object copy(ImageProcessor slice) {
            return ((byte[]) slice.getPixels()).clone();
        }

        @Override
        void write(float[][] values, int from, Object pixels, int to) {
            ((byte[]) pixels)[to] = (byte) rounded(values[0][from], 255);
        }
    },

    GRAY16(1, 2) {
        @Override
        void read(ImageProcessor slice, int from, int count, float[][] target, int to) {
            short[] shorts = (short[]) slice.getPixels();
            for (int i = 0; i < count; i++) {
                target[0][to + i] = shorts[from + i] & 0xffff;
            }
        }

        @Override
        Object create(int pixels) {
            return new short[pixels];
        }

        @Override
        Object copy(ImageProcessor slice) {
            return ((short[]) slice.getPixels()).clone();
        }

        @Override
        void write(float[][] values, int from, Object pixels, int to) {
            ((short[]) pixels)[to] = (short) rounded(values[0][from], 65535);
        }
    },

    GRAY32(1, 4) {
        @Override
        void read(ImageProcessor slice, int from, int count, float[][] target, int to) {
            System.arraycopy(slice.getPixels(), from, target[0], to, count);
        }

        @Override
        Object create(int pixels) {
            return new float[pixels];
        }

        @Override
        Object copy(ImageProcessor slice) {
            return ((float[]) slice.getPixels()).clone();
        }

        @Override
        void write(float[][] values, int from, Object pixels, int to) {
            ((float[]) pixels)[to] = values[0][from];
        }
    },

    RGB(3, 4) {
        @Override
        void read(ImageProcessor slice, int from, int count, float[][] target, int to) {
            int[] colors = (int[]) slice.getPixels();
            for (int i = 0; i < count; i++) {
                int color = colors[from + i];
                target[0][to + i] = color >> 16 & 0xff;
                target[1][to + i] = color >> 8 & 0xff;
                target[2][to + i] = color & 0xff;
            }
        }

        @Override
        Object create(int pixels) {
            return new int[pixels];
        }

        @Override
        Object copy(ImageProcessor slice) {
            return ((int[]) slice.getPixels()).clone();
        }

        @Override
        void write(float[][] values, int from, Object pixels, int to) {
            ((int[]) pixels)[to] =
                    0xff000000
                            | rounded(values[0][from], 255) << 16
                            | rounded(values[1][from], 255) << 8
                            | rounded(values[2][from], 255);
        }
    },

    /** 8-bit colour: places in a table of colours without order, which are read as the colours. */
    INDEXED(3, 4) {
        @Override
        void read(ImageProcessor slice, int from, int count, float[][] target, int to) {
            byte[] places = (byte[]) slice.getPixels();
            LUT table = slice.getLut();
            for (int i = 0; i < count; i++) {
                int place = places[from + i] & 0xff;
                target[0][to + i] = table.getRed(place);
                target[1][to + i] = table.getGreen(place);
                target[2][to + i] = table.getBlue(place);
            }
        }

        @Override
        Object create(int pixels) {
            return RGB.create(pixels);
        }

        @Override
        Object copy(ImageProcessor slice) {
            return slice.convertToRGB().getPixels();
        }

        @Override
        void write(float[][] values, int from, Object pixels, int to) {
            RGB.write(values, from, pixels, to);
        }
    };

    private final int channels;
    private final int bytes;

    PixelType(int channels, int bytes) {
        this.channels = channels;
        this.bytes = bytes;
    }

    /** Bytes that a pixel of a result takes. */
    int bytes() {
        return bytes;
    }

    /** Number of channels in a plane of this type. */
    int channels() {
        return channels;
    }

    /** Whether pixels can be NaN or infinite. */
    boolean mayHaveHoles() {
        return this == GRAY32;
    }

    /**
     * Reads consecutive pixels.
     *
     * @param slice a slice that {@link #fits}
     * @param from index of the first pixel
     * @param count how many
     * @param target {@code [channels][]} that receives the values
     * @param to index in the target of the first
     */
    abstract void read(ImageProcessor slice, int from, int count, float[][] target, int to);

    /** A new pixel array of the type that results have. */
    abstract Object create(int pixels);

    /** A copy of a slice's pixels in the type that results have. */
    abstract Object copy(ImageProcessor slice);

    /**
     * Writes one pixel; integers are rounded and clamped to the type's range.
     *
     * @param values {@code [channels][]} values
     * @param from index of the pixel's value
     * @param pixels an array made by {@link #create} or {@link #copy}
     * @param to index of the pixel
     */
    abstract void write(float[][] values, int from, Object pixels, int to);

    /** The type of an image. */
    static PixelType of(ImagePlus image) {
        return switch (image.getType()) {
            case ImagePlus.GRAY8 -> GRAY8;
            case ImagePlus.COLOR_256 -> INDEXED;
            case ImagePlus.GRAY16 -> GRAY16;
            case ImagePlus.GRAY32 -> GRAY32;
            case ImagePlus.COLOR_RGB -> RGB;
            default ->
                    throw new IllegalArgumentException(
                            "The image '"
                                    + image.getTitle()
                                    + "' has an unknown pixel type ("
                                    + image.getType()
                                    + "); convert it to 8-bit, 16-bit, 32-bit or RGB.");
        };
    }

    /**
     * The one of two types whose results hold the values of both.
     *
     * @param other a type with as many channels
     */
    PixelType deeper(PixelType other) {
        return other.compareTo(this) > 0 ? other : this; // grey ones come in this order
    }

    /** Whether a slice is of this type; slices of a virtual stack may differ. */
    boolean fits(ImageProcessor slice) {
        return switch (this) {
            case GRAY8, INDEXED -> slice instanceof ByteProcessor;
            case GRAY16 -> slice instanceof ShortProcessor;
            case GRAY32 -> slice instanceof FloatProcessor;
            case RGB -> slice instanceof ColorProcessor;
        };
    }

    private static int rounded(float value, int max) {
        return Math.max(0, Math.min(max, Math.round(value)));
    }
}
