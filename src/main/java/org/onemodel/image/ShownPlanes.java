/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.CompositeImage;
import ij.ImagePlus;
import java.util.List;
import java.util.stream.IntStream;

/** The planes that an image shows at a time. */
final class ShownPlanes {

    private ShownPlanes() {}

    /** Of a composite the channels that are switched on, of other images one plane. */
    static SelectedPlanes of(ImagePlus image) {
        // ImageJ's own getSlice() may be that of an earlier time.
        int[] position = image.convertIndexToPosition(image.getCurrentSlice());
        return new SelectedPlanes(
                channels(image, position[0]), List.of(position[1]), List.of(position[2]));
    }

    private static List<Integer> channels(ImagePlus image, int current) {
        boolean together =
                image instanceof CompositeImage
                        && image.getCompositeMode() == CompositeImage.COMPOSITE;
        if (!together) {
            return List.of(current);
        }
        boolean[] active = ((CompositeImage) image).getActiveChannels();
        return IntStream.rangeClosed(1, image.getNChannels())
                .filter(channel -> channel > active.length || active[channel - 1])
                .boxed()
                .toList();
    }
}
