/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what windows will show, and gives up in the end. */
final class Waiting {

    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final int PAUSE_MILLIS = 10;

    private Waiting() {}

    /**
     * Waits until something is so.
     *
     * @param condition is asked again and again
     * @param failure says what is missing
     * @throws AssertionError with that, after a minute
     */
    static void until(BooleanSupplier condition, Supplier<String> failure) {
        long end = System.nanoTime() + LONGEST_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(failure.get());
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
