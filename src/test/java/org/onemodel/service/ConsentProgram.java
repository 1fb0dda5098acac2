/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import org.onemodel.engine.Crash;
import org.onemodel.engine.EngineOffer;
import org.onemodel.fetch.DownloadMonitor;
import org.onemodel.restore.OneModelException;
import org.scijava.Context;
import org.scijava.Priority;
import org.scijava.plugin.PluginInfo;

/**
 * Prepares and starts PyTorch for a user who agrees to everything or to nothing, and prints what
 * the user was asked and what came of it.
 */
public final class ConsentProgram {

    static final String ASKED = "Asked: ";
    static final String REFUSED = "Refused: ";
    static final String STARTED = "Started: ";

    private ConsentProgram() {}

    /** The user who answers with the property {@code test.agrees}. */
    public static final class User implements EngineQuestions {

        /** For SciJava. */
        public User() {}

        private static boolean answer(String question) {
            System.out.println(ASKED + question);
            return Boolean.getBoolean("test.agrees");
        }

        @Override
        public boolean mayDownload(EngineOffer offer) {
            return answer(offer.title());
        }

        @Override
        public boolean mayTryAgain(Crash crash) {
            return answer(crash.sentence());
        }

        @Override
        public DownloadMonitor monitor() {
            return DownloadMonitor.NONE;
        }
    }

    /** Runs it. */
    public static void main(String[] args) {
        try (Context context = new Context(OneModelService.class)) {
            PluginInfo<EngineQuestions> user = new PluginInfo<>(User.class, EngineQuestions.class);
            user.setPriority(Priority.EXTREMELY_HIGH);
            context.getPluginIndex().add(user);
            EngineManager engine = context.service(OneModelService.class).engineManager();
            engine.prepare();
            System.out.println(STARTED + engine.status().devices());
        } catch (OneModelException e) {
            System.out.println(REFUSED + e.getMessage());
        }
    }
}
