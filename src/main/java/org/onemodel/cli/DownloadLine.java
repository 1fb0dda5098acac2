/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.onemodel.fetch.DownloadProgress;
import org.onemodel.fetch.VerifiedDownload;
import org.onemodel.train.ProgressWords;

/**
 * Tells how far a download is: in one line that changes on a terminal, and in a line every half a
 * minute where messages go to a file.
 */
final class DownloadLine implements DownloadProgress {

    private static final String ERASE_LINE = "\r\u001b[K";
    private static final long SPARSE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final double MEGA = 1e6;

    private final PrintWriter messages;
    private final LongSupplier clock;
    private final boolean terminal = Boolean.getBoolean(Main.TERMINAL_PROPERTY);

    private String file = "";
    private boolean started;
    private long startedAt;
    private long startedWith;
    private long toldAt;

    DownloadLine(PrintWriter messages) {
        this(messages, System::nanoTime);
    }

    /**
     * With a clock.
     *
     * @param messages where the line goes
     * @param clock nanoseconds since any moment
     */
    DownloadLine(PrintWriter messages, LongSupplier clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Begins anew with another file. */
    DownloadLine of(VerifiedDownload download) {
        file = download.fileName();
        started = false;
        return this;
    }

    @Override
    public void update(long received, long total) {
        long now = clock.getAsLong();
        if (!started) {
            started = true;
            startedAt = now;
            startedWith = received;
            toldAt = now;
        }
        if (terminal) {
            messages.print(ERASE_LINE + words(received, total, now));
            messages.flush();
        } else if (now - toldAt >= SPARSE_NANOS) {
            toldAt = now;
            messages.println(words(received, total, now));
            messages.flush();
        }
    }

    private String words(long received, long total, long now) {
        double seconds = (now - startedAt) / 1e9;
        double rate = seconds > 0 ? (received - startedWith) / seconds : 0;
        StringBuilder words = new StringBuilder(file + ": ");
        words.append(format("%.1f", received / MEGA));
        words.append(total < 0 ? " MB" : format(" of %.1f MB", total / MEGA));
        if (rate > 0) {
            words.append(format(", %.1f MB/s", rate / MEGA));
            if (total >= 0) {
                String left = ProgressWords.duration((total - received) / rate);
                words.append(", ").append(left).append(" left");
            }
        }
        return words.toString();
    }

    private static String format(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    @Override
    public void retrying(String reason, Duration pause) {
        clear();
        messages.println(file + ": " + reason + "; trying again in " + pause.toSeconds() + " s.");
        messages.flush();
    }

    /** Removes the line, before something else is printed. */
    void clear() {
        if (terminal) {
            messages.print(ERASE_LINE);
            messages.flush();
        }
    }
}
