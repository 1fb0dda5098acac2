/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

/**
 * Tells with each progress about how long the rest will take, from how long the work so far took.
 */
final class Pace implements Progress {

    private static final double NANOSECONDS = 1e9;

    /** Before that, a guess would be none. */
    private static final double FIRST_GUESS = 1;

    private final Progress whole;
    private final long start = System.nanoTime();

    /**
     * A pace that starts now.
     *
     * @param whole is told
     */
    Pace(Progress whole) {
        this.whole = whole;
    }

    @Override
    public void update(double fractionDone, String message) {
        double seconds = (System.nanoTime() - start) / NANOSECONDS;
        boolean known = fractionDone > 0 && fractionDone < 1 && seconds >= FIRST_GUESS;
        String left = known ? left(seconds * (1 / fractionDone - 1)) : "";
        boolean both = !left.isEmpty() && !message.isEmpty();
        whole.update(fractionDone, message + (both ? ", " : "") + left);
    }

    /** Rounded up, as people like to be early. */
    static String left(double seconds) {
        if (seconds < 60) {
            return "about " + (long) Math.ceil(seconds) + " s left";
        }
        double minutes = seconds / 60;
        return minutes < 120
                ? "about " + (long) Math.ceil(minutes) + " min left"
                : "about " + (long) Math.ceil(minutes / 60) + " h left";
    }

    @Override
    public boolean isCanceled() {
        return whole.isCanceled();
    }
}
