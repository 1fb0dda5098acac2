/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

import org.onemodel.image.PlaneSelection;

/**
 * How noise maps are exported.
 *
 * @param planes of which planes of the image
 * @param values what the values are
 * @param size how large the maps are
 */
public record NoiseMapFormat(PlaneSelection planes, MapValues values, MapSize size) {

    /** The maps of the plane that the image shows, with the network's values, as large as it. */
    public static final NoiseMapFormat DEFAULT =
            new NoiseMapFormat(PlaneSelection.CURRENT, MapValues.RAW, MapSize.IMAGE);

    /**
     * A format in a user's words.
     *
     * @param channels such as {@code all}, {@code current} or {@code 1,3}
     * @param slices such as {@code 3-7}
     * @param frames such as {@code 3-7}
     * @param mode {@code raw} or {@code normalized}
     * @param size {@code image} or {@code native}
     * @return the format
     * @throws IllegalArgumentException if a word is none of these; the message names the option
     */
    public static NoiseMapFormat parse(
            String channels, String slices, String frames, String mode, String size) {
        return new NoiseMapFormat(
                PlaneSelection.parse(channels, slices, frames),
                MapValues.of(mode),
                MapSize.of(size));
    }

    /**
     * The maps of other planes.
     *
     * @param value which planes
     * @return a new format
     */
    public NoiseMapFormat withPlanes(PlaneSelection value) {
        return new NoiseMapFormat(value, values, size);
    }

    /**
     * Other values.
     *
     * @param value raw or normalised
     * @return a new format
     */
    public NoiseMapFormat withValues(MapValues value) {
        return new NoiseMapFormat(planes, value, size);
    }

    /**
     * Another size.
     *
     * @param value the image's or the maps' own
     * @return a new format
     */
    public NoiseMapFormat withSize(MapSize value) {
        return new NoiseMapFormat(planes, values, value);
    }
}
