/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onemodel.train.TrainingListener.Control;
import org.onemodel.train.TrainingListener.Line;

class TrainingListenersTest {

    private static final Line LINE =
            new Line(
                    50,
                    300,
                    81.25,
                    65,
                    Map.of("loss", 0.0123456, "learningRate", 4e-4, "gradientNorm", 2.0));

    private static TrainingListener wishing(Control control) {
        return () -> control;
    }

    @Test
    void theOneWhoWantsToEndARunSoonestDecides() {
        TrainingListener goOn = wishing(Control.GO_ON);
        TrainingListener stop = wishing(Control.STOP);
        TrainingListener cancel = wishing(Control.CANCEL);

        assertThat(TrainingListener.all(goOn, goOn).control()).isEqualTo(Control.GO_ON);
        assertThat(TrainingListener.all(goOn, stop, goOn).control()).isEqualTo(Control.STOP);
        assertThat(TrainingListener.all(stop, cancel, stop).control()).isEqualTo(Control.CANCEL);
    }

    @Test
    void allAreToldInTheirOrder() {
        List<String> told = new ArrayList<>();
        TrainingListener.all(noting("first", told), noting("second", told)).logged(LINE);

        assertThat(told).containsExactly("first 50", "second 50");
    }

    private static TrainingListener noting(String name, List<String> told) {
        return new TrainingListener() {
            @Override
            public void logged(Line line) {
                told.add(name + " " + line.iteration());
            }

            @Override
            public Control control() {
                return Control.GO_ON;
            }
        };
    }

    @Test
    void aLineInWordsHasLossesSpeedAndTimeLeft() {
        assertThat(ProgressWords.of(LINE))
                .isEqualTo(
                        "50 of 300: loss 0.01235, rate 4.00e-04, 81.3 images/s, 1 min 05 s left");
        assertThat(ProgressWords.ofValidation(Map.of("psnr b", 28.254, "psnr a", 30.0)))
                .isEqualTo("psnr a 30.00 dB, psnr b 28.25 dB");
    }
}
