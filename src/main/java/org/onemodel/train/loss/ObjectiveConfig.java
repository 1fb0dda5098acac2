/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.loss;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onemodel.lpips.LpipsNetwork;
import org.onemodel.train.settings.Settings;

/**
 * The weights of the losses, and what LPIPS needs.
 *
 * @param mse weight of the mean squared error
 * @param l1 weight of the mean absolute error
 * @param msSsim weight of 1 − MS-SSIM
 * @param lpips weight of LPIPS
 * @param network the network whose features LPIPS compares
 * @param weightsFolder where LPIPS's weights lie; empty for the user's own folder
 * @param fetch whether LPIPS's weights may be fetched from the network
 */
public record ObjectiveConfig(
        double mse,
        double l1,
        double msSsim,
        double lpips,
        LpipsNetwork network,
        Optional<Path> weightsFolder,
        boolean fetch) {

    private static final String MSE = "objective.mse";
    private static final String L1 = "objective.l1";
    private static final String MS_SSIM = "objective.msSsim";
    private static final String LPIPS = "objective.lpips.weight";
    private static final String FOLDER = "objective.lpips.weights";

    /**
     * Checks the values.
     *
     * @throws org.onemodel.train.settings.TrainingException if a weight is negative, with its key,
     *     or all are 0
     */
    public ObjectiveConfig {
        requireWeight(mse, MSE);
        requireWeight(l1, L1);
        requireWeight(msSsim, MS_SSIM);
        requireWeight(lpips, LPIPS);
        Settings.require(
                mse + l1 + msSsim + lpips > 0,
                MSE,
                "must be positive where no other weight of the objective is");
    }

    private static void requireWeight(double weight, String key) {
        Settings.require(weight >= 0, key, "must not be negative");
    }

    /**
     * Reads the settings below {@code objective}: without any, the mean squared error alone; the
     * mean squared error has no part where other weights are given and its own is not.
     *
     * @param s all settings
     * @return the settings
     */
    public static ObjectiveConfig read(Settings s) {
        boolean others = s.has(L1) || s.has(MS_SSIM) || s.has(LPIPS);
        return new ObjectiveConfig(
                s.number(MSE, others ? 0.0 : 1.0),
                s.number(L1, 0.0),
                s.number(MS_SSIM, 0.0),
                s.number(LPIPS, 0.0),
                s.choice("objective.lpips.network", LpipsNetwork.class, LpipsNetwork.SQUEEZE),
                s.has(FOLDER) ? Optional.of(Path.of(s.text(FOLDER, null))) : Optional.empty(),
                s.flag("objective.lpips.fetch", true));
    }

    /**
     * Whether pixels can be weighted, as training with blind spots does: only where each loss is a
     * mean over pixels.
     *
     * @return true if neither MS-SSIM nor LPIPS takes part
     */
    public boolean canBeMasked() {
        return msSsim == 0 && lpips == 0;
    }

    /**
     * The side of the smallest images that every loss which takes part can compare.
     *
     * @return pixels
     */
    public int smallestSide() {
        return Math.max(msSsim > 0 ? MsSsim.WINDOW : 1, lpips > 0 ? network.smallestSide() : 1);
    }

    /**
     * The names of the losses that take part.
     *
     * @return as {@link Terms#parts} names them, in the same order
     */
    public List<String> parts() {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put("mse", mse);
        weights.put("l1", l1);
        weights.put("msSsim", msSsim);
        weights.put("lpips", lpips);
        return weights.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
