/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.IJ;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;

/** Shows SciJava's status and progress in the status bar of a plain ImageJ. */
public final class StatusBar {

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
        IJ.showStatus(message == null ? "" : message);
        if (event.getProgressMaximum() > 0) {
            IJ.showProgress((double) event.getProgressValue() / event.getProgressMaximum());
        }
    }
}
