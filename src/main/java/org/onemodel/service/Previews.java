/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import ij.ImagePlus;
import java.awt.Rectangle;
import java.util.function.BooleanSupplier;
import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.explore.NoiseScaling;
import org.onemodel.restore.KnownTreatments;
import org.onemodel.restore.Preview;
import org.onemodel.restore.RestoreOptions;

/**
 * Previews of one image while a user tries options: each computes a part of the planes that the
 * image shows. What was found of the image's grey values and noise is kept for the next.
 *
 * <p>Safe for several threads. The image is not modified. Failures are those of {@link
 * OneModelService}.
 */
public final class Previews {

    /** Computes with a loaded model. */
    @FunctionalInterface
    interface Runner {

        /** Loads the model that the options name, and computes. */
        Preview run(
                RestoreOptions options,
                BooleanSupplier canceled,
                ModelComputation<Preview> computation);
    }

    private final ImagePlus image;
    private final Runner runner;
    private final KnownTreatments known = new KnownTreatments();

    Previews(ImagePlus image, Runner runner) {
        this.image = image;
        this.runner = runner;
    }

    /**
     * What removing noise makes of the image.
     *
     * @param options as they are given to {@link OneModelService#denoise}
     * @param visible the pixels of the image that a user sees, around whose middle the part lies
     * @param canceled asked after each batch whether to stop
     * @return the part, inside the selection if there is one
     */
    public Preview denoise(RestoreOptions options, Rectangle visible, BooleanSupplier canceled) {
        return runner.run(
                options,
                canceled,
                (autoencoder, model, progress) ->
                        Restorers.denoiser(autoencoder, model, options)
                                .preview(image, visible, known, progress));
    }

    /**
     * What encoding and decoding makes of the image.
     *
     * @param options as they are given to {@link OneModelService#reconstruct}
     * @param visible the pixels of the image that a user sees, around whose middle the part lies
     * @param canceled asked after each batch whether to stop
     * @return the part, inside the selection if there is one
     */
    public Preview reconstruct(
            RestoreOptions options, Rectangle visible, BooleanSupplier canceled) {
        return runner.run(
                options,
                canceled,
                (autoencoder, model, progress) ->
                        Restorers.reconstructor(autoencoder, model, options)
                                .preview(image, visible, known, progress));
    }

    /**
     * What decoding with one noise map, or all, multiplied by a factor makes of the image.
     *
     * @param options as they are given to {@link OneModelService#scaleNoise}
     * @param maps the maps
     * @param factor the factor: 1 changes nothing, 0 removes the maps
     * @param visible the pixels of the image that a user sees, around whose middle the part lies
     * @param canceled asked after each batch whether to stop
     * @return the part, inside the selection if there is one
     */
    public Preview scaleNoise(
            RestoreOptions options,
            NoiseMapSelection maps,
            double factor,
            Rectangle visible,
            BooleanSupplier canceled) {
        return runner.run(
                options,
                canceled,
                (autoencoder, model, progress) ->
                        new NoiseScaling(autoencoder, model.tile(), options, maps, factor)
                                .preview(image, visible, known, progress));
    }

    /** Forgets what was found of the image, as after a change of its pixels. */
    public void imageChanged() {
        known.clear();
    }
}
