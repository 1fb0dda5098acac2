/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

import java.time.Duration;
import java.util.List;

/**
 * How long a download waits.
 *
 * @param silence how long nothing may come before a connection counts as broken
 * @param pauses how long to wait before each further attempt, after which it is given up; when
 *     something new has come, the count begins anew
 */
record Patience(Duration silence, List<Duration> pauses) {

    /** Half a minute of silence; three more attempts. */
    static final Patience STANDARD =
            new Patience(
                    Duration.ofSeconds(30),
                    List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(25)));

    Patience {
        pauses = List.copyOf(pauses);
    }
}
