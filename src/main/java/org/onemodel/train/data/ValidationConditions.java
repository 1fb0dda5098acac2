/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.ArrayList;
import java.util.List;
import org.onemodel.train.settings.Settings;

/** Decides under which conditions a model is measured. */
final class ValidationConditions {

    /** The noise levels of the published benchmark, of 255. */
    private static final List<Double> LEVELS = List.of(15.0, 25.0, 50.0);

    /**
     * One row of measurements.
     *
     * @param name such as {@code grey sigma 25}
     * @param grey whether colours are turned to grey
     * @param noise what is added in clean supervision, of one strength
     */
    record Condition(String name, boolean grey, NoiseConfig noise) {}

    private ValidationConditions() {}

    /**
     * The conditions of a training run: each strength in grey where it trains on grey, and in
     * colour where it trains on colour; where it does both, colour at the middle strength only.
     *
     * @param config how samples are made
     * @param noise the noise of the training
     * @param hasColour whether any validation plane has colour
     * @return at least one condition; each name once
     */
    static List<Condition> of(DataConfig config, NoiseConfig noise, boolean hasColour) {
        boolean colour = hasColour && config.greyShare() < 1;
        boolean grey = !colour || config.greyShare() > 0;
        List<Condition> conditions = new ArrayList<>();
        if (grey) {
            conditions.addAll(strengths(config, noise, true));
        }
        if (colour) {
            List<Condition> all = strengths(config, noise, false);
            conditions.addAll(grey ? middles(all) : all);
        }
        return List.copyOf(conditions);
    }

    private static List<Condition> middles(List<Condition> all) {
        List<Condition> gaussian = all.stream().filter(ValidationConditions::isGaussian).toList();
        List<Condition> chosen = new ArrayList<>(all.stream().filter(c -> !isGaussian(c)).toList());
        if (!gaussian.isEmpty()) {
            chosen.add(gaussian.get(gaussian.size() / 2));
        }
        return chosen;
    }

    private static boolean isGaussian(Condition condition) {
        return condition.noise().kinds().stream().anyMatch(GaussianNoise.class::isInstance);
    }

    private static List<Condition> strengths(DataConfig config, NoiseConfig noise, boolean grey) {
        String colour = grey ? "grey " : "colour ";
        if (config.supervision() != Supervision.CLEAN) {
            String name = colour + Settings.word(config.supervision());
            return List.of(new Condition(name, grey, NoiseConfig.NONE));
        }
        if (noise.isNone()) {
            return List.of(new Condition(colour + "reconstruction", grey, NoiseConfig.NONE));
        }
        List<Condition> conditions = new ArrayList<>();
        for (NoiseKind kind : noise.kinds()) {
            if (kind instanceof GaussianNoise gaussian) {
                for (double sigma : sigmas(gaussian.range())) {
                    NoiseKind fixed = GaussianNoise.of(sigma, field(gaussian));
                    String name = colour + "sigma " + Range.number(sigma);
                    conditions.add(new Condition(name, grey, noise.only(fixed)));
                }
            } else if (kind instanceof PoissonGaussianNoise poisson) {
                NoiseConfig middle = noise.only(poisson.middle());
                conditions.add(new Condition(colour + "poissonGaussian", grey, middle));
            }
        }
        return conditions;
    }

    private static List<Double> sigmas(Range trained) {
        List<Double> inside =
                LEVELS.stream()
                        .filter(level -> level >= trained.low() && level <= trained.high())
                        .toList();
        return inside.isEmpty() ? List.of(trained.middle()) : inside;
    }

    /** A measurement has no use for chance. */
    private static NoiseField field(GaussianNoise gaussian) {
        return gaussian.field() == NoiseField.MIXED ? NoiseField.INDEPENDENT : gaussian.field();
    }
}
