/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.explore.NoiseScaling;
import org.onemodel.explore.maps.KeptReconstruction;
import org.onemodel.image.Normalization;
import org.onemodel.image.Plane;
import org.onemodel.image.Residual;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.ModelException;
import org.onemodel.model.Models;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.Restorer;
import org.onemodel.service.Devices;
import org.onemodel.service.ModelComputation;

/**
 * A model that is loaded once for all images of a command, so that a wrong model is told before the
 * first.
 */
final class Session implements AutoCloseable {

    private final RestoreOptions options;
    private final ModelBundle bundle;
    private final Autoencoder autoencoder;

    /**
     * Loads a model.
     *
     * @param options model, device and tiling
     * @throws ModelException if there is no such model or device, or the model is damaged
     */
    Session(RestoreOptions options) throws ModelException {
        this.options = options;
        this.bundle = Models.standard().find(options.model());
        this.autoencoder = bundle.load(Devices.device(options.device()));
    }

    /** The model's name and version. */
    String model() {
        return bundle.description().name() + " " + bundle.description().version();
    }

    /** Removes noise. */
    ImageStep denoising() {
        return denoising(false);
    }

    /**
     * Removes noise.
     *
     * @param residual whether what is taken away is to be written, too
     */
    ImageStep denoising(boolean residual) {
        return step(
                restorer().withToneOfInput().withNoiseOfImage(bundle.description().sigmaRange()),
                "-denoised",
                residual);
    }

    /** Encodes and decodes. */
    ImageStep reconstructing() {
        return step(restorer(), "-reconstructed", false);
    }

    /**
     * Encodes and decodes, and keeps latent codes and noise maps.
     *
     * @param embedding the .npz file to write
     */
    ImageStep reconstructing(Path embedding) {
        KeptReconstruction reconstruction = new KeptReconstruction(autoencoder, tile(), options);
        return (image, progress) ->
                EmbeddingArguments.told(() -> reconstruction.of(image, embedding, progress));
    }

    private ImageStep step(Restorer restorer, String suffix, boolean residual) {
        return new ImageStep() {
            @Override
            public ImagePlus apply(ImagePlus image, Progress progress) {
                return restorer.restore(image, suffix, progress);
            }

            @Override
            public Optional<Residual> residual(ImagePlus image, ImagePlus result) {
                return residual
                        ? Optional.of(Residual.of(options.image().planesOf(image, 0), result))
                        : Optional.empty();
            }

            @Override
            public boolean applyByRows(Path input, Path output, Progress progress)
                    throws IOException {
                if (!LargeFiles.has(input)) {
                    return false;
                }
                if (residual) {
                    throw new OneModelException(
                            input
                                    + " is too large for a residual; leave out --residual, or give"
                                    + " Java more memory with ONEMODEL_JAVA_OPTIONS=-Xmx16g.");
                }
                LargeFiles.restore(restorer, options.image(), input, output, progress);
                return true;
            }
        };
    }

    Plane denoise(Plane plane, Normalization normalization) {
        return restorer().withToneOfInput().restore(plane, normalization, Progress.NONE);
    }

    ImagePlus scaleNoise(
            ImagePlus image, NoiseMapSelection maps, double factor, Progress progress) {
        return new NoiseScaling(autoencoder, tile(), options, maps, factor).apply(image, progress);
    }

    /**
     * Computes something with the model.
     *
     * @param progress asked and told
     * @param work computes
     * @return what the computation returns
     */
    <T> T compute(Progress progress, ModelComputation<T> work) {
        return work.compute(autoencoder, bundle.description(), progress);
    }

    private Restorer restorer() {
        return new Restorer(autoencoder, tile(), options);
    }

    private int tile() {
        return bundle.description().tile();
    }

    @Override
    public void close() {
        autoencoder.close();
    }
}
