/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import java.util.Collections;
import java.util.List;

/**
 * What images need that are made like some planes of an image, when that is no longer open: size,
 * pixel type, dimensions, calibration, colours, labels and title, and no pixels. Immutable.
 */
public final class ImageTemplate {

    private final ImagePlus blank;
    private final ImagePlanes source;

    private ImageTemplate(ImagePlus blank) {
        this.blank = blank;
        this.source = new ImagePlanes(blank);
    }

    /**
     * The template of images like these planes; of a region, like its box.
     *
     * @param planes planes of an image, from which all is copied now
     * @return the template
     */
    public static ImageTemplate of(ImagePlanes planes) {
        Object pixels = planes.type().create(Math.multiplyExact(planes.width(), planes.height()));
        ImageStack stack = new ImageStack(planes.width(), planes.height());
        Collections.nCopies(planes.count(), pixels).forEach(slice -> stack.addSlice(null, slice));
        ResultMetadata metadata = new ResultMetadata(planes, OutputType.SAME);
        ImagePlus blank = metadata.applyTo(planes.image().getTitle(), stack);
        blank.deleteRoi();
        blank.setOverlay(null);
        Calibration calibration = blank.getCalibration();
        calibration.xOrigin -= planes.bounds().x;
        calibration.yOrigin -= planes.bounds().y;
        return new ImageTemplate(blank);
    }

    /**
     * The template of images like a blank one.
     *
     * @param blank an 8-bit, 16-bit, 32-bit or RGB image or stack, which is kept; its slices may
     *     share their pixels
     * @return the template
     */
    public static ImageTemplate ofBlank(ImagePlus blank) {
        return new ImageTemplate(blank);
    }

    /**
     * An image with all but the pixels, which are 0 and shared by all slices.
     *
     * @return not to be modified or shown
     */
    public ImagePlus blank() {
        return blank;
    }

    /**
     * The title of the image that this is the template of.
     *
     * @return the title
     */
    public String title() {
        return blank.getTitle();
    }

    /**
     * The planes, in stack order.
     *
     * @return planes without content
     */
    public ImagePlanes planes() {
        return source;
    }

    /**
     * Makes an image; integers are rounded and clamped to the type's range.
     *
     * @param suffix what its title gets before the file extension, such as "-decoded"
     * @param planes as many as the template has, of its size and channels
     * @param output the type of its pixels
     * @return an image, which is not shown
     */
    public ImagePlus image(String suffix, List<Plane> planes, OutputType output) {
        if (planes.size() != source.count()) {
            throw new IllegalArgumentException(
                    planes.size() + " planes are no image of " + source.count() + ".");
        }
        ImageStack stack = new ImageStack(source.width(), source.height());
        CalibratedValues calibrated = new CalibratedValues(blank);
        for (Plane plane : planes) {
            add(stack, plane.channels(), output, calibrated);
        }
        ResultMetadata metadata = new ResultMetadata(source, output);
        return metadata.applyTo(Titles.unique(title(), suffix), stack);
    }

    private void add(
            ImageStack stack, float[][] values, OutputType output, CalibratedValues calibrated) {
        if (output == OutputType.SAME) {
            Object pixels = source.type().create(values[0].length);
            for (int i = 0; i < values[0].length; i++) {
                source.type().write(values, i, pixels, i);
            }
            stack.addSlice(null, pixels);
            return;
        }
        for (int c = 0; c < values.length; c++) {
            float[] pixels = new float[values[c].length];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = calibrated.of(values[c][i]);
            }
            stack.addSlice(null, pixels);
        }
    }
}
