/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.List;
import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.explore.generation.Generation;
import org.onemodel.explore.grid.ColorGridResult;
import org.onemodel.explore.grid.GridMaps;
import org.onemodel.explore.influence.InfluenceTable;
import org.onemodel.explore.maps.EncodedImage;
import org.onemodel.explore.maps.NoiseMapFormat;
import org.onemodel.explore.pair.Interpolation;
import org.onemodel.explore.pair.StyleMix;
import org.onemodel.explore.project.Projection;
import org.onemodel.explore.project.ProjectionOptions;
import org.onemodel.explore.statistics.StatisticsReport;
import org.onemodel.explore.sweep.NoiseFactors;
import org.onemodel.explore.sweep.NoiseSweepResult;

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
    ColorGridResult colorGrid(ImagePlus image, GridMaps maps, NoiseFactors factors);

    /**
     * Measures what each noise map changes in the plane that an image shows.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @return one row a noise map: colour, brightness, structure, and which of them it is
     */
    InfluenceTable influence(ImagePlus image);

    /**
     * Decodes the plane that an image shows with each of some noise maps times each of several
     * factors, and everything else unchanged; inside the bounds of the image's selection, if it has
     * an area.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param maps the noise maps, one after the other
     * @param factors what each is multiplied by
     * @return a labelled montage, and a hyperstack of the image's type whose slices are the maps
     *     and whose frames are the factors
     * @throws org.onemodel.restore.OneModelException if it fails
     * @throws java.util.concurrent.CancellationException if it was canceled
     */
    NoiseSweepResult sweepNoise(ImagePlus image, NoiseMapSelection maps, NoiseFactors factors);

    /**
     * Goes from one image to another on the straight line between their embeddings.
     *
     * @param first where it starts; the plane that it shows, or the box of its selection
     * @param second where it ends, of the same size, and grey or in colour as the first
     * @param interpolation how many images, what becomes that of the second, and what is made of it
     * @return what is wanted, the stack of images before the montage
     * @throws org.onemodel.restore.OneModelException if it fails
     * @throws java.util.concurrent.CancellationException if it was canceled
     */
    List<ImagePlus> interpolate(ImagePlus first, ImagePlus second, Interpolation interpolation);

    /**
     * Mixes the styles of two images: coarse latent layers of the first, fine ones of the second.
     *
     * @param first the one image; the plane that it shows, or the box of its selection
     * @param second the other, of the same size, and grey or in colour as the first
     * @param mix where to cross over, whose noise maps are taken, and what is made of it
     * @return what is wanted, the image before the montage
     * @throws org.onemodel.restore.OneModelException if it fails
     * @throws java.util.concurrent.CancellationException if it was canceled
     */
    List<ImagePlus> mixStyles(ImagePlus first, ImagePlus second, StyleMix mix);

    /**
     * Finds the latent code in W+ and the noise maps that draw an image best, by gradients: the
     * slow way that an encoder replaces. A model without an encoder can do that from the mean.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack, of which the plane that is shown
     *     is taken as a whole
     * @param projection how many steps, from where, what is optimised
     * @return the best answer, images of the way if wanted, and the errors step by step
     * @throws org.onemodel.restore.OneModelException if it fails
     * @throws java.util.concurrent.CancellationException if it was canceled
     */
    Projection project(ImagePlus image, ProjectionOptions projection);

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

    /**
     * Reads the noise maps of planes of an image.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack; of a selection that has an area,
     *     the box around it is read
     * @param format which planes, which values, which size
     * @return 32-bit stacks, coarsest map first, which bring with them what it takes to decode
     *     them: one, or of native size one for each resolution
     */
    List<ImagePlus> noiseMaps(ImagePlus image, NoiseMapFormat format);

    /**
     * Reads the noise maps of planes of an image, and keeps them with the latent codes in a file.
     *
     * @param image an image, as above
     * @param format which planes, which values, which size
     * @param embedding the .npz file to write
     * @return stacks, as above
     */
    List<ImagePlus> noiseMaps(ImagePlus image, NoiseMapFormat format, Path embedding);

    /**
     * Decodes noise maps, edited or not, with the latent code that they were read with. The model
     * {@link EncodedImage#ITS_MODEL} is the one that read them.
     *
     * @param stacks exported stacks of one image, or copies of them while the originals are open;
     *     maps that are in none of them stay as they were read
     * @return an image like the one that they were read from
     */
    ImagePlus decode(ImagePlus... stacks);

    /**
     * Decodes a file with latent codes and noise maps.
     *
     * @param embedding an .npz file that was written with noise maps or a reconstruction, or has
     *     the arrays latent, noise_00, noise_01 …
     * @param stacks noise maps that take the place of those in the file; none, some or all
     * @return an image like the one that was encoded, or RGB images of one tile each
     */
    ImagePlus decode(Path embedding, ImagePlus... stacks);

    /**
     * The open stacks of noise maps that were exported together.
     *
     * @param stack one of them
     * @return it and the others
     */
    List<ImagePlus> openTogetherWith(ImagePlus stack);

    /**
     * Encodes an image and decodes it again, and keeps latent codes and noise maps in a file.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param embedding the .npz file to write
     * @return what {@link OneModelService#reconstruct} gives
     */
    ImagePlus reconstruct(ImagePlus image, Path embedding);
}
