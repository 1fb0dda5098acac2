/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.onemodel.train.settings.Settings;

/**
 * The noise that is added to clean images. One of several kinds is chosen for each sample, each as
 * often as its share says.
 *
 * @param kinds the kinds; empty for none
 * @param round whether the noisy input is rounded to whole grey levels of 255
 * @param clip whether the noisy input is clipped to 0..255
 */
public record NoiseConfig(List<NoiseKind> kinds, boolean round, boolean clip) {

    /** No noise: a network learns to reconstruct. */
    public static final NoiseConfig NONE = new NoiseConfig(List.of(), false, false);

    /** Copies the list. */
    public NoiseConfig {
        kinds = List.copyOf(kinds);
    }

    /**
     * Reads all keys below {@code noise}; without any there is no noise.
     *
     * @param s the settings
     * @return the noise
     * @throws org.onemodel.train.settings.TrainingException if a setting is impossible, with its
     *     key
     */
    public static NoiseConfig read(Settings s) {
        List<NoiseKind> kinds = new ArrayList<>();
        if (s.has("noise.gaussian") || s.has("noise.sigma")) {
            kinds.add(GaussianNoise.read(s));
        }
        if (s.has("noise.poissonGaussian")) {
            kinds.add(PoissonGaussianNoise.read(s));
        }
        return kinds.isEmpty()
                ? NONE
                : new NoiseConfig(kinds, s.flag("noise.round", false), s.flag("noise.clip", false));
    }

    /**
     * The same rounding and clipping with one kind of noise.
     *
     * @param kind the kind
     * @return the noise
     */
    NoiseConfig only(NoiseKind kind) {
        return new NoiseConfig(List.of(kind), round, clip);
    }

    /**
     * Adds noise in place; without noise nothing changes.
     *
     * @param sample {@code [3, pixels]}, values in [-1, 1]
     * @param grey whether the three channels are equal, and must stay so
     * @param random the generator
     */
    public void addTo(float[] sample, boolean grey, SplittableRandom random) {
        if (isNone()) {
            return;
        }
        chosen(random).addTo(sample, grey, random);
        if (round || clip) {
            for (int i = 0; i < sample.length; i++) {
                float level = (sample[i] + 1) * NoiseKind.LEVELS;
                level = clip ? Math.max(0, Math.min(255, level)) : level;
                sample[i] = (round ? Math.round(level) : level) / NoiseKind.LEVELS - 1;
            }
        }
    }

    private NoiseKind chosen(SplittableRandom random) {
        double left = random.nextDouble() * kinds.stream().mapToDouble(NoiseKind::share).sum();
        for (NoiseKind kind : kinds) {
            left -= kind.share();
            if (left < 0) {
                return kind;
            }
        }
        return kinds.get(kinds.size() - 1);
    }

    /**
     * Whether the input stays as it is.
     *
     * @return true if there is no kind, or none of a positive strength
     */
    public boolean isNone() {
        return kinds.stream().allMatch(NoiseKind::isNone);
    }

    /**
     * What is added, for a model card.
     *
     * @return one sentence
     */
    public String describe() {
        if (isNone()) {
            return "No noise is added.";
        }
        String text = kinds.stream().map(NoiseKind::describe).collect(Collectors.joining(", or "));
        String ending =
                round && clip
                        ? ", rounded and clipped to 0..255"
                        : round ? ", rounded" : clip ? ", clipped to 0..255" : "";
        return text + ending + ".";
    }

    /**
     * The standard deviations of the Gaussian noise.
     *
     * @return the smallest and the largest, of 255; empty if there is no Gaussian noise
     */
    public List<Double> sigmaRange() {
        for (NoiseKind kind : kinds) {
            if (kind instanceof GaussianNoise gaussian && !kind.isNone()) {
                return List.of(gaussian.range().low(), gaussian.range().high());
            }
        }
        return List.of();
    }
}
