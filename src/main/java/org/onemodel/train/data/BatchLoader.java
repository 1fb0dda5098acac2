/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.onemodel.train.settings.TrainingException;

/**
 * Makes batches in background threads, a few ahead of the training. Batch number i depends on the
 * seed and on i alone, so a resumed run sees what an uninterrupted one would have seen.
 */
public final class BatchLoader implements AutoCloseable {

    private final Sampler sampler;
    private final int count;
    private final long seed;
    private final ExecutorService threads;
    private final Queue<Future<Batch>> ahead = new ConcurrentLinkedQueue<>();
    private int nextToMake;

    /**
     * Starts.
     *
     * @param sampler makes samples
     * @param count samples in a batch
     * @param seed seed of the batches
     * @param first number of the first batch, from 0
     * @param threadCount threads that make batches
     */
    BatchLoader(Sampler sampler, int count, long seed, int first, int threadCount) {
        this.sampler = sampler;
        this.count = count;
        this.seed = seed;
        this.nextToMake = first;
        this.threads = Executors.newFixedThreadPool(threadCount, BatchLoader::daemon);
        for (int i = 0; i < 2 * threadCount + 2; i++) {
            makeOneMore();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "OneModel batch loader");
        thread.setDaemon(true);
        return thread;
    }

    private void makeOneMore() {
        int number = nextToMake++;
        ahead.add(threads.submit(() -> make(number)));
    }

    private Batch make(int number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        int side = sampler.side();
        int area = side * side;
        float[] input = new float[count * 3 * area];
        float[] target = new float[count * 3 * area];
        Optional<float[]> mask = Optional.empty();
        for (int n = 0; n < count; n++) {
            Sample sample = sampler.draw(random);
            System.arraycopy(sample.input(), 0, input, n * 3 * area, 3 * area);
            System.arraycopy(sample.target(), 0, target, n * 3 * area, 3 * area);
            if (sample.mask().isPresent()) {
                mask = mask.or(() -> Optional.of(new float[count * area]));
                System.arraycopy(sample.mask().get(), 0, mask.get(), n * area, area);
            }
        }
        return new Batch(count, side, input, target, mask);
    }

    /**
     * Waits for the next batch. To be called by one thread.
     *
     * @return the batch after the one before
     * @throws TrainingException if it could not be made, or the loader was closed
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    public Batch next() throws InterruptedException {
        Future<Batch> head = ahead.peek();
        if (head == null || threads.isShutdown()) {
            throw new TrainingException("There are no more batches: their loader was closed.");
        }
        try {
            Batch batch = head.get();
            ahead.remove();
            makeOneMore();
            return batch;
        } catch (CancellationException | RejectedExecutionException e) {
            throw new TrainingException("There are no more batches: their loader was closed.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TrainingException failure) {
                throw failure;
            }
            throw new TrainingException("A batch could not be made: " + e.getCause() + ".", e);
        }
    }

    /** Stops the threads; a thread that waits for a batch gets an exception. */
    @Override
    public void close() {
        threads.shutdownNow();
        ahead.forEach(batch -> batch.cancel(true));
    }
}
