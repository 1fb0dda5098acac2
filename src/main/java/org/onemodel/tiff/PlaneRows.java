/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.onemodel.image.RowSource;

/** The rows of one plane of a file. May be used by several threads, one after the other. */
final class PlaneRows implements RowSource {

    private static final int CHUNK = 1 << 20;

    private final TiffInput input;
    private final Blocks blocks;
    private final BlockCache cache;
    private final String name;
    private ByteBuffer buffer = ByteBuffer.allocate(0);

    /**
     * A plane.
     *
     * @param name what it is called in messages, such as "Plane 3 of cells.tif"
     * @param memory bytes that decompressed blocks may take
     * @throws IOException if its blocks take more
     */
    PlaneRows(TiffInput input, Blocks blocks, String name, long memory) throws IOException {
        this.input = input;
        this.blocks = blocks;
        this.cache = blocks.readableInPlace() ? null : new BlockCache(input, blocks, memory);
        this.name = name;
    }

    @Override
    public int width() {
        return blocks.format().width();
    }

    @Override
    public int height() {
        return blocks.format().height();
    }

    @Override
    public int channels() {
        return blocks.format().type().channels();
    }

    @Override
    public synchronized void read(int y, int rows, float[][] target) {
        Objects.checkFromIndexSize(y, rows, height());
        try {
            int at = y;
            while (at < y + rows) {
                int strip = at / blocks.height();
                int end = (int) Math.min(y + rows, (strip + 1L) * blocks.height());
                if (cache == null) {
                    readInPlace(strip, at, end, target, (at - y) * width());
                } else {
                    readBlocks(strip, at, end, target, (at - y) * width());
                }
                at = end;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Reads the rows of one strip, in pieces that may end inside a row. */
    private void readInPlace(int strip, int from, int end, float[][] target, int to)
            throws IOException {
        SampleType type = blocks.format().type();
        int pixelBytes = type.bytesPerPixel();
        int left = (end - from) * width();
        long position =
                blocks.positions()[strip]
                        + (from - (long) strip * blocks.height()) * blocks.rowBytes();
        int most = CHUNK / pixelBytes;
        if (buffer.capacity() < Math.min(left, most) * pixelBytes) {
            buffer = ByteBuffer.allocate(Math.min(left, most) * pixelBytes).order(input.order());
        }
        int at = to;
        while (left > 0) {
            int pixels = Math.min(left, most);
            buffer.clear().limit(pixels * pixelBytes);
            input.read(position, buffer);
            type.decode(buffer, 0, pixels, target, at);
            position += (long) pixels * pixelBytes;
            at += pixels;
            left -= pixels;
        }
    }

    private void readBlocks(int blockRow, int from, int end, float[][] target, int to)
            throws IOException {
        SampleType type = blocks.format().type();
        for (int column = 0; column < blocks.across(); column++) {
            byte[] block = cache.get(blockRow * blocks.across() + column);
            ByteBuffer bytes = ByteBuffer.wrap(block).order(input.order());
            int x = column * blocks.width();
            int pixels = Math.min(blocks.width(), width() - x);
            for (int y = from; y < end; y++) {
                int row = y - blockRow * blocks.height();
                int at = (int) (row * blocks.rowBytes());
                type.decode(bytes, at, pixels, target, to + (y - from) * width() + x);
            }
        }
    }
}
