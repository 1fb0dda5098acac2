/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.autoencoder.EncoderNetworks;
import org.onemodel.encoder.Projection;
import org.onemodel.model.Models;
import org.onemodel.train.data.DataConfig;
import org.onemodel.train.data.NoiseConfig;
import org.onemodel.train.loss.ObjectiveConfig;
import org.onemodel.train.optimize.OptimizerConfig;
import org.onemodel.train.settings.Settings;
import org.onemodel.train.settings.SettingsFile;
import org.onemodel.train.settings.TrainingException;

/** Reads {@link TrainingConfig}s from YAML files, whole and checked. */
public final class TrainingConfigs {

    private TrainingConfigs() {}

    /**
     * Reads a file.
     *
     * @param file the YAML file; relative paths in it are relative to the working directory
     * @param overrides settings by dotted key, as text in YAML, which replace those of the file
     * @return the settings
     * @throws TrainingException if the file or a setting is wrong, with the key's path
     */
    public static TrainingConfig read(Path file, Map<String, String> overrides) {
        Settings settings = SettingsFile.read(file, overrides);
        TrainingConfig config = assemble(settings);
        settings.requireAllRead();
        return config;
    }

    private static TrainingConfig assemble(Settings s) {
        String name = s.text("name", null);
        try {
            StrategyConfig strategy = StrategyConfig.read(s);
            NetworkConfig networks = networks(s, strategy.strategy());
            return new TrainingConfig(
                    name,
                    s.text("licence", "not stated"),
                    Path.of(
                            s.text(
                                    "output",
                                    Models.userFolder()
                                            .resolve("models")
                                            .resolve(name)
                                            .toString())),
                    Path.of(
                            s.text(
                                    "work",
                                    Models.userFolder()
                                            .resolve("training")
                                            .resolve(name)
                                            .toString())),
                    networks,
                    strategy,
                    DataConfig.read(s, networks.architecture().size()),
                    NoiseConfig.read(s),
                    ObjectiveConfig.read(s),
                    OptimizerConfig.read(s, "optimizer", OptimizerConfig.PUBLISHED),
                    s.number("optimizer.average", 0.0),
                    RunConfig.read(s));
        } catch (IllegalArgumentException e) {
            throw new TrainingException("Configuration of " + name + ": " + e.getMessage(), e);
        }
    }

    private static NetworkConfig networks(Settings s, Strategy strategy) {
        String decoder = s.text("decoder", NetworkConfig.DRAWN);
        long seed = s.whole("decoderSeed", 1);
        if (s.has("start")) {
            return started(s, strategy);
        }
        Architecture architecture = architecture(s);
        Settings.require(
                architecture.styleGan() == 2 || !decoder.equals(NetworkConfig.DRAWN),
                "architecture.styleGan",
                "must be 2 for a drawn generator; name a trained one in setting decoder");
        return new NetworkConfig(Optional.empty(), architecture, decoder, seed);
    }

    /** The networks of the model to start from, in place of those that the file may describe. */
    private static NetworkConfig started(Settings s, Strategy strategy) {
        String start = s.text("start", null);
        try {
            Architecture given = Models.standard().find(start).description().architecture();
            if (s.has("architecture")) {
                Settings.require(
                        architecture(s)
                                .equals(
                                        given.withNetworks(EncoderNetworks.ONE)
                                                .withExtras(Set.of())),
                        "architecture",
                        "differs from that of start, which brings its own networks; leave it out");
            }
            Architecture wanted =
                    strategy == Strategy.TWO_NETWORKS
                            ? given.withNetworks(EncoderNetworks.TWO)
                            : given;
            return new NetworkConfig(Optional.of(start), wanted, NetworkConfig.DRAWN, 0);
        } catch (IOException e) {
            throw new TrainingException("Setting start: " + e.getMessage(), e);
        }
    }

    private static Architecture architecture(Settings s) {
        EncoderKind encoder =
                s.choice("architecture.encoder", EncoderKind.class, EncoderKind.EXPANDING);
        Settings.require(
                encoder != EncoderKind.NONE,
                "architecture.encoder",
                "must be expanding or resnet; train-generator trains a generator alone");
        boolean expanding = encoder == EncoderKind.EXPANDING;
        List<Integer> widths = expanding ? s.wholes("architecture.widths", null) : List.of();
        return new Architecture(
                        s.whole("architecture.styleGan", 2),
                        s.whole("architecture.size", 64),
                        s.whole("architecture.latentSize", 64),
                        s.whole("architecture.mappingLayers", 0),
                        s.wholeMap("architecture.channels"),
                        encoder,
                        widths,
                        expanding ? s.whole("architecture.depth", 2) : 0)
                .withProjection(
                        s.choice("architecture.projection", Projection.class, Projection.W_PLUS));
    }
}
