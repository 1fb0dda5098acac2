/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore;

import ij.ImagePlus;
import java.awt.Rectangle;
import java.util.List;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.restore.KnownTreatments;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Preview;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.Restorer;

/** Decodes an image with some of its noise maps, or all of them, multiplied by a factor. */
public final class NoiseScaling {

    private final Restorer restorer;

    /**
     * A scaling.
     *
     * @param autoencoder the model, which stays its owner's
     * @param modelTile the model's default tile
     * @param options tile, overlap, batch and percentiles
     * @param maps the maps
     * @param factor the factor: 1 changes nothing, 0 removes the maps
     * @throws OneModelException if the model lacks one of the maps, the factor is not finite, or
     *     tile or overlap do not fit the model
     */
    public NoiseScaling(
            Autoencoder autoencoder,
            int modelTile,
            RestoreOptions options,
            NoiseMapSelection maps,
            double factor) {
        List<Integer> indices =
                maps.indices(options.model(), autoencoder.decoder().noiseMapSizes().size());
        if (!Double.isFinite(factor)) {
            throw new OneModelException(
                    "The factor for noise maps is " + factor + "; give a finite number.");
        }
        restorer =
                new Restorer(autoencoder, modelTile, options)
                        .withEdit(embedding -> scaled(embedding, indices, factor));
    }

    private static Embedding scaled(Embedding embedding, List<Integer> maps, double factor) {
        Embedding scaled = embedding;
        for (int map : maps) {
            scaled = scaled.scaleNoiseMap(map, factor);
        }
        return scaled;
    }

    /**
     * Scales the noise maps of an image.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param progress asked and told after each batch
     * @return a new image like the given one, not shown
     * @throws IllegalArgumentException if the image has no pixels or NaN or infinite ones
     * @throws OneModelException if memory does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public ImagePlus apply(ImagePlus image, Progress progress) {
        return restorer.restore(image, "-scaled-noise", progress);
    }

    /**
     * Scales the noise maps of a part of the planes that an image shows.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param visible the pixels of the image that a user sees, around whose middle the part lies
     * @param known what is known of the image from earlier previews
     * @param progress asked and told after each batch
     * @return the part and what it tells of the whole, as {@link Restorer#preview}
     */
    public Preview preview(
            ImagePlus image, Rectangle visible, KnownTreatments known, Progress progress) {
        return restorer.preview(image, visible, known, progress);
    }
}
