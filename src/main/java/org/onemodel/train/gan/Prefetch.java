/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.onemodel.train.settings.TrainingException;

/** Makes the batches of the coming iterations in a background thread, a few ahead. */
final class Prefetch<T> implements AutoCloseable {

    private static final int AHEAD = 4;

    private final IntFunction<T> make;
    private final ExecutorService thread;
    private final Queue<Future<T>> queue = new ArrayDeque<>();
    private int next;

    /**
     * Starts.
     *
     * @param make makes the batch of an iteration
     * @param first the first iteration
     */
    Prefetch(IntFunction<T> make, int first) {
        this.make = make;
        this.next = first;
        this.thread =
                Executors.newSingleThreadExecutor(
                        task -> {
                            Thread loader = new Thread(task, "OneModel batch loader");
                            loader.setDaemon(true);
                            return loader;
                        });
        for (int i = 0; i < AHEAD; i++) {
            submit();
        }
    }

    private void submit() {
        int iteration = next++;
        queue.add(thread.submit(() -> make.apply(iteration)));
    }

    /**
     * The next batch, waited for if need be.
     *
     * @throws TrainingException if it could not be made, or the wait was interrupted
     */
    T next() {
        submit();
        try {
            return queue.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrainingException("Training was interrupted; resume it with --resume.", e);
        } catch (ExecutionException e) {
            throw new TrainingException("A batch could not be made: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
