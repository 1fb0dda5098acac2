/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.EncoderKind;
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
            return new TrainingConfig(
                    name,
                    Path.of(s.text("output", "models/" + name)),
                    Path.of(s.text("work", "target/train/" + name)),
                    architecture(s),
                    s.text("decoder", "drawn"),
                    s.whole("decoderSeed", 1),
                    paths(s.texts("data.images", null)),
                    paths(s.texts("data.validation", null)),
                    s.whole("data.crop", 64),
                    s.number("data.grey", 0.5),
                    noise(s),
                    OptimizerConfig.read(s, "optimizer", OptimizerConfig.PUBLISHED),
                    s.whole("batch", 8),
                    s.whole("iterations", null),
                    s.whole("seed", 1),
                    s.whole("every.log", 50),
                    s.whole("every.snapshot", 500));
        } catch (IllegalArgumentException e) {
            throw new TrainingException("Configuration of " + name + ": " + e.getMessage(), e);
        }
    }

    private static Architecture architecture(Settings s) {
        String kind = s.text("architecture.encoder", "expanding").toUpperCase(Locale.ROOT);
        if (!kind.equals("EXPANDING") && !kind.equals("RESNET")) {
            throw new TrainingException(
                    "Setting architecture.encoder must be expanding or resnet, not "
                            + kind.toLowerCase(Locale.ROOT)
                            + ".");
        }
        EncoderKind encoder = EncoderKind.valueOf(kind);
        boolean expanding = encoder == EncoderKind.EXPANDING;
        List<Integer> widths =
                expanding
                        ? s.numbers("architecture.widths", null).stream()
                                .map(Double::intValue)
                                .toList()
                        : List.of();
        return new Architecture(
                2,
                s.whole("architecture.size", 64),
                s.whole("architecture.latentSize", 64),
                s.whole("architecture.mappingLayers", 0),
                s.wholeMap("architecture.channels"),
                encoder,
                widths,
                expanding ? s.whole("architecture.depth", 2) : 0);
    }

    private static NoiseConfig noise(Settings s) {
        List<Double> range = s.numbers("noise.sigma", List.of(0.0, 0.0));
        return new NoiseConfig(range.get(0), range.get(range.size() - 1));
    }

    private static List<Path> paths(List<String> texts) {
        return texts.stream().map(Path::of).toList();
    }
}
