/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps other processes and threads away: an empty file that is locked, and removed at the end. The
 * lock of a process that was killed is no lock any more.
 */
final class LockFile implements AutoCloseable {

    /**
     * What this process holds. It may open each only once: on POSIX systems a process that closes a
     * file, however often it opened it, lets go of its locks on it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

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
     * @return the lock, or nothing if another process or thread has it
     * @throws IOException if the file cannot be made
     */
    static Optional<LockFile> tryLock(Path path) throws IOException {
        if (!HELD.add(path)) {
            return Optional.empty();
        }
        Optional<LockFile> lock = Optional.empty();
        try {
            lock = lockedChannel(path).map(channel -> new LockFile(path, channel));
            return lock;
        } finally {
            if (lock.isEmpty()) {
                HELD.remove(path);
            }
        }
    }

    private static Optional<FileChannel> lockedChannel(Path path) throws IOException {
        while (true) {
            FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
            Optional<Object> before = identity(path);
            FileChannel channel =
                    FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean kept = false;
            try {
                if (channel.tryLock() == null) {
                    return Optional.empty();
                }
                // Its last owner may have removed it between opening and locking.
                kept = before.isPresent() && identity(path).equals(before);
                if (kept) {
                    return Optional.of(channel);
                }
            } finally {
                if (!kept) {
                    channel.close();
                }
            }
        }
    }

    /** What tells a file from another that takes its name; empty if there is none. */
    private static Optional<Object> identity(Path path) throws IOException {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(file.fileKey() == null ? path : file.fileKey()); // null on Windows
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Lets the next one in. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(path);
        } finally {
            HELD.remove(path);
        }
    }
}
