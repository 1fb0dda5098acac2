/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.model.ModelDescription;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.Restorer;

/** What the service restores with, of images, of parts of them, and of ImgLib2 images alike. */
final class Restorers {

    private Restorers() {}

    /** Makes a restorer of a loaded model. */
    @FunctionalInterface
    interface Maker {
        /** Makes one. */
        Restorer of(Autoencoder autoencoder, ModelDescription model, RestoreOptions options);
    }

    /** Removes noise. */
    static Restorer denoiser(
            Autoencoder autoencoder, ModelDescription model, RestoreOptions options) {
        return reconstructor(autoencoder, model, options)
                .withToneOfInput()
                .withNoiseOfImage(model.sigmaRange());
    }

    /** Encodes and decodes. */
    static Restorer reconstructor(
            Autoencoder autoencoder, ModelDescription model, RestoreOptions options) {
        return new Restorer(autoencoder, model.tile(), options);
    }
}
