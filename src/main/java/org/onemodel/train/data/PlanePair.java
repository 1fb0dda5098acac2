/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.Optional;

/**
 * A plane and its target.
 *
 * @param image the plane
 * @param target of the same size; nothing if the supervision needs none
 */
record PlanePair(PlaneSource image, Optional<PlaneSource> target) {

    boolean colour() {
        return image.colour();
    }

    PlanePair swapped() {
        return new PlanePair(target.orElseThrow(), Optional.of(image));
    }
}
