/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * What has come of a file, under the file's name with {@code .part}.
 *
 * <p>Beside it, {@code .part.from} notes the address and the server's mark of the version (ETag or
 * Last-Modified), so that a later run, in another process too, can ask for the rest of the same
 * version; {@code .part.lock} keeps a second process away while one is at work. Closing leaves the
 * part, unless nothing could go on from it.
 */
final class Part implements AutoCloseable {

    /** A part that cannot be written: another attempt would not help. */
    static final class NotWrittenException extends IOException {

        private static final long serialVersionUID = 1L;

        NotWrittenException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private final Path target;
    private final Path path;
    private final Path origin;
    private final LockFile lock;
    private final FileChannel channel;

    private Part(Path target, LockFile lock) throws IOException {
        this.target = target;
        this.lock = lock;
        path = beside(target, ".part");
        origin = beside(target, ".part.from");
        channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /**
     * Opens the part of a file, or begins one.
     *
     * @param target where the whole file is to lie, in a folder that exists
     * @return the part, or nothing while another process or thread has it
     * @throws IOException if it cannot be opened
     */
    static Optional<Part> open(Path target) throws IOException {
        Optional<LockFile> lock = LockFile.tryLock(beside(target, ".part.lock"));
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Part(target, lock.get()));
        } catch (IOException e) {
            lock.get().close();
            throw e;
        }
    }

    private static Path beside(Path target, String ending) {
        return target.resolveSibling(target.getFileName() + ending);
    }

    /** Where the bytes lie. */
    Path path() {
        return path;
    }

    /** How many bytes have come. */
    long length() throws IOException {
        return channel.size();
    }

    /**
     * The server's mark of the version that these bytes are of.
     *
     * @param source the address that the rest would come from
     * @return the mark, or nothing if there are no bytes, or they are from elsewhere or have none
     */
    Optional<String> version(String source) throws IOException {
        if (!isOfUse()) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(origin, StandardCharsets.UTF_8);
        return lines.size() == 2 && lines.get(0).equals(source)
                ? Optional.of(lines.get(1))
                : Optional.empty();
    }

    /** Whether a later run can go on from here. */
    boolean isOfUse() throws IOException {
        return length() > 0 && Files.exists(origin);
    }

    /**
     * Throws away what has come, for another version or an answer from the beginning.
     *
     * @param source the address that the bytes will come from
     * @param version the server's mark of their version, if it gives one
     * @throws NotWrittenException if the disk does not take it
     */
    void restart(String source, Optional<String> version) throws NotWrittenException {
        try {
            channel.truncate(0);
            Files.deleteIfExists(origin);
            if (version.isPresent()) {
                Files.write(origin, List.of(source, version.get()), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new NotWrittenException(e);
        }
    }

    /**
     * Adds bytes at the end.
     *
     * @throws NotWrittenException if the disk does not take them
     */
    void append(byte[] bytes, int count) throws NotWrittenException {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
            long position = channel.size();
            while (buffer.hasRemaining()) {
                position += channel.write(buffer, position);
            }
        } catch (IOException e) {
            throw new NotWrittenException(e);
        }
    }

    /** Moves the bytes to where the whole file is to lie, in one step. */
    void finish() throws IOException {
        channel.close(); // Windows moves no open file
        Files.move(
                path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(origin);
    }

    /** Throws away what has come, for good. */
    void discard() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
        Files.deleteIfExists(origin);
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            if (channel.isOpen()) {
                if (isOfUse()) {
                    channel.close();
                } else {
                    discard();
                }
            }
        }
    }
}
