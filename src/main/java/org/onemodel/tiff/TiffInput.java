/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a TIFF file, classic or BigTIFF. May be read by several threads. */
final class TiffInput implements Closeable {

    private static final int CLASSIC = 42;
    private static final int BIG = 43;

    private final Path file;
    private final FileChannel channel;
    private final long length;
    private final ByteOrder order;
    private final boolean big;
    private final long firstDirectory;

    private TiffInput(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.length = channel.size();
        if (length < 8) {
            throw noTiff();
        }
        byte[] mark = new byte[2];
        read(0, ByteBuffer.wrap(mark));
        this.order = order(mark);
        int version = read(2, 2).getShort();
        this.big = version == BIG;
        if (version != CLASSIC && !big || big && length < 16) {
            throw noTiff();
        }
        this.firstDirectory = big ? read(8, 8).getLong() : read(4, 4).getInt() & 0xffffffffL;
    }

    /**
     * Opens a file.
     *
     * @throws IOException if there is none or it does not start as a TIFF file does
     */
    static TiffInput open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no image file " + file + "; check the path.");
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new TiffInput(file, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Whether a file starts as a TIFF file does.
     *
     * @throws IOException if there is none
     */
    static boolean isTiff(Path file) throws IOException {
        byte[] start = new byte[4];
        try (InputStream stream = Files.newInputStream(file)) {
            int read = stream.readNBytes(start, 0, 4);
            boolean little = start[0] == 'I' && start[1] == 'I' && start[3] == 0;
            boolean big = start[0] == 'M' && start[1] == 'M' && start[2] == 0;
            int version = little ? start[2] : start[3];
            return read == 4 && (little || big) && (version == CLASSIC || version == BIG);
        }
    }

    private ByteOrder order(byte[] mark) throws IOException {
        if (mark[0] == 'I' && mark[1] == 'I') {
            return ByteOrder.LITTLE_ENDIAN;
        }
        if (mark[0] == 'M' && mark[1] == 'M') {
            return ByteOrder.BIG_ENDIAN;
        }
        throw noTiff();
    }

    private IOException noTiff() {
        return new IOException(file + " is not a TIFF file; give the path of one.");
    }

    ByteOrder order() {
        return order;
    }

    /** Whether this is BigTIFF, with positions of 64 bits. */
    boolean big() {
        return big;
    }

    /** Where the first directory is. */
    long firstDirectory() {
        return firstDirectory;
    }

    /** Bytes in the file. */
    long length() {
        return length;
    }

    /**
     * Reads some bytes.
     *
     * @return a buffer in the file's byte order, at its start
     * @throws IOException if the file has no such bytes
     */
    ByteBuffer read(long position, int bytes) throws IOException {
        checkInside(position, bytes);
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(order);
        read(position, buffer);
        return buffer.flip();
    }

    /** Fills what remains of a buffer. */
    void read(long position, ByteBuffer target) throws IOException {
        checkInside(position, target.remaining());
        long at = position;
        while (target.hasRemaining()) {
            int read = channel.read(target, at);
            if (read < 0) {
                throw new EOFException(file + " became shorter while it was read; read it again.");
            }
            at += read;
        }
    }

    /**
     * Checks that some bytes lie inside the file.
     *
     * @throws IOException if not
     */
    void checkInside(long position, long bytes) throws IOException {
        if (position < 0 || bytes < 0 || position > length - bytes) {
            throw damaged(
                    "it points to bytes behind its end, at " + Long.toUnsignedString(position));
        }
    }

    /** What is wrong with the file, as a sentence. */
    IOException damaged(String what) {
        return new IOException(
                file + " is cut short or damaged: " + what + "; get the file again.");
    }

    /** What can't be read of a file that may be whole, as a sentence. */
    IOException unsupported(String what) {
        return new IOException(
                file
                        + " can't be read by rows: "
                        + what
                        + "; open it in ImageJ or Fiji and save it as TIFF.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
