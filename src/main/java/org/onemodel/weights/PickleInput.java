/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that ends in an {@link EOFException} rather than in -1, counts what was read and knows
 * what can be left, so that a length read from it can be checked before memory is set aside.
 */
final class PickleInput extends InputStream {

    private final InputStream in;
    private final long limit;
    private long position;

    /**
     * @param limit how many bytes may be read, at most what the file holds
     */
    PickleInput(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    /** How many bytes were read so far. */
    long position() {
        return position;
    }

    /** How many bytes may still be read. */
    long remaining() {
        return limit - position;
    }

    @Override
    public int read() throws IOException {
        int read = remaining() > 0 ? in.read() : -1;
        if (read < 0) {
            throw endOfFile();
        }
        position++;
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = in.read(bytes, offset, (int) Math.min(length, Math.max(remaining(), 0)));
        if (read <= 0) {
            throw endOfFile();
        }
        position += read;
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private EOFException endOfFile() {
        return new EOFException("the pickle goes on after its last byte " + position);
    }
}
