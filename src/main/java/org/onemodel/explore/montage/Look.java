/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.montage;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import org.onemodel.image.ImagePlanes;

/**
 * How a plane's grey values look on the screen.
 *
 * @param table the look-up table
 * @param low the value of its first colour
 * @param high the value of its last colour
 */
public record Look(LUT table, double low, double high) {

    /**
     * How an image shows its plane.
     *
     * @param image the image
     * @param plane the one plane that it shows
     * @return its look; of an image in colour, grey from 0 to 255
     */
    public static Look of(ImagePlus image, ImagePlanes plane) {
        if (image.getType() == ImagePlus.COLOR_RGB) {
            return new Look(new ByteProcessor(1, 1).getLut(), 0, 255);
        }
        LUT table =
                image.isComposite()
                        ? image.getLuts()[plane.channelOf(0)]
                        : image.getProcessor().getLut();
        return new Look(table, table.min, table.max);
    }

    /**
     * With this table, and a range of values between this and another.
     *
     * @param end the other
     * @param t from 0, this range, to 1, the other
     * @return a new look
     */
    public Look towards(Look end, double t) {
        return new Look(table, (1 - t) * low + t * end.low, (1 - t) * high + t * end.high);
    }

    /**
     * With this table, and a range of values that has all of this and of another.
     *
     * @param other the other
     * @return a new look
     */
    public Look and(Look other) {
        return new Look(table, Math.min(low, other.low), Math.max(high, other.high));
    }

    /**
     * Gives a grey image this range of values, and one in colour none.
     *
     * @param image the image
     */
    public void showOn(ImagePlus image) {
        if (image.getType() != ImagePlus.COLOR_RGB) { // there, a range would change pixels
            image.setDisplayRange(low, high);
        }
    }

    /**
     * Gives grey pixels this look, and colours none.
     *
     * @param pixels the pixels
     * @return the same
     */
    public ImageProcessor on(ImageProcessor pixels) {
        if (!(pixels instanceof ColorProcessor)) {
            pixels.setLut(table);
            pixels.setMinAndMax(low, high);
        }
        return pixels;
    }
}
