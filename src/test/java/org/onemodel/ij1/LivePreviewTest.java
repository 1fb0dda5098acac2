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
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LivePreviewTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());

    private LivePreview preview() {
        return new LivePreview(() -> events.add("removed"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void onlyTheLatestOfManyChangesIsShown() {
        assertTimeoutPreemptively(
                LIMIT,
                () -> {
                    CountDownLatch shown = new CountDownLatch(1);
                    try (LivePreview preview = preview()) {
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
                    assertThat(events).containsExactly("the latest", "removed");
                });
    }

    @Test
    void changesWhileOneIsComputedAreShownAfterIt() {
        assertTimeoutPreemptively(
                LIMIT,
                () -> {
                    CountDownLatch started = new CountDownLatch(1);
                    CountDownLatch changed = new CountDownLatch(1);
                    CountDownLatch shown = new CountDownLatch(1);
                    try (LivePreview preview = preview()) {
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
                    assertThat(events).containsExactly("slow", "next", "removed");
                });
    }

    @Test
    void whatIsTakenBackAtOnceIsNeverShown() {
        assertTimeoutPreemptively(
                LIMIT,
                () -> {
                    try (LivePreview preview = preview()) {
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
