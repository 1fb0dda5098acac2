/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * What came of reading a file that nobody vouches for, and what it cost.
 *
 * @param failure what was thrown, null if the file was read
 * @param cpuSeconds the reading thread's processor time, which other programs do not lengthen
 * @param allocated all bytes of Java heap that were set aside, those of garbage too
 */
public record Outcome(Throwable failure, double cpuSeconds, long allocated) {

    private static final double MOST_SECONDS = 2;
    private static final long MOST_BYTES = 128L << 20;
    private static final int MOST_BYTES_PER_BYTE = 4;

    /** Far above what is allowed: it only ends a test that would never end. */
    private static final Duration HANG = Duration.ofSeconds(30);

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Reads in a thread of its own. */
    public static Outcome of(Callable<?> reading) {
        return assertTimeoutPreemptively(HANG, () -> measure(reading));
    }

    private static Outcome measure(Callable<?> reading) {
        long bytes = THREAD.getThreadAllocatedBytes(Thread.currentThread().getId());
        long nanoseconds = THREAD.getCurrentThreadCpuTime();
        Throwable failure = null;
        try {
            reading.call();
        } catch (Throwable e) { // the very thing that is tested: errors of the machine count too
            failure = e;
        }
        return new Outcome(
                failure,
                (THREAD.getCurrentThreadCpuTime() - nanoseconds) / 1e9,
                THREAD.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes);
    }

    boolean isRefusal() {
        return failure != null;
    }

    /** Fails unless this is a model or one sentence about a checkpoint, at a bounded cost. */
    void assertOrderly(Path file, String what) throws IOException {
        if (isRefusal()) {
            assertSentence(CheckpointException.class, file, what);
            assertThat(failure.getMessage()).as(what).startsWith("Checkpoint " + file + " ");
        }
        assertBounded(file, what);
    }

    /** Fails unless this is one sentence about a checkpoint, at a bounded cost. */
    void assertRefused(Path file, String what) throws IOException {
        assertThat(failure).as("%s must be refused", what).isNotNull();
        assertOrderly(file, what);
    }

    /** Fails unless this is one sentence about a file, at a bounded cost. */
    public void assertRefused(Class<? extends IOException> kind, Path file, String what)
            throws IOException {
        assertThat(failure).as("%s must be refused", what).isNotNull();
        assertSentence(kind, file, what);
        assertBounded(file, what);
    }

    private void assertBounded(Path file, String what) throws IOException {
        assertThat(cpuSeconds).as("seconds: %s", what).isLessThan(MOST_SECONDS);
        assertThat(allocated)
                .as("bytes set aside: %s", what)
                .isLessThan(MOST_BYTES + MOST_BYTES_PER_BYTE * size(file));
    }

    private void assertSentence(Class<? extends IOException> kind, Path file, String what) {
        if (!kind.isInstance(failure)) {
            throw new AssertionError(what + " ended in " + failure, failure);
        }
        assertThat(failure.getMessage())
                .as(what)
                .contains(file.toString())
                .endsWith(".")
                .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]")
                .hasSizeLessThan(file.toString().length() + 1000);
    }

    private static long size(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.size(file) : 0;
    }
}
