/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

import java.util.List;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.ImageTemplate;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.PlaneCodec;
import org.onemodel.restore.Progress;

/**
 * Encodes planes of an image, all with tiles of one layout.
 *
 * @param codec encodes
 * @param model name or path of its model
 */
record ImageEncoding(PlaneCodec codec, String model) {

    /** Encodes. */
    EncodedImage of(ImagePlanes planes, Progress progress) {
        List<EncodedPlane> encoded = codec.encode(planes, progress);
        if (encoded.stream().map(EncodedPlane::tiling).distinct().count() > 1) {
            // Memory did not suffice on the way; what suffices for the last suffices for all.
            encoded = codec.encode(planes, progress);
        }
        return EncodedImage.of(model, ImageTemplate.of(planes), encoded);
    }
}
