/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.ImagePlus;

/**
 * Which planes of a hyperstack are restored: those whose channel, slice and frame are all chosen.
 *
 * @param channels of the dimension C
 * @param slices of the dimension Z
 * @param frames of the dimension T
 */
public record PlaneSelection(IndexRange channels, IndexRange slices, IndexRange frames) {

    /** Every plane. */
    public static final PlaneSelection ALL = parse(IndexRange.ALL, IndexRange.ALL, IndexRange.ALL);

    /** The one plane that the image shows; of a composite, the channel that is chosen. */
    public static final PlaneSelection CURRENT =
            parse(IndexRange.CURRENT, IndexRange.CURRENT, IndexRange.CURRENT);

    /**
     * Reads a user's words, such as {@code all}, {@code current}, {@code 3}, {@code 3-7} or {@code
     * 1,4-5}.
     *
     * @param channels for the channels
     * @param slices for the slices
     * @param frames for the frames
     * @return the selection
     * @throws IllegalArgumentException if a text is none of these; the message names the option
     */
    public static PlaneSelection parse(String channels, String slices, String frames) {
        return new PlaneSelection(
                new IndexRange("channels", channels),
                new IndexRange("slices", slices),
                new IndexRange("frames", frames));
    }

    /**
     * The planes of an image.
     *
     * @throws IllegalArgumentException if the image does not have a position that is asked for
     */
    SelectedPlanes of(ImagePlus image) {
        String title = image.getTitle();
        // ImageJ's own getSlice() may be that of an earlier time.
        int[] position = image.convertIndexToPosition(image.getCurrentSlice());
        return new SelectedPlanes(
                channels.of(title, image.getNChannels(), position[0]),
                slices.of(title, image.getNSlices(), position[1]),
                frames.of(title, image.getNFrames(), position[2]));
    }
}
