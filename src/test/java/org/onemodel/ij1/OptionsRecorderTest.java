/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.plugin.frame.Recorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsRecorderTest {

    private boolean before;

    @BeforeEach
    void startRecording() {
        before = Recorder.record;
        Recorder.record = true;
        Recorder.resetCommandOptions();
    }

    @AfterEach
    void stopRecording() {
        Recorder.record = before;
        Recorder.resetCommandOptions();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compact-denoise",
                "two words",
                "",
                " ",
                "C:\\Bilder\\Zelle 1.tif",
                "/home/müller/Süßes Bild.yaml",
                "a [bracketed] name",
                "[bracketed]",
                "'quoted'",
                "it's",
                "say \"no\"",
                "0.5",
                "iterations=300; every.log=5",
                "a=b",
                "new\nline"
            })
    void aRecordedValueComesBackFromTheMacro(String value) {
        OptionsRecorder.record("first", value);
        OptionsRecorder.record("second", "2");
        String line = "return \"" + Recorder.getCommandOptions() + "\";";

        MacroOptions options = MacroOptions.parse(IJ.runMacro(line) + " ");

        assertThat(options.value("first")).as(line).contains(value);
        assertThat(options.value("second")).as(line).contains("2");
    }

    @Test
    void nothingIsRecordedWithoutARecorder() {
        Recorder.record = false;
        OptionsRecorder.record("model", "tiny");

        assertThat(Recorder.getCommandOptions()).isNull();
    }
}
