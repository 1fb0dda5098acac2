/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.onemodel.train.ProgressWords;

/**
 * What a training run has left.
 *
 * @param name the model's name
 * @param bundle absolute path of the bundle of the best validation
 * @param measured PSNR in dB of that validation, by condition
 */
public record TrainedModel(String name, Path bundle, Map<String, Double> measured) {

    /** Copies the figures. */
    public TrainedModel {
        measured = new TreeMap<>(measured);
    }

    /** In one line, for people. */
    @Override
    public String toString() {
        return "Trained "
                + name
                + ": best validation "
                + ProgressWords.ofValidation(measured)
                + ", bundle "
                + bundle;
    }
}
