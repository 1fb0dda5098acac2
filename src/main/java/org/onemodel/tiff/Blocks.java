/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.IOException;

/**
 * The blocks of a plane, strips or tiles, and where they are in the file.
 *
 * @param format form of the pixels
 * @param tiled whether they are tiles, which are whole even where they reach over the edge
 * @param width columns of a block
 * @param height rows of a block; the last strip may have fewer
 * @param positions where each block is, from left to right and from top to bottom
 * @param lengths bytes of each block in the file
 */
record Blocks(
        PlaneFormat format,
        boolean tiled,
        int width,
        int height,
        long[] positions,
        long[] lengths) {

    /** Compressed bytes are never more than twice as long as the others and this. */
    private static final int SPARE = 65536;

    /** One byte never stands for more: LZW makes the most of it, a string of 4096 in 12 bits. */
    private static final int BEST_RATIO = 4096;

    /** More blocks than any image has, and few enough to keep where they are. */
    private static final int MOST = 1 << 20;

    /**
     * The blocks that a directory tells.
     *
     * @throws IOException if they are not inside the file
     */
    static Blocks of(Directory directory, PlaneFormat format, TiffInput input) throws IOException {
        boolean tiled = directory.has(Tag.TILE_WIDTH);
        long width = tiled ? directory.number(Tag.TILE_WIDTH) : format.width();
        long height =
                tiled
                        ? directory.number(Tag.TILE_LENGTH)
                        : Math.min(
                                directory.number(Tag.ROWS_PER_STRIP, format.height()),
                                format.height());
        boolean sensible = width > 0 && height > 0 && width < 1 << 28 && height < 1 << 28;
        if (!sensible) {
            throw input.damaged("its blocks have " + width + " x " + height + " pixels");
        }
        long count = ceil(format.width(), width) * ceil(format.height(), height);
        if (count > MOST) {
            throw input.damaged("it would have " + count + " blocks of pixels");
        }
        Blocks blocks =
                new Blocks(
                        format,
                        tiled,
                        (int) width,
                        (int) height,
                        numbers(directory, tiled ? Tag.TILE_OFFSETS : Tag.STRIP_OFFSETS, count),
                        lengths(directory, tiled, format, count));
        blocks.check(input);
        return blocks;
    }

    private static long ceil(long pixels, long each) {
        return (pixels + each - 1) / each;
    }

    private static long[] numbers(Directory directory, int tag, long count) throws IOException {
        return directory.numbers(tag, (int) count, (int) count);
    }

    /** Lengths of compressed blocks; those of others follow from their size, and may be wrong. */
    private static long[] lengths(
            Directory directory, boolean tiled, PlaneFormat format, long count) throws IOException {
        return format.compression() == Compression.NONE
                ? new long[0]
                : numbers(directory, tiled ? Tag.TILE_BYTE_COUNTS : Tag.STRIP_BYTE_COUNTS, count);
    }

    private void check(TiffInput input) throws IOException {
        boolean compressed = format.compression() != Compression.NONE;
        for (int i = 0; i < positions.length; i++) {
            long length = compressed ? lengths[i] : bytes(i);
            if (length > 2 * bytes(i) + SPARE || length < bytes(i) / BEST_RATIO) {
                throw input.damaged("a block of pixels has " + length + " bytes for " + bytes(i));
            }
            if (positions[i] <= 0) {
                throw input.damaged("a block of pixels is missing");
            }
            input.checkInside(positions[i], length);
        }
    }

    /** Blocks beside one another. */
    int across() {
        return (int) ceil(format.width(), width);
    }

    /** Rows in a block; fewer in the last strip. */
    int rows(int block) {
        return tiled ? height : Math.min(height, format.height() - block * height);
    }

    /** Bytes of a row of a block, not compressed. */
    long rowBytes() {
        return (long) width * format.type().bytesPerPixel();
    }

    /** Bytes of a block, not compressed. */
    long bytes(int block) {
        return rowBytes() * rows(block);
    }

    /** Whether rows can be read where they are: strips that are not compressed. */
    boolean readableInPlace() {
        return !tiled && format.compression() == Compression.NONE;
    }

    /** Whether the rows of the plane follow one another in the file, without a gap. */
    boolean contiguous() {
        boolean contiguous = readableInPlace();
        for (int i = 1; i < positions.length && contiguous; i++) {
            contiguous = positions[i] == positions[i - 1] + bytes(i - 1);
        }
        return contiguous;
    }

    /** The same blocks further behind in the file. */
    Blocks shifted(long bytes) {
        long[] shifted = positions.clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] += bytes;
        }
        return new Blocks(format, tiled, width, height, shifted, lengths);
    }
}
