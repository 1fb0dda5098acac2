/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.LongSupplier;

/**
 * Progress as people read it: with the share that is done and about how long the rest will take,
 * such as "slice 3 of 20, 41 %, 2 min 10 s left"; never going back, and no more often than ten
 * times a second.
 *
 * <p>For the thread that computes.
 */
public final class Pace implements Progress {

    private static final double NANOSECONDS = 1e9;
    private static final long BETWEEN_UPDATES = 100_000_000;

    /** Before that, a guess would be none. */
    private static final double FIRST_GUESS = 1;

    private final Progress shown;
    private final LongSupplier clock;
    private boolean begun;
    private double done;
    private long lastUpdate;
    private double firstDone;
    private long firstTime;

    /**
     * A pace by the system's clock.
     *
     * @param shown is told, and says whether to stop
     */
    public Pace(Progress shown) {
        this(shown, System::nanoTime);
    }

    /** A pace by any clock, in nanoseconds. */
    Pace(Progress shown, LongSupplier clock) {
        this.shown = shown;
        this.clock = clock;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A share smaller than an earlier one, as where work is repeated for want of memory, counts
     * as that.
     */
    @Override
    public void update(double fractionDone, String message) {
        long now = clock.getAsLong();
        boolean ends = fractionDone >= 1 && done < 1;
        done = Math.max(done, Math.min(1, fractionDone));
        if (firstDone == 0) { // reading and the first tiles are not as fast as the rest
            firstDone = done;
            firstTime = now;
        }
        if (!begun || ends || now - lastUpdate >= BETWEEN_UPDATES) {
            begun = true;
            lastUpdate = now;
            shown.update(done, words(message, now));
        }
    }

    private String words(String message, long now) {
        StringJoiner words = new StringJoiner(", ");
        if (!message.isEmpty()) {
            words.add(message);
        }
        if (done > 0 && done < 1) {
            words.add(String.format(Locale.ROOT, "%.0f %%", Math.floor(100 * done)));
        }
        double seconds = (now - firstTime) / NANOSECONDS;
        if (done > firstDone && done < 1 && seconds >= FIRST_GUESS) {
            words.add(left(seconds / (done - firstDone) * (1 - done)));
        }
        return words.toString();
    }

    static String left(double seconds) {
        return words(seconds) + " left";
    }

    /** A time in words, rounded up, as people like to be early. */
    static String words(double seconds) {
        long whole = (long) Math.ceil(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        if (whole <= 600) {
            long tens = (whole + 9) / 10;
            return tens / 6 + " min" + (tens % 6 == 0 ? "" : " " + tens % 6 + "0 s");
        }
        long minutes = (whole + 59) / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        long fives = (minutes + 4) / 5;
        return fives / 12 + " h" + (fives % 12 == 0 ? "" : " " + 5 * (fives % 12) + " min");
    }

    @Override
    public boolean isCanceled() {
        return shown.isCanceled();
    }
}
