/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import java.util.Locale;

/** The networks whose features LPIPS compares, trained on ImageNet for classification. */
public enum LpipsNetwork {

    /** AlexNet (Krizhevsky 2014), after each of its 5 ReLUs; the smallest amount of work. */
    ALEX(31),

    /** SqueezeNet 1.1 (Iandola et al. 2016), at 7 places; the smallest file, 5 MB. */
    SQUEEZE(17),

    /** VGG-16 (Simonyan and Zisserman 2014), after 5 groups of convolutions; as published. */
    VGG(16);

    private final int smallestSide;

    LpipsNetwork(int smallestSide) {
        this.smallestSide = smallestSide;
    }

    /**
     * How it is written in settings and messages.
     *
     * @return its name in lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The side of the smallest images of which its last features still have a pixel.
     *
     * @return pixels
     */
    public int smallestSide() {
        return smallestSide;
    }
}
