/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import org.onemodel.engine.Crash;
import org.onemodel.engine.EngineOffer;
import org.onemodel.fetch.DownloadMonitor;
import org.scijava.plugin.SciJavaPlugin;

/**
 * Asks a user what nobody else may decide; where there is a user interface, SciJava finds one.
 *
 * <p>All methods are called on the thread that works, and wait for the answer. Where nobody can be
 * asked, as in a macro, the answer is no.
 */
public interface EngineQuestions extends SciJavaPlugin {

    /**
     * Whether PyTorch may be downloaded.
     *
     * @param offer what, from where and where to
     * @return true if the user agrees
     */
    boolean mayDownload(EngineOffer offer);

    /**
     * Whether a native library that took a Java down may be loaded again.
     *
     * @param crash what happened
     * @return true if the user agrees
     */
    boolean mayTryAgain(Crash crash);

    /**
     * Shows the download that the user agreed to, and lets it be canceled.
     *
     * @return is told how far it is, and closed at its end
     */
    DownloadMonitor monitor();
}
