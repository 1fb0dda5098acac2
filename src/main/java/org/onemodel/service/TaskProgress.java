/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.onemodel.restore.Progress;
import org.scijava.app.StatusService;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

/**
 * The progress of one call where people look for it: in SciJava's status, which ImageJ shows in its
 * status bar, and as a SciJava task, whose button cancels the call.
 *
 * <p>Closing it, however the call ended, finishes the task and lets the progress bar vanish.
 */
final class TaskProgress implements Progress, AutoCloseable {

    /** The progress bar's length. */
    static final int STEPS = 1000;

    private final StatusService status;
    private final Task task;
    private final String title;
    private final BooleanSupplier canceled;
    private final AtomicBoolean taskCanceled = new AtomicBoolean();
    private String end = "";

    /**
     * Starts a task.
     *
     * @param status where to show progress
     * @param tasks makes the task
     * @param title what is being done, which starts each message
     * @param canceled whether to stop, besides the task's own button
     */
    TaskProgress(StatusService status, TaskService tasks, String title, BooleanSupplier canceled) {
        this.status = status;
        this.task = tasks.createTask("OneModel " + title);
        this.title = title;
        this.canceled = canceled;
        task.setCancelCallBack(() -> taskCanceled.set(true)); // pressed on another thread
        task.setProgressMaximum(STEPS);
        task.start();
    }

    @Override
    public void update(double fractionDone, String message) {
        show((int) Math.round(fractionDone * STEPS), STEPS, message);
    }

    /**
     * Shows steps of any length.
     *
     * @param done steps done
     * @param steps steps in all
     * @param message what is being done; may be empty
     */
    void show(int done, int steps, String message) {
        if (task.getProgressMaximum() != steps) { // each setter tells all who watch
            task.setProgressMaximum(steps);
        }
        task.setProgressValue(done);
        task.setStatusMessage(message);
        if (done < steps) { // the end is shown once, as SciJava may show events in another order
            status.showStatus(done, steps, message.isEmpty() ? title : title + ": " + message);
        }
    }

    /**
     * Sets what is shown at the end; nothing, unless this is called.
     *
     * @param message what was done
     */
    void endWith(String message) {
        end = title + ": " + message;
    }

    /**
     * Sets what is shown at the end of what was canceled. The host says so, too, and SciJava may
     * show the two in any order.
     *
     * @param canceled has the sentence
     */
    void endWith(CancellationException canceled) {
        end = canceled.getMessage();
    }

    @Override
    public boolean isCanceled() {
        return taskCanceled.get() || task.isCanceled() || canceled.getAsBoolean();
    }

    @Override
    public void close() {
        task.finish();
        status.showStatus(STEPS, STEPS, end);
    }
}
