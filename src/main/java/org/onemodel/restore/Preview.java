/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import org.onemodel.image.PartPicture;

/**
 * What a restoration makes of a part of the planes that an image shows.
 *
 * @param picture the part
 * @param noise what noise was found or given, in grey levels of the image; empty if it is not
 *     looked at
 * @param seconds about how long the whole restoration takes, if it goes on as in the part
 */
public record Preview(PartPicture picture, String noise, double seconds) {

    /**
     * How long the whole restoration takes, in words.
     *
     * @return such as "about 14 s"
     */
    public String duration() {
        return "about " + Pace.words(seconds);
    }
}
