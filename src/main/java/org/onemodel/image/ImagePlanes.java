/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.util.Objects;

/**
 * The planes of an ImageJ image in stack order (channels first, then slices, then frames).
 *
 * <p>Each plane is read from the stack when it is asked for, so a virtual stack is never in memory
 * as a whole. Values are raw: a calibration function, as of signed 16-bit images, is not applied.
 * The image is not modified.
 */
public final class ImagePlanes implements Planes {

    private static final String REMEDY =
            "replace them by numbers first, for example with Process > Noise > Remove NaNs... or"
                    + " Process > Math > Macro...";

    private final ImagePlus image;
    private final PixelType type;

    /**
     * The planes of an image.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @throws IllegalArgumentException if there is no image, it has no pixels or an unknown type
     */
    public ImagePlanes(ImagePlus image) {
        checkOpen(image);
        this.image = image;
        this.type = PixelType.of(image);
    }

    static void checkOpen(ImagePlus image) {
        if (image == null) {
            throw new IllegalArgumentException("There is no image; open one and choose it.");
        }
        if (image.getWidth() == 0 || image.getHeight() == 0 || image.getProcessor() == null) {
            throw new IllegalArgumentException(
                    "The image '"
                            + image.getTitle()
                            + "' has no pixels ("
                            + image.getWidth()
                            + " x "
                            + image.getHeight()
                            + "): it was closed or no open image has"
                            + " this title; open it and choose it again.");
        }
    }

    @Override
    public int width() {
        return image.getWidth();
    }

    @Override
    public int height() {
        return image.getHeight();
    }

    @Override
    public int count() {
        return image.getStackSize();
    }

    /**
     * Number of channels in each plane.
     *
     * @return 3 for RGB images, otherwise 1
     */
    public int channelsPerPlane() {
        return type.channels();
    }

    /**
     * The channel of the hyperstack that a plane belongs to.
     *
     * @param index from 0 to {@code count() - 1}
     * @return from 0 to the image's number of channels minus 1
     */
    public int channelOf(int index) {
        return image.convertIndexToPosition(Objects.checkIndex(index, count()) + 1)[0] - 1;
    }

    @Override
    public Plane plane(int index) {
        Objects.checkIndex(index, count());
        String where = "Slice " + (index + 1) + " of '" + image.getTitle() + "'";
        ImageProcessor slice = image.getStack().getProcessor(index + 1);
        if (slice == null) {
            throw new IllegalArgumentException(
                    where + " can't be read; check that its file is still there.");
        }
        if (slice.getWidth() != width() || slice.getHeight() != height() || !type.fits(slice)) {
            throw new IllegalArgumentException(
                    where
                            + " has "
                            + slice.getWidth()
                            + " x "
                            + slice.getHeight()
                            + " pixels of "
                            + slice.getBitDepth()
                            + " bits; expected "
                            + width()
                            + " x "
                            + height()
                            + " of "
                            + image.getBitDepth()
                            + " like the stack.");
        }
        Plane plane = new Plane(width(), height(), type.read(slice.getPixels()));
        if (type == PixelType.GRAY32) {
            FiniteValues.check(plane, where, REMEDY);
        }
        return plane;
    }
}
