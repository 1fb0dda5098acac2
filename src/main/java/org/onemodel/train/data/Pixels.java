/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/** The values of one plane in the pixel type of its file, which takes the least memory. */
sealed interface Pixels {

    /** 1, or 3 for colours. */
    int channels();

    /** Memory in bytes. */
    long bytes();

    /**
     * Copies values that lie at even distances.
     *
     * @param channel from 0
     * @param start index of the first value, {@code y * width + x}
     * @param step distance to the next one; negative to go back
     * @param target where the values go
     * @param at index of the first one there
     * @param count how many
     */
    void copy(int channel, int start, int step, float[] target, int at, int count);

    /** The pixels of a plane as ImageJ holds them, not copied. */
    static Pixels of(ImageProcessor plane) {
        Object pixels = plane.getPixels();
        if (plane instanceof ColorProcessor) {
            return new Colours((int[]) pixels);
        }
        if (pixels instanceof byte[] bytes) {
            return new Bytes(bytes);
        }
        return pixels instanceof short[] shorts
                ? new Shorts(shorts)
                : new Floats(new float[][] {(float[]) pixels});
    }

    /** 8 bit, unsigned. */
    record Bytes(byte[] values) implements Pixels {

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public long bytes() {
            return values.length;
        }

        @Override
        public void copy(int channel, int start, int step, float[] target, int at, int count) {
            int from = start;
            for (int i = 0; i < count; i++, from += step) {
                target[at + i] = values[from] & 0xff;
            }
        }
    }

    /** 16 bit, unsigned. */
    record Shorts(short[] values) implements Pixels {

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public long bytes() {
            return 2L * values.length;
        }

        @Override
        public void copy(int channel, int start, int step, float[] target, int at, int count) {
            int from = start;
            for (int i = 0; i < count; i++, from += step) {
                target[at + i] = values[from] & 0xffff;
            }
        }
    }

    /** 32 bit, {@code [channels][pixels]}. */
    record Floats(float[][] values) implements Pixels {

        @Override
        public int channels() {
            return values.length;
        }

        @Override
        public long bytes() {
            return 4L * values.length * values[0].length;
        }

        @Override
        public void copy(int channel, int start, int step, float[] target, int at, int count) {
            float[] plane = values[channel];
            int from = start;
            for (int i = 0; i < count; i++, from += step) {
                target[at + i] = plane[from];
            }
        }
    }

    /** Red, green and blue in the lower three bytes. */
    record Colours(int[] values) implements Pixels {

        @Override
        public int channels() {
            return 3;
        }

        @Override
        public long bytes() {
            return 4L * values.length;
        }

        @Override
        public void copy(int channel, int start, int step, float[] target, int at, int count) {
            int shift = 16 - 8 * channel;
            int from = start;
            for (int i = 0; i < count; i++, from += step) {
                target[at + i] = values[from] >> shift & 0xff;
            }
        }
    }
}
