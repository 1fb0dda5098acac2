/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import org.onemodel.train.settings.Settings;

/**
 * What learns, and how fast: factors of the learning rate per part of the encoder, 0 for a part
 * that stays as it is.
 *
 * @param strategy the paper's stage
 * @param backboneRate factor for the backbone
 * @param latentRate factor for the latent heads
 * @param noiseRate factor for the noise heads and an expanding path
 * @param noiseDropout probability that a noise map of a sample is set to 0 while training, so that
 *     the generator does not rest on single maps
 */
public record StrategyConfig(
        Strategy strategy,
        double backboneRate,
        double latentRate,
        double noiseRate,
        double noiseDropout) {

    /** The rate of what stage 2 only fine-tunes, as published. */
    private static final double FINE_TUNING = 0.01;

    /**
     * Checks the values.
     *
     * @throws org.onemodel.train.settings.TrainingException if one cannot be, with its key
     */
    public StrategyConfig {
        Settings.require(backboneRate >= 0, "rates.backbone", "must not be negative");
        Settings.require(latentRate >= 0, "rates.latent", "must not be negative");
        Settings.require(noiseRate >= 0, "rates.noise", "must not be negative");
        Settings.require(
                strategy != Strategy.LATENT || noiseRate == 0,
                "rates.noise",
                "must be 0 with strategy: latent, which trains no noise heads");
        Settings.require(
                backboneRate + latentRate + noiseRate > 0,
                "rates",
                "must not all be 0, or nothing would learn");
        Settings.require(
                noiseDropout >= 0 && noiseDropout < 1,
                "noiseDropout",
                "must lie in 0..1, not " + noiseDropout);
        Settings.require(
                noiseDropout == 0 || strategy != Strategy.LATENT,
                "noiseDropout",
                "must be 0 with strategy: latent, whose noise maps are random");
    }

    /** All parts at the full rate. */
    public static final StrategyConfig PLAIN = of(Strategy.PLAIN);

    /**
     * A strategy with its published rates.
     *
     * @param strategy the strategy
     * @return the settings
     */
    public static StrategyConfig of(Strategy strategy) {
        double shared = strategy == Strategy.LEARNING_RATE ? FINE_TUNING : 1;
        double latent = strategy == Strategy.TWO_NETWORKS ? 0 : shared;
        return new StrategyConfig(strategy, shared, latent, strategy == Strategy.LATENT ? 0 : 1, 0);
    }

    /**
     * Reads {@code strategy}, {@code rates.backbone}, {@code rates.latent}, {@code rates.noise} and
     * {@code noiseDropout}.
     *
     * @param s all settings
     * @return the settings
     */
    public static StrategyConfig read(Settings s) {
        StrategyConfig published = of(s.choice("strategy", Strategy.class, Strategy.PLAIN));
        return new StrategyConfig(
                published.strategy,
                s.number("rates.backbone", published.backboneRate),
                s.number("rates.latent", published.latentRate),
                s.number("rates.noise", published.noiseRate),
                s.number("noiseDropout", 0.0));
    }

    /**
     * The rate of a part.
     *
     * @param group the part
     * @return a factor of the learning rate, 0 if the part stays as it is
     */
    public double rate(ParameterGroup group) {
        return switch (group) {
            case BACKBONE -> backboneRate;
            case LATENT_HEADS -> latentRate;
            case NOISE_PATH -> noiseRate;
            case LATENT_NETWORK, DECODER -> 0;
        };
    }
}
