/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.io.IOException;
import java.nio.file.Path;

/** Does what it is told, but fails once, as a full disk or a killed program would. */
final class FailingActions implements FileActions {

    /** The end of a program: nothing of it runs any more. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** What is thrown when something is done to a file. */
    interface Failure {
        IOException of(Path file);
    }

    private final FileActions disk = new DiskActions();
    private final Failure failure;
    private int untilFailure;
    private long room = Long.MAX_VALUE;

    /** Fails at the n-th action, counted from 1; never if that is 0. */
    FailingActions(int n, Failure failure) {
        untilFailure = n;
        this.failure = failure;
    }

    /** A disk that is full at the n-th action. */
    static FailingActions fullDisk(int n) {
        return new FailingActions(n, file -> new IOException("No space left on device"));
    }

    /** A program that is killed before the n-th action. */
    static FailingActions killed(int n) {
        return new FailingActions(
                n,
                file -> {
                    throw new Killed();
                });
    }

    /** Says that there is room for some bytes. */
    FailingActions withRoom(long bytes) {
        room = bytes;
        return this;
    }

    /** Whether it has failed. */
    boolean hasFailed() {
        return untilFailure <= 0;
    }

    private void step(Path file) throws IOException {
        untilFailure--;
        if (untilFailure == 0) {
            throw failure.of(file);
        }
    }

    @Override
    public void copy(Path source, Path target) throws IOException {
        step(target);
        disk.copy(source, target);
    }

    @Override
    public void write(Path target, byte[] content) throws IOException {
        step(target);
        disk.write(target, content);
    }

    @Override
    public void move(Path source, Path target) throws IOException {
        step(target);
        disk.move(source, target);
    }

    @Override
    public void replace(Path source, Path target) throws IOException {
        step(target);
        disk.replace(source, target);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        step(folder);
        disk.createFolder(folder);
    }

    @Override
    public void delete(Path file) throws IOException {
        step(file);
        disk.delete(file);
    }

    @Override
    public long usableSpace(Path folder) {
        return room;
    }
}
