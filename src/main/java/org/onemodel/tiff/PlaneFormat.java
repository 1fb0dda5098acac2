/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.IOException;

/**
 * The form of the pixels of a plane in a file.
 *
 * @param width columns
 * @param height rows
 * @param type type of the pixels
 * @param photometric the value of PhotometricInterpretation: whether 0 is white (0) or black (1),
 *     RGB (2) or colours of a table (3)
 * @param compression how blocks are compressed
 * @param predictor what was done to the rows before that
 */
record PlaneFormat(
        int width,
        int height,
        SampleType type,
        int photometric,
        Compression compression,
        Predictor predictor) {

    /**
     * What a directory tells.
     *
     * @throws IOException if it is not whole, or of a form that is not read here
     */
    static PlaneFormat of(Directory directory, TiffInput input) throws IOException {
        SampleType type = SampleType.of(directory, input);
        return new PlaneFormat(
                size(directory.number(Tag.IMAGE_WIDTH), input),
                size(directory.number(Tag.IMAGE_LENGTH), input),
                type,
                (int) directory.number(Tag.PHOTOMETRIC, 1),
                Compression.of(directory, input),
                Predictor.of(directory, type, input));
    }

    private static int size(long pixels, TiffInput input) throws IOException {
        if (pixels < 1 || pixels > Integer.MAX_VALUE / 4) {
            throw input.damaged("a side of the image has " + pixels + " pixels");
        }
        return (int) pixels;
    }

    /** Bytes of a row. */
    long rowBytes() {
        return (long) width * type.bytesPerPixel();
    }

    /** Bytes of the plane, not compressed. */
    long bytes() {
        return rowBytes() * height;
    }

    /** Whether planes of the other form belong into one stack with those of this. */
    boolean stacksWith(PlaneFormat other) {
        return width == other.width && height == other.height && type == other.type;
    }
}
