/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.Locale;
import java.util.Optional;

/**
 * The part of an image inside its selection, and the box around it that a network needs to see.
 *
 * <p>Immutable; a selection that changes later changes nothing here.
 */
public final class Region {

    private final Rectangle selected;
    private final Rectangle box;

    /** Mask of the whole selection, from its own corner; null if every pixel is inside. */
    private final ImageProcessor mask;

    private final Rectangle bounds;

    private Region(Rectangle bounds, ImageProcessor mask, Rectangle image, int margin) {
        this.bounds = bounds;
        this.mask = mask;
        this.selected = bounds.intersection(image);
        Rectangle grown = new Rectangle(selected);
        grown.grow(margin, margin);
        this.box = grown.intersection(image);
    }

    /**
     * The region that an image's selection stands for.
     *
     * @param image an image
     * @param use whether the selection counts
     * @param margin pixels around the selection that are read for context, at least 0
     * @return the region, or nothing if the whole image is meant
     * @throws IllegalArgumentException if the selection is outside the image; or if it has to be
     *     used and there is none or it has no area
     */
    public static Optional<Region> of(ImagePlus image, RegionUse use, int margin) {
        if (margin < 0) {
            throw new IllegalArgumentException(
                    "The margin around the selection is " + margin + " pixels; give 0 or more.");
        }
        Roi roi = image.getRoi();
        boolean area = roi != null && roi.isArea();
        if (use == RegionUse.WHOLE || use == RegionUse.AUTO && !area) {
            return Optional.empty();
        }
        if (!area) {
            throw new IllegalArgumentException(
                    roi == null
                            ? "The image '"
                                    + image.getTitle()
                                    + "' has no selection; draw one, or set region=whole."
                            : "The selection of '"
                                    + image.getTitle()
                                    + "' is a "
                                    + roi.getTypeAsString().toLowerCase(Locale.ROOT)
                                    + ", which has no area; draw a rectangle or an outline, or set"
                                    + " region=whole.");
        }
        Roi copy = (Roi) roi.clone();
        Rectangle whole = new Rectangle(0, 0, image.getWidth(), image.getHeight());
        if (!copy.getBounds().intersects(whole)) {
            throw new IllegalArgumentException(
                    "The selection of '"
                            + image.getTitle()
                            + "' lies outside the image; move it, or set region=whole.");
        }
        return Optional.of(new Region(copy.getBounds(), copy.getMask(), whole, margin));
    }

    /**
     * First column of the box.
     *
     * @return pixels from the image's left border
     */
    public int x() {
        return box.x;
    }

    /**
     * First row of the box.
     *
     * @return pixels from the image's upper border
     */
    public int y() {
        return box.y;
    }

    /**
     * Columns of the box.
     *
     * @return pixels, at least 1
     */
    public int width() {
        return box.width;
    }

    /**
     * Rows of the box.
     *
     * @return pixels, at least 1
     */
    public int height() {
        return box.height;
    }

    /** The bounds of the selection inside the image. */
    Rectangle selectedBounds() {
        return new Rectangle(selected);
    }

    /**
     * Whether a pixel is inside the selection; the box's margin is not.
     *
     * @param x column in the image
     * @param y row in the image
     * @return whether it is restored
     */
    public boolean contains(int x, int y) {
        return selected.contains(x, y)
                && (mask == null || mask.getPixel(x - bounds.x, y - bounds.y) != 0);
    }
}
