/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import ij.ImagePlus;
import org.onemodel.explore.generation.Generation;

/**
 * The paper's experiments on any image: what its latent code and its noise maps are, and what
 * becomes of the image when they change.
 *
 * <p>From {@link OneModelService#explorer}. Given images are not modified, results are not shown;
 * failures and cancellation are told as by the service's other methods.
 */
public interface Explorer {

    /**
     * Makes images from random latent codes. A model without an encoder can do that, too.
     *
     * @param generation how many images, from which seed, how they are truncated, which noise maps
     * @return a stack with one slice an image, 8-bit or RGB as the model was trained; of 32-bit
     *     values with three channels for colour images
     * @throws org.onemodel.restore.OneModelException if it fails
     * @throws java.util.concurrent.CancellationException if it was canceled
     */
    ImagePlus generate(Generation generation);
}
