/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import ij.ImagePlus;
import java.nio.file.Path;
import org.onemodel.explore.generation.Generation;
import org.onemodel.explore.grid.ColorGridResult;
import org.onemodel.explore.grid.GridFactors;
import org.onemodel.explore.grid.GridMaps;
import org.onemodel.explore.influence.InfluenceTable;
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
     * Makes images from random latent codes. A model without an encoder can do that, too.
     *
     * @param generation how many images, from which seed, how they are truncated, which noise maps
     * @return a stack with one slice an image, 8-bit or RGB as the model was trained; of 32-bit
     *     values with three channels for colour images
     * @throws org.onemodel.restore.OneModelException if it fails
     * @throws java.util.concurrent.CancellationException if it was canceled
     */
    ImagePlus generate(Generation generation);

    /**
     * Decodes the plane that an image shows with two of its noise maps, each times several factors.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param maps the two maps, or {@link GridMaps#AUTO} for those that change colours most
     * @param factors what each of them is multiplied by
     * @return a figure with labels, and a hyperstack like the image
     */
    ColorGridResult colorGrid(ImagePlus image, GridMaps maps, GridFactors factors);

    /**
     * Measures what each noise map changes in the plane that an image shows.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @return one row a noise map: colour, brightness, structure, and which of them it is
     */
    InfluenceTable influence(ImagePlus image);

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
