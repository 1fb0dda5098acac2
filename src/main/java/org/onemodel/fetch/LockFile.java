/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps a second process, or a second thread, away from a file: a lock on a file beside it, which
 * is removed at the end. A lock of a process that was killed is no lock any more.
 */
final class LockFile implements AutoCloseable {

    /** Behind all bytes, as Windows lets nobody read what is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path path;
    private final FileChannel channel;

    private LockFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the lock, if nobody has it.
     *
     * @param path the lock's file, in a folder that exists
     * @return the lock, or nothing if another has it
     * @throws IOException if the file cannot be made
     */
    static Optional<LockFile> tryLock(Path path) throws IOException {
        while (true) {
            FileChannel channel =
                    FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (!isLocked(channel)) {
                    channel.close();
                    return Optional.empty();
                }
                if (isStillAt(path, channel)) {
                    return Optional.of(new LockFile(path, channel));
                }
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            channel.close(); // the last owner removed it between opening and locking
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this process has it
        }
    }

    /** Whether the locked file is the one that others find under its name. */
    private static boolean isStillAt(Path path, FileChannel channel) throws IOException {
        byte[] mark = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(mark), 0);
        try {
            return Arrays.equals(Files.readAllBytes(path), mark);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Lets the next one in. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(path);
        }
    }
}
