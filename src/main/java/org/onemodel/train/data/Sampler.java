/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.Optional;
import java.util.SplittableRandom;

/** Makes inputs and targets of planes, as the supervision says. Thread-safe. */
final class Sampler {

    private final DataConfig config;
    private final NoiseConfig noise;
    private final TrainingImages images;
    private final BlindSpot blindSpot;

    Sampler(DataConfig config, NoiseConfig noise, TrainingImages images) {
        this.config = config;
        this.noise = noise;
        this.images = images;
        this.blindSpot = new BlindSpot(config.blindSpot());
    }

    /** Side of the samples that are drawn. */
    int side() {
        return config.crop();
    }

    /** A random part of a random plane. */
    Sample draw(SplittableRandom random) {
        PlanePair plane = images.planes().get(random.nextInt(images.planes().size()));
        boolean swap = config.supervision() == Supervision.NOISE2NOISE && random.nextBoolean();
        boolean grey = random.nextDouble() < config.greyShare() || !plane.colour();
        StoredPlane pixels = images.pixels(plane.image());
        Square square =
                Square.random(pixels.width(), pixels.height(), side(), config.flips(), random);
        return sample(swap ? plane.swapped() : plane, square, grey, noise, random);
    }

    /**
     * The largest square around the centre that is of use.
     *
     * @param plane the plane
     * @param largest the largest side
     * @return a square with a side that is a multiple of the generator's
     */
    Square centre(PlanePair plane, int largest) {
        StoredPlane pixels = images.pixels(plane.image());
        int side = Math.min(largest, Math.min(pixels.width(), pixels.height()));
        side -= side % config.size();
        return Square.centre(pixels.width(), pixels.height(), side);
    }

    /**
     * A given part of a plane.
     *
     * @param plane the plane
     * @param square the part
     * @param grey whether colours are turned to grey
     * @param added the noise that clean supervision adds
     * @param random the generator of noise and masks
     * @return the sample
     */
    Sample sample(
            PlanePair plane,
            Square square,
            boolean grey,
            NoiseConfig added,
            SplittableRandom random) {
        float[] image = cut(plane.image(), square, grey);
        return switch (config.supervision()) {
            case CLEAN -> {
                float[] input = image.clone();
                added.addTo(input, grey, random);
                yield new Sample(input, image, Optional.empty());
            }
            case PAIRS, NOISE2NOISE ->
                    new Sample(
                            image,
                            cut(plane.target().orElseThrow(), square, grey),
                            Optional.empty());
            case BLIND_SPOT -> blindSpot.mask(image, square.side(), random);
        };
    }

    private float[] cut(PlaneSource source, Square square, boolean grey) {
        return square.cut(images.pixels(source), source.map(), grey);
    }
}
