/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import java.util.function.BooleanSupplier;
import org.onemodel.restore.Progress;
import org.scijava.app.StatusService;

/**
 * Shows progress in SciJava's status.
 *
 * @param status where to show it
 * @param title what is being done, which starts each message
 * @param canceled whether to stop
 */
record StatusProgress(StatusService status, String title, BooleanSupplier canceled)
        implements Progress {

    private static final int STEPS = 1000;

    @Override
    public void update(double fractionDone, String message) {
        String text = message.isEmpty() ? title : title + ": " + message;
        status.showStatus((int) Math.round(fractionDone * STEPS), STEPS, text);
    }

    @Override
    public boolean isCanceled() {
        return canceled.getAsBoolean();
    }
}
