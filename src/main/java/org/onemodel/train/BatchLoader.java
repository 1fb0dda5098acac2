/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Makes batches in a background thread, a few ahead of the training. Batch number i depends on the
 * seed and on i alone, so a resumed run sees what an uninterrupted one would have seen.
 */
final class BatchLoader implements AutoCloseable {

    private static final int AHEAD = 4;

    private final TrainingConfig config;
    private final TrainingImages images;
    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;

    BatchLoader(TrainingConfig config, TrainingImages images, int firstIteration) {
        this.config = config;
        this.images = images;
        this.thread = new Thread(() -> load(firstIteration), "OneModel batch loader");
        thread.setDaemon(true);
        thread.start();
    }

    private void load(int firstIteration) {
        try {
            for (int i = firstIteration; !Thread.currentThread().isInterrupted(); i++) {
                queue.put(make(i));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Batch make(int iteration) {
        SplittableRandom random = new SplittableRandom(config.seed() * 1_000_003 + iteration);
        int length = 3 * config.crop() * config.crop();
        float[] input = new float[config.batch() * length];
        float[] target = new float[config.batch() * length];
        for (int n = 0; n < config.batch(); n++) {
            boolean grey = random.nextDouble() < config.greyShare();
            float[] sample = images.sample(config.crop(), grey, random);
            System.arraycopy(sample, 0, target, n * length, length);
            config.noise().addTo(sample, 3, grey, random);
            System.arraycopy(sample, 0, input, n * length, length);
        }
        return new Batch(input, target);
    }

    Batch next() throws InterruptedException {
        return queue.take();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
