/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The decompressed blocks of a plane that were used last: those of one row of blocks at least, so
 * that reading row by row decompresses each block once.
 *
 * <p>Used by one thread at a time.
 */
final class BlockCache {

    private static final long ROOMY = 16L << 20;

    private final TiffInput input;
    private final Blocks blocks;
    private final int most;
    private final Map<Integer, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * A cache for a plane.
     *
     * @param memory bytes it may take
     * @throws IOException if one row of blocks takes more
     */
    BlockCache(TiffInput input, Blocks blocks, long memory) throws IOException {
        this.input = input;
        this.blocks = blocks;
        long block = blocks.bytes(0);
        long row = block * blocks.across();
        if (row > memory || block > Integer.MAX_VALUE - 8) {
            throw input.unsupported(
                    String.format(
                            Locale.ROOT,
                            "each of its %s has %d rows, %d MB of pixels that have to be"
                                    + " decompressed at once, and the memory takes %d MB",
                            blocks.tiled() ? "tiles" : "strips",
                            blocks.height(),
                            (row >> 20) + 1,
                            memory >> 20));
        }
        long room = Math.min(memory, Math.max(2 * row, ROOMY));
        this.most = (int) Math.max(1, Math.min(room / block, blocks.positions().length));
    }

    /**
     * A block, decompressed, in the byte order of the file.
     *
     * @throws IOException if it can't be read or is damaged
     */
    byte[] get(int block) throws IOException {
        byte[] bytes = kept.get(block);
        if (bytes == null) {
            while (kept.size() >= most) {
                kept.remove(kept.keySet().iterator().next());
            }
            bytes = decode(block);
            kept.put(block, bytes);
        }
        return bytes;
    }

    private byte[] decode(int block) throws IOException {
        byte[] target = new byte[(int) blocks.bytes(block)];
        PlaneFormat format = blocks.format();
        boolean compressed = format.compression() != Compression.NONE;
        int length = compressed ? (int) blocks.lengths()[block] : target.length;
        byte[] packed = input.read(blocks.positions()[block], length).array();
        int decoded = format.compression().decode(packed, target);
        if (decoded < target.length) {
            throw input.damaged(
                    "its block of pixels at "
                            + blocks.positions()[block]
                            + " has "
                            + decoded
                            + " of "
                            + target.length
                            + " bytes");
        }
        undoPredictor(target);
        return target;
    }

    private void undoPredictor(byte[] bytes) {
        PlaneFormat format = blocks.format();
        if (format.predictor() == Predictor.NONE) {
            return;
        }
        byte[] row = new byte[(int) blocks.rowBytes()];
        for (int at = 0; at < bytes.length; at += row.length) {
            System.arraycopy(bytes, at, row, 0, row.length);
            format.predictor().undo(row, format.type(), input.order());
            System.arraycopy(row, 0, bytes, at, row.length);
        }
    }
}
