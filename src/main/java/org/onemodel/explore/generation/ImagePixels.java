/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.generation;

import java.util.Arrays;
import java.util.List;

/**
 * Makes the pixels of ImageJ's slices from a generator's values.
 *
 * @param colours what the images are
 * @param output what the pixels are
 */
record ImagePixels(Colours colours, PixelValues output) {

    /** The channels of a generator's images. */
    static final int CHANNELS = 3;

    private static final double HALF_RANGE = 127.5;

    /** Slices that an image becomes: three where colours are told apart. */
    int slicesPerImage() {
        return colours == Colours.RGB && output == PixelValues.FLOAT ? CHANNELS : 1;
    }

    /** Bytes that a pixel of an image takes, over all its slices. */
    int bytesPerPixel() {
        return switch (output) {
            case EIGHT_BIT -> colours == Colours.GREY ? Byte.BYTES : Integer.BYTES;
            case FLOAT -> Float.BYTES * slicesPerImage();
        };
    }

    /**
     * The slices of an image.
     *
     * @param image {@code [3, S, S]}, about [-1, 1], finite
     * @return one array a slice: of bytes, of RGB values, or of floats
     */
    List<Object> of(float[] image) {
        float[][] channels = split(image);
        if (colours == Colours.GREY) {
            channels = new float[][] {mean(channels)};
        }
        return switch (output) {
            case EIGHT_BIT -> List.of(channels.length == 1 ? bytes(channels[0]) : rgb(channels));
            case FLOAT -> List.of((Object[]) channels);
        };
    }

    private static float[][] split(float[] image) {
        int pixels = image.length / CHANNELS;
        float[][] channels = new float[CHANNELS][];
        for (int c = 0; c < CHANNELS; c++) {
            channels[c] = Arrays.copyOfRange(image, c * pixels, (c + 1) * pixels);
        }
        return channels;
    }

    private static float[] mean(float[][] channels) {
        float[] mean = new float[channels[0].length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (channels[0][i] + channels[1][i] + channels[2][i]) / CHANNELS;
        }
        return mean;
    }

    private static byte[] bytes(float[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) eightBit(values[i]);
        }
        return bytes;
    }

    private static int[] rgb(float[][] channels) {
        int[] pixels = new int[channels[0].length];
        for (float[] channel : channels) { // red comes first, and ends highest
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = pixels[i] << 8 | eightBit(channel[i]);
            }
        }
        return pixels;
    }

    /** From [-1, 1] to 0 … 255, rounded; what is beyond is cut off. */
    private static int eightBit(float value) {
        return (int) Math.round(Math.max(0, Math.min(255, (value + 1.0) * HALF_RANGE)));
    }
}
