/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import java.util.List;

/** The normalisation of each plane of an image. */
@FunctionalInterface
public interface PlaneNormalizations {

    /**
     * The normalisation of a plane.
     *
     * @param index from 0 to the number of planes minus 1
     * @return one for each channel of the plane: three for RGB, otherwise one
     */
    List<Normalization> of(int index);
}
