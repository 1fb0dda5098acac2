/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.util.Map;
import org.onemodel.train.TrainingListener.Line;
import org.onemodel.train.record.Means;

/** The means of a run's figures and its speed, from one line of the history to the next. */
final class LineMeter {

    private static final double NANOSECONDS = 1e9;

    private final RunConfig run;
    private final Means means = new Means();
    private int steps;
    private long start = System.nanoTime();

    LineMeter(RunConfig run) {
        this.run = run;
    }

    /** Takes in what a step gave. */
    void add(Map<String, Double> figures) {
        means.add(figures);
        steps++;
    }

    /** The line after so many iterations; what follows counts for the next. */
    Line line(int done) {
        double rate = steps * NANOSECONDS / (System.nanoTime() - start);
        double left = (run.iterations() - done) / rate;
        steps = 0;
        return new Line(done, run.iterations(), rate * run.samplesPerStep(), left, means.take());
    }

    /** Forgets the time since the last line: validating is not training. */
    void restart() {
        start = System.nanoTime();
    }
}
