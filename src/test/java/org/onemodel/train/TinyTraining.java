/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Training runs of 16×16 pixels on images drawn from seeds. */
public final class TinyTraining {

    private static final String EXPANDING =
            "architecture: {size: 16, latentSize: 8, mappingLayers: 1, channels: {4: 8, 8: 8, 16: 8},"
                    + " encoder: expanding, widths: [8, 8], depth: 1}";

    /** Setting {@code architecture} for an encoder with batch-norm statistics. */
    public static final String RESNET =
            "{size: 16, latentSize: 8, mappingLayers: 1, channels: {4: 8, 8: 8, 16: 8},"
                    + " encoder: resnet}";

    private final Path folder;

    /**
     * In a folder.
     *
     * @param folder gets images, settings and what runs write
     */
    public TinyTraining(Path folder) {
        this.folder = folder;
        for (int i = 0; i < 3; i++) {
            save(folder.resolve("images/blobs-" + i + ".tif"), blobs(i, 64));
        }
    }

    static void save(Path file, ByteProcessor image) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        IJ.saveAsTiff(new ImagePlus("blobs", image), file.toString());
    }

    static ByteProcessor blobs(long seed, int side) {
        Random random = new Random(seed);
        ByteProcessor image = new ByteProcessor(side, side);
        for (int i = 0; i < side * side / 340; i++) {
            image.setValue(60 + random.nextInt(190));
            image.fillOval(
                    random.nextInt(side - 14),
                    random.nextInt(side - 14),
                    8 + random.nextInt(16),
                    8 + random.nextInt(16));
        }
        return image;
    }

    /** A file of settings; runs of other names don't touch each other's files. */
    public Path file(String name) {
        String yaml =
                """
                name: tiny
                output: FOLDER/NAME/bundle
                work: FOLDER/NAME
                ARCHITECTURE
                data: {images: FOLDER/images, validation: FOLDER/images}
                noise: {sigma: [5, 50]}
                optimizer: {learningRate: 1e-3, finalLearningRate: 1e-3, beta1: 0.9, clipNorm: 5}
                batch: 4
                iterations: 10
                every: {log: 5, snapshot: 10, samples: 0}
                """;
        try {
            return Files.writeString(
                    folder.resolve(name + ".yaml"),
                    yaml.replace("FOLDER", folder.toString())
                            .replace("NAME", name)
                            .replace("ARCHITECTURE", EXPANDING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Settings.
     *
     * @param name of the run
     * @param overrides {@code key=value} each
     */
    TrainingConfig config(String name, String... overrides) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String override : overrides) {
            String[] parts = override.split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        return TrainingConfigs.read(file(name), settings);
    }

    /** Trains with these settings. */
    TrainingConfig run(String name, String... overrides) throws IOException {
        TrainingConfig config = config(name, overrides);
        new Training(config, TrainingListener.NONE).run(false);
        return config;
    }

    /** A column of a run's history, without its empty fields. */
    List<Double> history(String name, String column) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(name).resolve("history.csv"));
        int index = List.of(lines.get(0).split(",")).indexOf(column);
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1)[index])
                .filter(field -> !field.isEmpty())
                .map(Double::parseDouble)
                .toList();
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }
}
