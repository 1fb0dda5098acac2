/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.montage;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Rectangle;

/**
 * A montage that is being made: pictures are put on it one after the other, in any order, and need
 * not be kept. A cell without a picture stays white.
 *
 * <p>For one thread at a time.
 */
public final class MontageSheet {

    private final int pictureWidth;
    private final int pictureHeight;
    private final MontageLayout layout;
    private final CellPicture look;
    private final ColorProcessor image;

    MontageSheet(int pictureWidth, int pictureHeight, MontageLayout layout, CellPicture look) {
        this.pictureWidth = pictureWidth;
        this.pictureHeight = pictureHeight;
        this.layout = layout;
        this.look = look;
        image = new ColorProcessor(layout.width(), layout.height());
        image.setColor(0xffffff);
        image.fill();
        layout.lines()
                .forEach(
                        line ->
                                line.letters()
                                        .draw(image, line.text(), line.left(), line.baseline()));
    }

    /**
     * Puts a picture into its cell.
     *
     * @param row from 0 at the top
     * @param column from 0 at the left
     * @param picture of the size that the montage was made for; it is not changed
     * @throws IllegalArgumentException if it has another size
     */
    public void put(int row, int column, ImageProcessor picture) {
        if (picture.getWidth() != pictureWidth || picture.getHeight() != pictureHeight) {
            throw new IllegalArgumentException(
                    String.format(
                            "a picture of %dx%d pixels in a montage of pictures of %dx%d",
                            picture.getWidth(), picture.getHeight(), pictureWidth, pictureHeight));
        }
        Rectangle cell = cell(row, column);
        ImageProcessor shown = look.cell(picture, cell.width, cell.height);
        image.insert(shown.convertToRGB(), cell.x, cell.y);
    }

    /**
     * The place of a cell in the montage.
     *
     * @param row from 0 at the top
     * @param column from 0 at the left
     * @return in pixels
     */
    public Rectangle cell(int row, int column) {
        return layout.cell(row, column);
    }

    /**
     * The montage as it is now.
     *
     * @param title title of the image
     * @return an RGB image, not shown
     */
    public ImagePlus image(String title) {
        return new ImagePlus(title, image);
    }
}
