/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.List;
import org.onemodel.train.settings.Settings;

/**
 * The planes on which a model is measured while it is trained.
 *
 * @param share of the files that is held out; 0 if {@code images} are given
 * @param images folders, files and globs; empty if a share is held out
 * @param targets targets of {@code images}, by name
 * @param most at most this many planes are used
 */
public record ValidationConfig(double share, List<String> images, List<String> targets, int most) {

    private static final String KEY = "data.validation";
    private static final String TARGETS = "data.validationTargets";
    private static final String NUMBER = "[-+]?[0-9]*[.]?[0-9]+([eE][-+]?[0-9]+)?";

    /**
     * Checks the numbers.
     *
     * @throws org.onemodel.train.settings.TrainingException if one is impossible, with its key
     */
    public ValidationConfig {
        images = List.copyOf(images);
        targets = List.copyOf(targets);
        Settings.require(
                !images.isEmpty() || share > 0 && share < 1,
                KEY,
                "must be a folder, file or glob, or a share of the files between 0 and 1, not "
                        + share);
        Settings.require(most >= 1, "data.validationImages", "must be at least 1, not " + most);
    }

    static ValidationConfig read(Settings s, Supervision supervision) {
        List<String> given = s.texts(KEY, List.of("0.1"));
        int most = s.whole("data.validationImages", 24);
        if (given.size() == 1 && given.get(0).matches(NUMBER)) {
            double share = Double.parseDouble(given.get(0));
            return new ValidationConfig(share, List.of(), List.of(), most);
        }
        List<String> targets = supervision.needsTargets() ? s.texts(TARGETS, null) : List.of();
        return new ValidationConfig(0, given, targets, most);
    }
}
