/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.manager;

import ij.IJ;
import org.onemodel.command.Macros;
import org.onemodel.engine.Crash;
import org.onemodel.engine.EngineOffer;
import org.onemodel.fetch.DownloadMonitor;
import org.onemodel.service.EngineQuestions;
import org.scijava.plugin.Plugin;

/** Asks ImageJ's user before PyTorch is downloaded or tried again; never in a macro. */
@Plugin(type = EngineQuestions.class)
public final class EngineDialogs implements EngineQuestions {

    private static final String TITLE = "OneModel Engine";

    /** For SciJava. */
    public EngineDialogs() {}

    private static boolean isSomebodyThere() {
        return !Macros.isSilent() && !IJ.isMacro();
    }

    @Override
    public boolean mayDownload(EngineOffer offer) {
        return isSomebodyThere() && Dialogs.agreesFromAnyThread(TITLE, question(offer), "Download");
    }

    /** What is to be agreed to. */
    static String question(EngineOffer offer) {
        return "OneModel computes with PyTorch, which is not part of it. Download "
                + offer.title()
                + "?\n\nFrom: "
                + String.join("\nand: ", offer.sources())
                + "\nInto: "
                + offer.folder()
                + "\n\nThis is needed once. OneModel Engine... removes it again.";
    }

    @Override
    public boolean mayTryAgain(Crash crash) {
        return isSomebodyThere()
                && Dialogs.agreesFromAnyThread(TITLE, question(crash), "Try again");
    }

    /** What is to be agreed to. */
    static String question(Crash crash) {
        return crash.sentence()
                + "\n\nIf that happens again, images that are not saved are lost. Try again? If it"
                + " does, let OneModel Engine... remove it and install it anew.";
    }

    @Override
    public DownloadMonitor monitor() {
        return new DownloadWindow(TITLE);
    }
}
