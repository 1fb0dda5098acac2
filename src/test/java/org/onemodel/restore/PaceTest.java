/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long MILLISECOND = 1_000_000;

    private final AtomicLong clock = new AtomicLong(5);
    private final List<Double> fractions = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private final Pace pace =
            new Pace(
                    new Progress() {
                        @Override
                        public void update(double fractionDone, String message) {
                            fractions.add(fractionDone);
                            messages.add(message);
                        }

                        @Override
                        public boolean isCanceled() {
                            return !fractions.isEmpty();
                        }
                    },
                    clock::get);

    private void after(long milliseconds, double fractionDone, String message) {
        clock.addAndGet(milliseconds * MILLISECOND);
        pace.update(fractionDone, message);
    }

    @Test
    void shareAndTimeLeftFollowTheMessage() {
        after(0, 0, "reading");
        after(60_000, 0.11, "slice 1 of 20"); // reading does not count
        after(60_000, 0.41, "slice 9 of 20");
        after(500, 0.4149, "");

        assertThat(messages)
                .containsExactly(
                        "reading",
                        "slice 1 of 20, 11 %",
                        "slice 9 of 20, 41 %, 2 min left",
                        "41 %, 2 min left");
    }

    @Test
    void itNeverGoesBackAndEndsAtOne() {
        after(0, 0.5, "");
        after(200, 0, "too little memory");
        after(200, 0.25, "");
        after(200, 1.5, "");

        assertThat(fractions).containsExactly(0.5, 0.5, 0.5, 1.0);
        assertThat(messages.get(1)).isEqualTo("too little memory, 50 %");
        assertThat(messages.get(3)).isEmpty();
    }

    @Test
    void ofManyUpdatesTenASecondAreShownAndTheLast() {
        for (int i = 0; i < 1000; i++) {
            after(1, i / 1000.0, "");
        }
        after(1, 1, "");

        assertThat(fractions).hasSizeBetween(10, 12).isSorted().endsWith(1.0);
    }

    @Test
    void theTimeThatIsLeftIsSaidInRoundNumbers() {
        assertThat(Pace.left(0.2)).isEqualTo("1 s left");
        assertThat(Pace.left(59)).isEqualTo("59 s left");
        assertThat(Pace.left(59.5)).isEqualTo("1 min left");
        assertThat(Pace.left(121)).isEqualTo("2 min 10 s left");
        assertThat(Pace.left(600)).isEqualTo("10 min left");
        assertThat(Pace.left(601)).isEqualTo("11 min left");
        assertThat(Pace.left(3590)).isEqualTo("1 h left");
        assertThat(Pace.left(3 * 3600 + 61)).isEqualTo("3 h 5 min left");
    }

    @Test
    void itIsCanceledWithWhatItTells() {
        assertThat(pace.isCanceled()).isFalse();
        after(0, 0, "");
        assertThat(pace.isCanceled()).isTrue();
    }
}
