/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.IJ;
import java.util.regex.Pattern;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;

/** Shows SciJava's status and progress in the status bar of a plain ImageJ. */
public final class StatusBar {

    /** What SciJava says of any command: less than ours says, and maybe after it. */
    private static final Pattern OF_ANY_COMMAND =
            Pattern.compile(
                    "(Running command|Command finished|Canceling command|Command canceled): .*");

    private volatile String last = "";

    /** A listener, to be subscribed to SciJava's events. */
    public StatusBar() {}

    /**
     * Shows a status.
     *
     * @param event message and progress
     */
    @EventHandler
    public void onEvent(StatusEvent event) {
        String message = event.getStatusMessage();
        if (message != null && !OF_ANY_COMMAND.matcher(message).matches()) {
            last = message;
            IJ.showStatus(message);
        }
        if (event.getProgressMaximum() > 0) {
            IJ.showProgress((double) event.getProgressValue() / event.getProgressMaximum());
        }
    }

    /** Shows the last message again, after ImageJ has cleared it by opening a window. */
    public void repeat() {
        IJ.showStatus(last);
    }
}
