/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.onemodel.train.settings.Settings;

/**
 * Additive Gaussian noise; neither rounded nor clipped.
 *
 * @param share weight among the kinds of noise
 * @param sigmas standard deviations of 255 to choose from; empty if one is drawn from {@code range}
 * @param range from the smallest to the largest standard deviation; σ is drawn uniformly from it
 *     unless there are {@code sigmas}
 * @param field whether channels get the same noise; grey samples always do
 */
public record GaussianNoise(double share, List<Double> sigmas, Range range, NoiseField field)
        implements NoiseKind {

    private static final String KEY = "noise.gaussian";

    /**
     * Checks the numbers.
     *
     * @throws org.onemodel.train.settings.TrainingException if one is impossible, with its key
     */
    public GaussianNoise {
        sigmas = List.copyOf(sigmas);
        Settings.require(share > 0, KEY + ".share", "must be positive, not " + share);
        Settings.require(range.low() >= 0, KEY + ".sigma", "must not be negative, but is " + range);
    }

    /**
     * Noise of one strength.
     *
     * @param sigma the standard deviation, of 255
     * @param field whether channels get the same noise
     * @return the noise
     */
    public static GaussianNoise of(double sigma, NoiseField field) {
        return new GaussianNoise(1, List.of(), new Range(sigma, sigma), field);
    }

    static GaussianNoise read(Settings s) {
        String shortForm = "noise.sigma";
        String range = s.has(shortForm) ? shortForm : KEY + ".sigma";
        double share = s.number(KEY + ".share", 1.0);
        NoiseField field = s.choice(KEY + ".field", NoiseField.class, NoiseField.MIXED);
        if (!s.has(KEY + ".sigmas")) {
            return new GaussianNoise(share, List.of(), Range.read(s, range, null), field);
        }
        List<Double> sigmas = s.numbers(KEY + ".sigmas", null);
        Settings.require(!sigmas.isEmpty(), KEY + ".sigmas", "must name at least one number");
        List<Double> sorted = sigmas.stream().sorted().toList();
        Range ends = new Range(sorted.get(0), sorted.get(sorted.size() - 1));
        return new GaussianNoise(share, sigmas, ends, field);
    }

    @Override
    public void addTo(float[] sample, boolean grey, SplittableRandom random) {
        double sigma =
                sigmas.isEmpty() ? range.draw(random) : sigmas.get(random.nextInt(sigmas.size()));
        boolean same =
                switch (field) {
                    case SAME -> true;
                    case INDEPENDENT -> false;
                    case MIXED -> random.nextBoolean();
                };
        double scale = sigma / LEVELS;
        if (!grey && !same) {
            for (int i = 0; i < sample.length; i++) {
                sample[i] += (float) (scale * random.nextGaussian());
            }
            return;
        }
        int pixels = sample.length / 3;
        for (int i = 0; i < pixels; i++) {
            float noise = (float) (scale * random.nextGaussian());
            sample[i] += noise;
            sample[pixels + i] += noise;
            sample[2 * pixels + i] += noise;
        }
    }

    @Override
    public boolean isNone() {
        return range.high() == 0;
    }

    @Override
    public String describe() {
        String levels =
                sigmas.isEmpty()
                        ? range.toString()
                        : sigmas.stream().map(Range::number).collect(Collectors.joining(", "));
        return "Gaussian noise of σ = " + levels + " (of 255)";
    }
}
