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
import ij.process.ShortProcessor;

/** The pixel types of ImageJ, and how their arrays become channels of floats and back. */
enum PixelType {
    GRAY8(1) {
        @Override
        float[][] read(Object pixels) {
            byte[] bytes = (byte[]) pixels;
            float[] values = new float[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                values[i] = bytes[i] & 0xff;
            }
            return new float[][] {values};
        }

        @Override
        Object write(float[][] channels) {
            byte[] bytes = new byte[channels[0].length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) rounded(channels[0][i], 255);
            }
            return bytes;
        }
    },

    GRAY16(1) {
        @Override
        float[][] read(Object pixels) {
            short[] shorts = (short[]) pixels;
            float[] values = new float[shorts.length];
            for (int i = 0; i < shorts.length; i++) {
                values[i] = shorts[i] & 0xffff;
            }
            return new float[][] {values};
        }

        @Override
        Object write(float[][] channels) {
            short[] shorts = new short[channels[0].length];
            for (int i = 0; i < shorts.length; i++) {
                shorts[i] = (short) rounded(channels[0][i], 65535);
            }
            return shorts;
        }
    },

    GRAY32(1) {
        @Override
        float[][] read(Object pixels) {
            return new float[][] {((float[]) pixels).clone()};
        }

        @Override
        Object write(float[][] channels) {
            return channels[0].clone();
        }
    },

    RGB(3) {
        @Override
        float[][] read(Object pixels) {
            int[] colors = (int[]) pixels;
            float[][] channels = new float[3][colors.length];
            for (int i = 0; i < colors.length; i++) {
                channels[0][i] = colors[i] >> 16 & 0xff;
                channels[1][i] = colors[i] >> 8 & 0xff;
                channels[2][i] = colors[i] & 0xff;
            }
            return channels;
        }

        @Override
        Object write(float[][] channels) {
            int[] colors = new int[channels[0].length];
            for (int i = 0; i < colors.length; i++) {
                colors[i] =
                        0xff000000
                                | rounded(channels[0][i], 255) << 16
                                | rounded(channels[1][i], 255) << 8
                                | rounded(channels[2][i], 255);
            }
            return colors;
        }
    };

    private final int channels;

    PixelType(int channels) {
        this.channels = channels;
    }

    /** Number of channels in a plane of this type. */
    int channels() {
        return channels;
    }

    /** Copies a pixel array of this type to {@code [channels][pixels]}. */
    abstract float[][] read(Object pixels);

    /** A new pixel array of this type; integers are rounded and clamped to the type's range. */
    abstract Object write(float[][] channels);

    /** The type of an image; 8-bit images with a colour table count as grey. */
    static PixelType of(ImagePlus image) {
        return switch (image.getType()) {
            case ImagePlus.GRAY8, ImagePlus.COLOR_256 -> GRAY8;
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

    /** Whether a slice is of this type; slices of a virtual stack may differ. */
    boolean fits(ImageProcessor slice) {
        return switch (this) {
            case GRAY8 -> slice instanceof ByteProcessor;
            case GRAY16 -> slice instanceof ShortProcessor;
            case GRAY32 -> slice instanceof FloatProcessor;
            case RGB -> slice instanceof ColorProcessor;
        };
    }

    private static int rounded(float value, int max) {
        return Math.max(0, Math.min(max, Math.round(value)));
    }
}
