/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DelayedPreviewTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());

    private DelayedPreview preview() {
        return new DelayedPreview(() -> events.add("removed"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What was shown may not have come to its end when it is removed, and is told so, too. */
    private static Set<String> different(List<String> events) {
        return new LinkedHashSet<>(events);
    }

    @Test
    void onlyTheLatestOfManyChangesIsShown() {
        assertTimeoutPreemptively(
                LIMIT,
                () -> {
                    CountDownLatch shown = new CountDownLatch(1);
                    try (DelayedPreview preview = preview()) {
                        for (int i = 0; i < 100; i++) {
                            preview.show(() -> events.add("an old one"));
                        }
                        preview.show(
                                () -> {
                                    events.add("the latest");
                                    shown.countDown();
                                });
                        await(shown);
                    }
                    assertThat(different(events)).containsExactly("the latest", "removed");
                });
    }

    @Test
    void aChangeStopsWhatIsComputedAndIsShownAfterIt() {
        assertTimeoutPreemptively(
                LIMIT,
                () -> {
                    CountDownLatch started = new CountDownLatch(1);
                    CountDownLatch changed = new CountDownLatch(1);
                    CountDownLatch shown = new CountDownLatch(1);
                    try (DelayedPreview preview = preview()) {
                        preview.show(
                                () -> {
                                    started.countDown();
                                    await(changed); // on its own thread, so this test goes on
                                    events.add("slow");
                                });
                        await(started);
                        preview.show(
                                () -> {
                                    events.add("next");
                                    shown.countDown();
                                });
                        changed.countDown();
                        await(shown);
                    }
                    assertThat(different(events)).containsExactly("removed", "slow", "next");
                });
    }

    @Test
    void whoeverComputesIsToldToStop() {
        assertTimeoutPreemptively(
                LIMIT,
                () -> {
                    CountDownLatch started = new CountDownLatch(1);
                    CountDownLatch stopped = new CountDownLatch(1);
                    DelayedPreview preview =
                            new DelayedPreview(
                                    () -> {
                                        events.add("removed");
                                        stopped.countDown();
                                    });
                    preview.show(
                            () -> {
                                started.countDown();
                                await(stopped);
                                events.add("stopped");
                            });
                    await(started);
                    preview.close();
                    assertThat(events).containsExactly("removed", "stopped", "removed");
                });
    }

    @Test
    void whatIsTakenBackAtOnceIsNeverShown() {
        assertTimeoutPreemptively(
                LIMIT,
                () -> {
                    try (DelayedPreview preview = preview()) {
                        preview.show(() -> events.add("shown"));
                        preview.remove();
                    }
                    assertThat(events).containsExactly("removed");
                });
    }

    @Test
    void withoutAPreviewThereIsNothingToRemove() {
        preview().close();

        assertThat(events).isEmpty();
    }
}
