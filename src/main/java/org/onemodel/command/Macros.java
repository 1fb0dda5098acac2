/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** What a command owes the ImageJ macro that runs it: to stop on failure, to select the result. */
public final class Macros {

    private static final String TITLE = "OneModel";

    private Macros() {}

    /**
     * Stops the running macro with a message; without a macro, does nothing.
     *
     * <p>The host goes on with the macro's next line when a command throws, so the command has to
     * stop it itself. No dialog opens in batch mode or without a user interface: there the message
     * goes to ImageJ's log, which is the console where there is no window.
     *
     * @param message one sentence
     */
    public static void stop(String message) {
        if (!IJ.isMacro()) {
            return;
        }
        if (isSilent()) {
            IJ.log(TITLE + ": " + message);
            Interpreter macro = Interpreter.getInstance();
            if (macro != null) {
                macro.setIgnoreErrors(true); // it then ends without its dialog
                macro.abort(message);
            }
            abort();
        } else {
            error(message);
        }
    }

    /**
     * Does what a command does; if that fails or is canceled, a running macro stops.
     *
     * @param work throws {@link CancellationException} once it is canceled
     * @param cancel tells the host why, of a canceled command
     */
    static void stopUnlessDone(Runnable work, Consumer<String> cancel) {
        IJ.resetEscape();
        try {
            work.run();
        } catch (CancellationException e) {
            cancel.accept(e.getMessage());
            stop(e.getMessage());
        } catch (RuntimeException e) {
            stop(e.getMessage());
            throw e;
        }
    }

    private static void error(String message) {
        try {
            IJ.error(TITLE, message);
        } catch (RuntimeException e) {
            ignoreCanceled(e);
        }
    }

    private static void abort() {
        try {
            Macro.abort();
        } catch (RuntimeException e) {
            ignoreCanceled(e);
        }
    }

    /** ImageJ unwinds the macro's own thread with this; here the command's failure does. */
    private static void ignoreCanceled(RuntimeException e) {
        if (!Macro.MACRO_CANCELED.equals(e.getMessage())) {
            throw e;
        }
    }

    /**
     * Makes an image the one that the macro's next line works on, where the host would lose it: in
     * batch mode and without a user interface. Elsewhere the host shows it in a window.
     *
     * @param image the image
     * @param caller the thread that waits for the command, or null if it is this one
     */
    static void select(ImagePlus image, Thread caller) {
        if (!IJ.isMacro() && !Interpreter.isBatchMode() || !isSilent()) {
            return;
        }
        image.show();
        if (caller != null) {
            // ImageJ keeps the selected image per thread, and a pool's thread comes back later.
            WindowManager.setTempCurrentImage(null);
            WindowManager.setTempCurrentImage(caller, image);
        }
    }

    /**
     * Whether a macro gave options, so that nothing may be asked: what it left out has its default.
     *
     * @return false if a user, a script or a macro without options runs the command
     */
    public static boolean hasOptions() {
        return Macro.getOptions() != null;
    }

    /**
     * Whether no window may open.
     *
     * @return true in batch mode and without a user interface
     */
    public static boolean isSilent() {
        return IJ.getInstance() == null || Interpreter.isBatchMode();
    }
}
