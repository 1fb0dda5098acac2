/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.manager;

import java.awt.Component;
import java.awt.Cursor;
import java.awt.EventQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Does what takes time beside the event dispatch thread, one thing at a time, and tells its window
 * when it begins and ends.
 *
 * <p>For the event dispatch thread.
 */
final class BackgroundWork {

    private final Component window;
    private final String title;
    private final Consumer<String> busy;

    /**
     * Work for a window.
     *
     * @param window the window, which failures are shown above
     * @param title title of messages
     * @param busy is told what is done, and at the end an empty text
     */
    BackgroundWork(Component window, String title, Consumer<String> busy) {
        this.window = window;
        this.title = title;
        this.busy = busy;
    }

    /**
     * Does something.
     *
     * @param <T> what it gives
     * @param words what is done, as in "Checking…"
     * @param work done on a thread of its own, which may be interrupted
     * @param done takes the result on the event dispatch thread
     */
    <T> void run(String words, Callable<T> work, Consumer<T> done) {
        busy.accept(words);
        window.setCursor(Cursor.getPredefinedCursor(Cursor.WAIT_CURSOR));
        Thread thread = new Thread(() -> compute(work, done), "OneModel window");
        thread.setDaemon(true);
        thread.start();
    }

    private <T> void compute(Callable<T> work, Consumer<T> done) {
        try {
            T result = work.call();
            end(() -> done.accept(result));
        } catch (CancellationException e) {
            end(() -> busy.accept(e.getMessage()));
        } catch (Exception | LinkageError e) {
            end(() -> Dialogs.tell(window, title, e));
        }
    }

    private void end(Runnable last) {
        EventQueue.invokeLater(
                () -> {
                    busy.accept("");
                    window.setCursor(Cursor.getDefaultCursor());
                    last.run();
                });
    }
}
