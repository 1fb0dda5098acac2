/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows a preview again and again while options change, on a thread of its own: once they have been
 * left alone for a moment, and only with the latest ones.
 *
 * <p>Methods return at once, except {@link #close}, and may be called from any thread.
 */
final class DelayedPreview implements AutoCloseable {

    private static final long QUIET_MILLISECONDS = 300;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(DelayedPreview::thread);
    private final Runnable removal;
    private Future<?> next; // null while none is wanted
    private volatile boolean computing;

    /**
     * A preview that is not shown yet.
     *
     * @param removal takes the preview away, and stops the one that is being computed, if there is
     *     any; may be called from any thread
     */
    DelayedPreview(Runnable removal) {
        this.removal = removal;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "OneModel preview");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Shows a preview soon, unless another follows at once; one that is being computed stops.
     *
     * @param preview computes and shows it
     */
    synchronized void show(Runnable preview) {
        forgetNext();
        if (computing) {
            removal.run();
        }
        next = thread.schedule(() -> run(preview), QUIET_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private void run(Runnable preview) {
        computing = true;
        try {
            preview.run();
        } finally {
            computing = false;
        }
    }

    /** Takes the preview away. */
    synchronized void remove() {
        if (next == null) {
            return;
        }
        forgetNext();
        next = null;
        if (computing) {
            removal.run(); // so that it stops; it may come to its end all the same, and then goes
        }
        thread.execute(removal);
    }

    private void forgetNext() {
        if (next != null) {
            next.cancel(false); // what runs already runs to its end
        }
    }

    /** Takes the preview away for good, and waits until it is. */
    @Override
    public void close() {
        remove();
        thread.shutdown();
        try {
            thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
