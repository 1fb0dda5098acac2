/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import ij.ImagePlus;
import java.nio.file.Path;
import org.onemodel.explore.statistics.StatisticsReport;

/**
 * The paper's experiments on any image: what its latent code and its noise maps are, and what
 * becomes of the image when they change.
 *
 * <p>From {@link OneModelService#explorer}. Given images are not modified, results are not shown;
 * failures and cancellation are told as by the service's other methods.
 */
public interface Explorer {

    /**
     * How the values of latent codes and noise maps are distributed in the planes of an image.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @return figures of each of the planes that the options choose, and over all
     */
    StatisticsReport statistics(ImagePlus image);

    /**
     * How the values of latent codes and noise maps are distributed in image files. One that fails
     * does not stop the others; the report names it.
     *
     * @param input a file; or a folder, which stands for the images in it
     * @return figures of each of the planes that the options choose, and over all
     */
    StatisticsReport statistics(Path input);
}
