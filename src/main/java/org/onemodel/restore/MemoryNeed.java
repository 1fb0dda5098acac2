/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.Locale;

/**
 * The Java memory that a restoration takes: the whole result, and of the plane that is computed
 * about {@value #TILES} tiles' height in floats. The engine's own memory comes on top.
 *
 * @param result bytes of the result
 * @param band bytes of what is computed at a time
 */
public record MemoryNeed(long result, long band) {

    /** Rows as read, mapped, blended, matched in tone and mapped back. */
    private static final int TILES = 4;

    /**
     * The need for an image.
     *
     * @param result bytes of the result, all planes
     * @param width columns of what is restored of a plane
     * @param height its rows
     * @param channels its channels
     * @param tile side of a tile
     */
    static MemoryNeed of(long result, int width, int height, int channels, int tile) {
        long rows = Math.min((long) height + tile, (long) TILES * tile);
        return new MemoryNeed(result, Float.BYTES * rows * width * channels);
    }

    /**
     * Bytes in all.
     *
     * @return the sum
     */
    public long bytes() {
        return result + band;
    }

    /**
     * Refuses what cannot fit, before hours of computing.
     *
     * @param title the image, for the message
     * @throws OneModelException if Java has less memory left
     */
    void require(String title) {
        require(
                "The result of '" + title + "'",
                "choose fewer slices or frames, close other images, give Java more memory, or use"
                        + " the command line, which writes TIFF files plane by plane");
    }

    /**
     * Refuses what cannot fit.
     *
     * @param what what takes the memory, as a sentence begins
     * @param advice what to do about it, as the sentence ends
     * @throws OneModelException if Java has less memory left
     */
    public void require(String what, String advice) {
        if (bytes() > left()) {
            System.gc(); // closed images are counted until it comes
        }
        if (bytes() > left()) {
            throw new OneModelException(
                    what
                            + " takes about "
                            + megabytes(bytes())
                            + ", but Java has "
                            + megabytes(left())
                            + " left: "
                            + advice
                            + ".");
        }
    }

    private static long left() {
        Runtime java = Runtime.getRuntime();
        return java.maxMemory() - java.totalMemory() + java.freeMemory();
    }

    /** In words, for a message. */
    @Override
    public String toString() {
        return megabytes(bytes());
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%d MB", (bytes + (1 << 20) - 1) >> 20);
    }
}
