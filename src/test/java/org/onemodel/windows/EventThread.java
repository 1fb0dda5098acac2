/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** AWT's thread of events, where windows are read and used. */
final class EventThread {

    private EventThread() {}

    /** Gets something there. */
    static <T> T get(Supplier<T> supplier) {
        AtomicReference<T> result = new AtomicReference<>();
        run(() -> result.set(supplier.get()));
        return result.get();
    }

    /** Does something there, after all events so far. */
    static void run(Runnable task) {
        try {
            EventQueue.invokeAndWait(task);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts an event behind all others, and doesn't wait for what it does. */
    static void post(AWTEvent event) {
        Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(event);
    }
}
