/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.onemodel.image.RowSink;

/** Writes the rows of one plane. */
final class PlaneSink implements RowSink {

    private static final int CHUNK = 1 << 20;

    private final TiffOutput output;
    private final TiffImage image;
    private final long position;
    private final ByteOrder order;
    private final String name;
    private int done;

    /**
     * A plane of which nothing is written yet.
     *
     * @param position where its pixels start
     * @param name what it is called in messages, such as "Plane 3 of cells.tif"
     */
    PlaneSink(TiffOutput output, TiffImage image, long position, ByteOrder order, String name) {
        this.output = output;
        this.image = image;
        this.position = position;
        this.order = order;
        this.name = name;
    }

    /** Rows that were written. */
    int done() {
        return done;
    }

    @Override
    public void write(int y, int rows, float[][] values) {
        if (y != done && y != 0 || rows < 1 || rows > image.height() - y) {
            throw new IllegalArgumentException(
                    name
                            + " takes rows from "
                            + done
                            + " to "
                            + (image.height() - 1)
                            + ", and "
                            + rows
                            + " from "
                            + y
                            + " came.");
        }
        if (image.type() != SampleType.FLOAT32) {
            checkFinite(y, rows, values);
        }
        try {
            encode(y, rows * image.width(), values);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        done = y + rows;
    }

    private void encode(int y, int pixels, float[][] values) throws IOException {
        int pixelBytes = image.type().bytesPerPixel();
        int most = Math.min(pixels, CHUNK / pixelBytes);
        ByteBuffer bytes = ByteBuffer.allocate(most * pixelBytes).order(order);
        long start = position + (long) y * image.width() * pixelBytes;
        for (int from = 0; from < pixels; from += most) {
            bytes.clear();
            image.type().encode(values, from, Math.min(most, pixels - from), bytes);
            output.write(start + (long) from * pixelBytes, bytes.flip());
        }
    }

    private void checkFinite(int y, int rows, float[][] values) {
        for (int c = 0; c < image.type().channels(); c++) {
            for (int i = 0; i < rows * image.width(); i++) {
                if (!Float.isFinite(values[c][i])) {
                    throw new IllegalArgumentException(
                            name
                                    + " would have a NaN or infinite pixel at x="
                                    + i % image.width()
                                    + ", y="
                                    + (y + i / image.width())
                                    + "; check the model, or try it on the CPU.");
                }
            }
        }
    }
}
