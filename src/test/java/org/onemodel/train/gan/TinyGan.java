/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.onemodel.decoder.GeneratorSpec;
import org.onemodel.train.data.DataConfig;
import org.onemodel.train.optimize.OptimizerConfig;
import org.onemodel.train.settings.Settings;

/** Settings and images of runs that take seconds: 16×16 pixels, 8 channels, batches of 4. */
final class TinyGan {

    static final int SIZE = 16;

    /** Bright images with a dark square at a random place: mean about 0.5. */
    static final RealImages SQUARES = TinyGan::square;

    private TinyGan() {}

    static TreeMap<Integer, Integer> channels() {
        return new TreeMap<>(Map.of(4, 8, 8, 8, 16, 8));
    }

    static GeneratorConfig config(Path folder, String work, int iterations) {
        return config(folder, work, iterations, 2e-3);
    }

    static GeneratorConfig config(Path folder, String work, int iterations, double rate) {
        return new GeneratorConfig(
                "tiny",
                "CC0-1.0",
                folder.resolve(work).resolve("bundle"),
                folder.resolve(work),
                "cpu",
                3,
                new GeneratorSpec(SIZE, 8, 2, channels()),
                data(folder),
                4,
                iterations,
                new OptimizerConfig(rate, rate, 0, 0, 0.99, 0, 0),
                1,
                new LazyRegularization(1, 4),
                new LazyRegularization(2, 5),
                0.5,
                40,
                new GeneratorConfig.Every(5, 10, 10));
    }

    private static DataConfig data(Path folder) {
        Map<?, ?> data = Map.of("images", folder.resolve("*.tif").toString(), "colour", "colour");
        return DataConfig.read(new Settings(Map.of("data", data)), SIZE);
    }

    private static float[] square(SplittableRandom random) {
        int left = random.nextInt(SIZE - 6);
        int top = random.nextInt(SIZE - 6);
        float[] image = new float[3 * SIZE * SIZE];
        for (int i = 0; i < image.length; i++) {
            int x = i % SIZE - left;
            int y = i / SIZE % SIZE - top;
            image[i] = x >= 0 && x < 6 && y >= 0 && y < 6 ? -0.5f : 0.7f;
        }
        return image;
    }
}
