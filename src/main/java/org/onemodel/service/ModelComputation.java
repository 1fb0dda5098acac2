/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.model.ModelDescription;
import org.onemodel.restore.Progress;

/**
 * Computes something with a model that the service has loaded.
 *
 * @param <T> what is computed
 */
@FunctionalInterface
public interface ModelComputation<T> {

    /**
     * Computes.
     *
     * @param autoencoder the model, which stays the service's: neither to be kept nor closed, and
     *     tensors belong on sub-managers of its manager
     * @param model what it is, such as its tile and the noise that it knows
     * @param progress to be told how far the work is and asked whether to stop
     * @return the result, which holds no tensors
     * @throws java.util.concurrent.CancellationException if canceled
     */
    T compute(Autoencoder autoencoder, ModelDescription model, Progress progress);
}
