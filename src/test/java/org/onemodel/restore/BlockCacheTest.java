/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BlockCacheTest {

    /** The blocks that were made, in order. */
    private final List<Long> made = new ArrayList<>();

    private final BlockCache<String> cache = new BlockCache<>(10, String::length);

    private String get(long index, int length) {
        return cache.get(
                index,
                key -> {
                    made.add(key);
                    return "x".repeat(length);
                });
    }

    @Test
    void blocksStayWhileTheyFit() {
        get(1, 4);
        get(2, 6);
        get(1, 4);
        get(2, 6);
        assertThat(made).containsExactly(1L, 2L);
    }

    @Test
    void theOneWhoseLastUseIsLongestAgoGoesFirst() {
        get(1, 4);
        get(2, 4);
        assertThat(cache.ifPresent(1)).isPresent();
        get(3, 4);
        assertThat(cache.ifPresent(2)).isEmpty();
        assertThat(cache.ifPresent(1)).isPresent();
        assertThat(cache.ifPresent(3)).isPresent();
    }

    @Test
    void aBlockLargerThanTheMemoryStaysAlone() {
        get(1, 4);
        get(2, 100);
        assertThat(cache.ifPresent(1)).isEmpty();
        assertThat(cache.ifPresent(2)).isPresent();
        get(3, 4);
        assertThat(cache.ifPresent(2)).isEmpty();
        get(4, 6);
        assertThat(cache.ifPresent(3)).isPresent();
    }

    @Test
    void whatCouldNotBeMadeIsTriedAgain() {
        assertThatThrownBy(
                        () ->
                                cache.get(
                                        1,
                                        key -> {
                                            throw new IllegalStateException("no");
                                        }))
                .hasMessage("no");
        assertThat(get(1, 3)).isEqualTo("xxx");
        assertThat(cache.ifPresent(1)).isPresent();
    }

    @Test
    void whoeverAsksForABlockThatIsBeingMadeWaitsForIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<String> first =
                threads.submit(
                        () ->
                                cache.get(
                                        1,
                                        key -> {
                                            begun.countDown();
                                            await(mayEnd);
                                            return "first";
                                        }));
        begun.await();
        Future<String> second = threads.submit(() -> cache.get(1, key -> "second"));
        for (int i = 2; i < 50; i++) {
            get(i, 4); // others do not push out what is being made
        }
        mayEnd.countDown();
        assertThat(first.get()).isEqualTo("first");
        assertThat(second.get()).isEqualTo("first");
        threads.shutdown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoWaitsCanBeInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(1);
        Future<String> first =
                threads.submit(
                        () ->
                                cache.get(
                                        1,
                                        key -> {
                                            begun.countDown();
                                            await(mayEnd);
                                            return "first";
                                        }));
        begun.await();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> get(1, 3))
                .isInstanceOf(OneModelException.class)
                .hasMessageStartingWith("The thread was interrupted while it waited");
        assertThat(Thread.interrupted()).isTrue();
        mayEnd.countDown();
        assertThat(first.get()).isEqualTo("first");
        assertThat(get(1, 3)).isEqualTo("first");
        threads.shutdown();
    }
}
