/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import java.util.SplittableRandom;
import org.onemodel.decoder.stylegan2.StyleGan2Decoder;

/**
 * All that one iteration takes in, on the Java heap.
 *
 * @param real real images, {@code [N, 3, S, S]} row by row, in [-1, 1]
 * @param forDiscriminator what its fake images are generated from
 * @param forGenerator what the generator's own step generates from
 * @param forPaths what path length regularisation generates from, half as many images, none where
 *     it is not due
 * @param pathNoise its Gaussian noise, {@code [N/2, 3, S, S]} row by row, of deviation 1/S
 */
record GanBatch(
        float[] real,
        GeneratorInput forDiscriminator,
        GeneratorInput forGenerator,
        GeneratorInput forPaths,
        float[] pathNoise) {

    /**
     * The batch of an iteration, which depends on the seed and on the iteration alone, so that a
     * resumed run sees what an uninterrupted one would have seen.
     */
    static GanBatch of(
            GeneratorConfig config, RealImages images, StyleGan2Decoder generator, int iteration) {
        SplittableRandom random = new SplittableRandom(config.seed() * 1_000_003L + iteration);
        int length = 3 * generator.size() * generator.size();
        float[] real = new float[config.batch() * length];
        for (int n = 0; n < config.batch(); n++) {
            System.arraycopy(images.sample(random), 0, real, n * length, length);
        }
        GeneratorInput forDiscriminator =
                GeneratorInput.draw(generator, config.batch(), config.mixing(), random);
        GeneratorInput forGenerator =
                GeneratorInput.draw(generator, config.batch(), config.mixing(), random);
        int paths = config.pathLength().isDue(iteration) ? Math.max(1, config.batch() / 2) : 0;
        GeneratorInput forPaths = GeneratorInput.draw(generator, paths, config.mixing(), random);
        float[] pathNoise = GeneratorInput.normal(paths * length, random);
        for (int i = 0; i < pathNoise.length; i++) {
            pathNoise[i] /= generator.size();
        }
        return new GanBatch(real, forDiscriminator, forGenerator, forPaths, pathNoise);
    }
}
