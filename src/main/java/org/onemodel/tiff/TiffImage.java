/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.util.Objects;

/**
 * What a TIFF file holds, without its pixels: enough to write another one like it.
 *
 * @param width columns of each plane
 * @param height rows of each plane
 * @param planes number of planes, in stack order
 * @param type type of the pixels
 * @param metadata all else that is known of the image
 */
public record TiffImage(int width, int height, int planes, SampleType type, TiffMetadata metadata) {

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if one is less than 1, or the metadata are ImageJ's and tell
     *     another number of planes
     */
    public TiffImage {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(metadata, "metadata");
        if (width < 1 || height < 1 || planes < 1) {
            throw new IllegalArgumentException(
                    "A TIFF image has at least one pixel and plane, not "
                            + width
                            + " x "
                            + height
                            + " pixels in "
                            + planes
                            + " planes.");
        }
        int told = Hyperstack.of(metadata.description()).images();
        if (told > 1 && told != planes) {
            throw new IllegalArgumentException(
                    "The metadata are those of "
                            + told
                            + " planes and the image has "
                            + planes
                            + "; write it without them.");
        }
    }

    /**
     * Size of a plane.
     *
     * @return bytes, not compressed
     */
    public long planeBytes() {
        return (long) width * type.bytesPerPixel() * height;
    }

    /**
     * Size of all planes.
     *
     * @return bytes, not compressed
     */
    public long bytes() {
        return Math.multiplyExact(planeBytes(), (long) planes);
    }
}
