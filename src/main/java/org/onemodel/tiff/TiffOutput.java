/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new file that is written anywhere. */
final class TiffOutput implements Closeable {

    private final FileChannel channel;
    private final Path name;

    /**
     * Makes the file.
     *
     * @param file a file that does not exist
     * @param name what it is called in messages
     */
    TiffOutput(Path file, Path name) throws IOException {
        this.channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.name = name;
    }

    /**
     * Writes what remains of a buffer.
     *
     * @throws IOException if the disk is full or broken; the message is a sentence
     */
    void write(long position, ByteBuffer bytes) throws IOException {
        try {
            long at = position;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        } catch (IOException e) {
            throw new IOException(
                    name
                            + " could not be written ("
                            + e.getMessage()
                            + "); make room on the disk or choose another folder.",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
