/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What was done to each row of a block before it was compressed, and is undone here. */
enum Predictor {
    NONE(1) {
        @Override
        void undo(byte[] row, SampleType type, ByteOrder order) {}
    },

    /** Each sample is the difference to the one on its left (section 14 of TIFF 6.0). */
    HORIZONTAL(2) {
        @Override
        void undo(byte[] row, SampleType type, ByteOrder order) {
            int bytes = type.bytesPerSample();
            int step = type.bytesPerPixel();
            ByteBuffer samples = ByteBuffer.wrap(row).order(order);
            for (int i = step; i < row.length; i += bytes) {
                switch (bytes) {
                    case 1 -> row[i] += row[i - step];
                    case 2 ->
                            samples.putShort(
                                    i, (short) (samples.getShort(i) + samples.getShort(i - step)));
                    default -> samples.putInt(i, samples.getInt(i) + samples.getInt(i - step));
                }
            }
        }
    },

    /**
     * The highest bytes of all floats of the row stand first, then the next ones, and each byte is
     * the difference to the one on its left (Adobe's Technical Note 3 of TIFF).
     */
    FLOATING_POINT(3) {
        @Override
        void undo(byte[] row, SampleType type, ByteOrder order) {
            for (int i = 1; i < row.length; i++) {
                row[i] += row[i - 1];
            }
            byte[] sorted = row.clone();
            int pixels = row.length / 4;
            for (int i = 0; i < pixels; i++) {
                for (int b = 0; b < 4; b++) {
                    int place = order == ByteOrder.BIG_ENDIAN ? b : 3 - b;
                    row[4 * i + place] = sorted[b * pixels + i];
                }
            }
        }
    };

    private final int code;

    Predictor(int code) {
        this.code = code;
    }

    /**
     * Restores a row.
     *
     * @param row its bytes, of whole pixels, which are replaced
     * @param order byte order of the file
     */
    abstract void undo(byte[] row, SampleType type, ByteOrder order);

    /**
     * The predictor that a directory tells; it has no meaning where nothing is compressed.
     *
     * @throws IOException if it is none of these
     */
    static Predictor of(Directory directory, SampleType type, TiffInput input) throws IOException {
        if (Compression.of(directory, input) == Compression.NONE) {
            return NONE;
        }
        int code = (int) directory.number(Tag.PREDICTOR, 1);
        for (Predictor predictor : values()) {
            boolean fits = predictor != FLOATING_POINT || type == SampleType.FLOAT32;
            if (predictor.code == code && fits) {
                return predictor;
            }
        }
        throw input.unsupported("its predictor " + code + " is unknown for pixels of this type");
    }
}
