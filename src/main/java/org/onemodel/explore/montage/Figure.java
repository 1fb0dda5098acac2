/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.montage;

import ij.ImagePlus;

/** Many pictures of one image in two forms, neither of them shown. */
public interface Figure {

    /**
     * The pictures side by side.
     *
     * @return an RGB image with labels
     */
    ImagePlus montage();

    /**
     * The pictures one after another.
     *
     * @return a hyperstack of the image's type, to scroll through
     */
    ImagePlus stack();
}
