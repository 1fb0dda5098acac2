/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.pair;

import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.Arrays;
import java.util.Locale;
import org.onemodel.explore.montage.Look;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.PlaneSeries;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.PlaneCodec;

/**
 * Two images and the plane that each shows, of one size and kind.
 *
 * @param firstImage the first image
 * @param secondImage the second image
 * @param first the plane that the first shows, or the box of its selection
 * @param second the plane that the second shows, or the box of its selection
 */
record ImagePair(
        ImagePlus firstImage, ImagePlus secondImage, ImagePlanes first, ImagePlanes second) {

    /**
     * Finds the planes, and checks that they go together.
     *
     * @param codec says what an image shows
     * @throws IllegalArgumentException if an image is missing or has no pixels
     * @throws OneModelException if it is one image twice, sizes differ, one is grey and the other
     *     in colour, or their grey values are calibrated in different ways
     */
    static ImagePair of(PlaneCodec codec, ImagePlus firstImage, ImagePlus secondImage) {
        ImagePlanes first = codec.shown(firstImage);
        ImagePlanes second = codec.shown(secondImage);
        if (firstImage == secondImage) {
            throw new OneModelException(
                    title(firstImage)
                            + " is given as both images; choose another second image, or take a"
                            + " copy of another plane with Image > Duplicate...");
        }
        ImagePair pair = new ImagePair(firstImage, secondImage, first, second);
        pair.checkSizes();
        pair.checkColours();
        pair.checkCalibrations();
        return pair;
    }

    private void checkSizes() {
        if (first.width() != second.width() || first.height() != second.height()) {
            throw new OneModelException(
                    String.format(
                            Locale.ROOT,
                            "%s has %s and %s has %s; both need one size: make selections of one"
                                    + " size in both (Edit > Selection > Specify...), or crop or"
                                    + " scale one of them.",
                            title(firstImage),
                            size(firstImage, first),
                            title(secondImage),
                            size(secondImage, second)));
        }
    }

    private static String size(ImagePlus image, ImagePlanes plane) {
        boolean whole = plane.width() == image.getWidth() && plane.height() == image.getHeight();
        return String.format(
                Locale.ROOT,
                "%d x %d pixels%s",
                plane.width(),
                plane.height(),
                whole ? "" : " in its selection");
    }

    private void checkColours() {
        if (first.channelsPerPlane() != second.channelsPerPlane()) {
            boolean colour = first.channelsPerPlane() > 1;
            throw new OneModelException(
                    title(colour ? firstImage : secondImage)
                            + " is in colour and "
                            + title(colour ? secondImage : firstImage)
                            + " is grey; convert one of them with Image > Type > 8-bit or RGB"
                            + " Color.");
        }
    }

    private void checkCalibrations() {
        Calibration one = firstImage.getCalibration();
        Calibration other = secondImage.getCalibration();
        boolean same =
                one.getFunction() == other.getFunction()
                        && Arrays.equals(one.getCoefficients(), other.getCoefficients())
                        && (one.getFunction() != Calibration.CUSTOM
                                || Arrays.equals(one.getCTable(), other.getCTable()));
        if (!same) {
            throw new OneModelException(
                    "The grey values of "
                            + title(firstImage)
                            + " and "
                            + title(secondImage)
                            + " are calibrated in different ways (Analyze > Calibrate...); convert"
                            + " both with Image > Type > 32-bit.");
        }
    }

    private static String title(ImagePlus image) {
        return "'" + image.getTitle() + "'";
    }

    /** How the first image shows its plane. */
    Look firstLook() {
        return Look.of(firstImage, first);
    }

    /** How the second image shows its plane. */
    Look secondLook() {
        return Look.of(secondImage, second);
    }

    /** A new series of images like the first, with as many bits as the one that has more. */
    PlaneSeries series() {
        return PlaneSeries.between(first, second);
    }
}
