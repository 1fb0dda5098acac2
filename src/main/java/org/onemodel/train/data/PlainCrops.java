/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Random crops of images as they are, without targets, noise or held-out files: what a generator is
 * trained on. Safe for use by several threads.
 */
public final class PlainCrops {

    private final Sampler sampler;

    private PlainCrops(Sampler sampler) {
        this.sampler = sampler;
    }

    /**
     * Finds the files and reads each once.
     *
     * @param config where the images are and how they are used; its supervision is clean
     * @return the crops
     * @throws org.onemodel.train.settings.TrainingException if no file can be used
     */
    public static PlainCrops open(DataConfig config) {
        boolean resize = config.fit() == Fit.RESIZE;
        PlaneFiles files = new PlaneFiles(resize ? Optional.of(config.size()) : Optional.empty());
        PlaneCache cache = new PlaneCache((long) config.cacheMegabytes() << 20, files::decode);
        int smallest = resize ? TrainingData.SMALLEST_TO_RESIZE : config.crop();
        TrainingImages images =
                TrainingImages.read(
                        "data.images",
                        FilePairs.find("data.images", config.images()),
                        config,
                        new FileScan(config.range(), smallest, files, cache),
                        cache);
        return new PlainCrops(new Sampler(config, NoiseConfig.NONE, images));
    }

    /**
     * A random part of a random image.
     *
     * @param random decides which; the same state gives the same crop
     * @return {@code [3, crop, crop]} row by row, in about [-1, 1]
     */
    public float[] sample(SplittableRandom random) {
        return sampler.draw(random).target();
    }
}
