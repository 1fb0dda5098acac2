/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

import java.util.List;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.ImageTemplate;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.MemoryNeed;
import org.onemodel.restore.PlaneCodec;
import org.onemodel.restore.Progress;

/**
 * Encodes planes of an image, all with tiles of one layout.
 *
 * @param codec encodes
 * @param model name or path of its model
 */
record ImageEncoding(PlaneCodec codec, String model) {

    /** What to do where memory does not suffice. */
    static final String ADVICE =
            "choose fewer slices or frames, or a part of the image, close other images, or give"
                    + " Java more memory";

    /** Of a plane's maps for each of its pixels, with those that tiles share; about. */
    private static final int NUMBERS_A_PIXEL = 5;

    /**
     * Encodes.
     *
     * @throws org.onemodel.restore.OneModelException if Java has too little memory for the maps
     */
    EncodedImage of(ImagePlanes planes, Progress progress) {
        long pixels = (long) planes.width() * planes.height() * planes.count();
        new MemoryNeed(Float.BYTES * NUMBERS_A_PIXEL * pixels, 0)
                .require("Keeping the noise maps of all tiles", ADVICE);
        List<EncodedPlane> encoded = codec.encode(planes, progress);
        if (encoded.stream().map(EncodedPlane::tiling).distinct().count() > 1) {
            // Memory did not suffice on the way; what suffices for the last suffices for all.
            encoded = codec.encode(planes, progress);
        }
        return EncodedImage.of(model, ImageTemplate.of(planes), encoded);
    }
}
