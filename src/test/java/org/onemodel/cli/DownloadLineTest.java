/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onemodel.fetch.Checksum;
import org.onemodel.fetch.VerifiedDownload;

class DownloadLineTest {

    private static final VerifiedDownload FILE =
            new VerifiedDownload(URI.create("https://example.org/a.pt"), Checksum.UNKNOWN);
    private static final long MEGA = 1_000_000;

    private final StringWriter told = new StringWriter();
    private long seconds;

    private DownloadLine line() {
        return new DownloadLine(new PrintWriter(told), () -> seconds * 1_000_000_000L).of(FILE);
    }

    @AfterEach
    void forgetTheTerminal() {
        System.clearProperty(Main.TERMINAL_PROPERTY);
    }

    @Test
    void aTerminalHasOneLineWithRateAndTimeLeft() {
        System.setProperty(Main.TERMINAL_PROPERTY, "true");
        DownloadLine line = line();

        line.update(100 * MEGA, 400 * MEGA); // 100 came in an earlier run
        seconds = 10;
        line.update(150 * MEGA, 400 * MEGA);
        line.clear();

        assertThat(told.toString().split("\r\u001b\\[K"))
                .containsExactly(
                        "",
                        "a.pt: 100.0 of 400.0 MB",
                        "a.pt: 150.0 of 400.0 MB, 5.0 MB/s, 0 min 50 s left");
    }

    @Test
    void aFileHasALineEveryHalfMinute() {
        DownloadLine line = line();
        for (seconds = 0; seconds < 70; seconds++) {
            line.update(seconds * MEGA, -1);
        }
        line.clear();

        assertThat(told.toString().lines())
                .containsExactly("a.pt: 30.0 MB, 1.0 MB/s", "a.pt: 60.0 MB, 1.0 MB/s");
    }

    @Test
    void aNewAttemptIsToldAnywhere() {
        line().retrying("the connection broke", Duration.ofSeconds(5));

        assertThat(told.toString().strip())
                .isEqualTo("a.pt: the connection broke; trying again in 5 s.");
    }
}
