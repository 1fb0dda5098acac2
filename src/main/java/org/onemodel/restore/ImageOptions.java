/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import ij.ImagePlus;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.NormalizationScope;
import org.onemodel.image.OutputType;
import org.onemodel.image.Percentiles;
import org.onemodel.image.PlaneSelection;
import org.onemodel.image.RegionUse;

/**
 * What of an image is restored, and how its grey values are seen and given back.
 *
 * @param planes which channels, slices and frames
 * @param region whether the image's selection limits what is restored
 * @param normalization which pixels share a range of grey values
 * @param percentiles the percentiles of the grey values that become -1 and 1
 * @param output what the pixels of the result are
 */
public record ImageOptions(
        PlaneSelection planes,
        RegionUse region,
        NormalizationScope normalization,
        Percentiles percentiles,
        OutputType output) {

    /**
     * All planes, inside a selection that has an area; one range per channel of the stack, from the
     * percentiles 0.1 and 99.9; a result of the image's own type.
     */
    public static final ImageOptions DEFAULT =
            new ImageOptions(
                    PlaneSelection.ALL,
                    RegionUse.AUTO,
                    NormalizationScope.STACK,
                    Percentiles.DEFAULT,
                    OutputType.SAME);

    /**
     * The planes of an image that are chosen, each as a whole or the box around its selection.
     *
     * @param image the image
     * @param margin pixels around a selection that a network is shown for context
     * @return the planes
     * @throws IllegalArgumentException if the image has no such planes or no such selection
     */
    public ImagePlanes planesOf(ImagePlus image, int margin) {
        return new ImagePlanes(image).withSelection(planes).withRegion(region, margin);
    }

    /**
     * Other planes.
     *
     * @param value which channels, slices and frames
     * @return new options
     */
    public ImageOptions withPlanes(PlaneSelection value) {
        return new ImageOptions(value, region, normalization, percentiles, output);
    }

    /**
     * Another use of the image's selection.
     *
     * @param value whether it limits what is restored
     * @return new options
     */
    public ImageOptions withRegion(RegionUse value) {
        return new ImageOptions(planes, value, normalization, percentiles, output);
    }

    /**
     * Another scope of the normalisation.
     *
     * @param value which pixels share a range
     * @return new options
     */
    public ImageOptions withNormalization(NormalizationScope value) {
        return new ImageOptions(planes, region, value, percentiles, output);
    }

    /**
     * Other bounds of the grey values.
     *
     * @param value the percentiles that become -1 and 1
     * @return new options
     */
    public ImageOptions withPercentiles(Percentiles value) {
        return new ImageOptions(planes, region, normalization, value, output);
    }

    /**
     * Another type of the result.
     *
     * @param value what its pixels are
     * @return new options
     */
    public ImageOptions withOutput(OutputType value) {
        return new ImageOptions(planes, region, normalization, percentiles, value);
    }
}
