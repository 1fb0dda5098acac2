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
    private final long size;
    private long position;
    private long skipped;

    /**
     * @param size how many bytes the stream holds
     */
    PickleInput(InputStream in, long size) {
        this.in = in;
        this.size = size;
    }

    /** How many bytes were read or skipped so far. */
    long position() {
        return position;
    }

    /** How many bytes may still be read. */
    long remaining() {
        return Math.min(size - position, CheckpointArchive.MAX_PICKLE_BYTES - (position - skipped));
    }

    /**
     * Passes over bytes, which may be more than can be read.
     *
     * @throws EOFException if so many are not left
     */
    void pass(long count) throws IOException {
        if (count < 0 || count > size - position) {
            throw new EOFException(
                    String.format(
                            "%s bytes are announced and %d are left",
                            Long.toUnsignedString(count), size - position));
        }
        in.skipNBytes(count);
        position += count;
        skipped += count;
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
        return new EOFException(
                size > position
                        ? "its pickle is larger than any of a network, apart from the tensors"
                        : "the pickle goes on after its last byte " + position);
    }
}
