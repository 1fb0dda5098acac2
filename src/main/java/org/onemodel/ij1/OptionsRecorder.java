/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.plugin.frame.Recorder;

/**
 * Writes options into ImageJ's recorder, such that {@link MacroOptions} reads the same values.
 *
 * <p>ImageJ itself brackets what has a space.
 */
final class OptionsRecorder {

    private OptionsRecorder() {}

    /**
     * Adds an option to the command that is being recorded, if any is.
     *
     * @param key a parameter's name
     * @param value its value
     */
    static void record(String key, String value) {
        if (Recorder.record) {
            Recorder.recordOption(key, Recorder.fixString(quoted(value)));
        }
    }

    /** A value without spaces that would be read as another if it stood alone. */
    private static String quoted(String value) {
        boolean misread = value.isEmpty() || value.startsWith("[") || value.startsWith("'");
        return misread && value.indexOf(' ') < 0 ? "[" + value + "]" : value;
    }
}
