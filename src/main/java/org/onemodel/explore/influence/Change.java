/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.influence;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much images differ from another one, in three parts whose squares add up.
 *
 * <p>The numbers are root mean squares over pixels, channels and images, in grey levels of 255.
 *
 * @param colour of the part that is {@link ChangeKind#COLOUR}
 * @param brightness of the part that is {@link ChangeKind#BRIGHTNESS}
 * @param structure of the part that is {@link ChangeKind#STRUCTURE}
 * @param detail correlation of the change of fine luminance with that of the image itself, -1 to 1:
 *     1 if a larger factor makes its detail stronger, -1 weaker, 0 if it is other detail or none
 */
public record Change(double colour, double brightness, double structure, double detail) {

    /** A part that is smaller, in grey levels of 255, is not seen. */
    public static final double VISIBLE = 1;

    /** A part that is a smaller share of the largest one does not count beside it. */
    public static final double SHARE = 0.5;

    /**
     * The whole change.
     *
     * @return root mean square in grey levels of 255
     */
    public double total() {
        return Math.sqrt(colour * colour + brightness * brightness + structure * structure);
    }

    /**
     * What changes.
     *
     * @return the parts that are at least {@link #VISIBLE} and at least {@link #SHARE} of the
     *     largest, largest first; maybe none
     */
    public List<ChangeKind> kinds() {
        Map<ChangeKind, Double> parts = new EnumMap<>(ChangeKind.class);
        parts.put(ChangeKind.COLOUR, colour);
        parts.put(ChangeKind.BRIGHTNESS, brightness);
        parts.put(ChangeKind.STRUCTURE, structure);
        double least = Math.max(VISIBLE, SHARE * Collections.max(parts.values()));
        return parts.entrySet().stream()
                .filter(part -> part.getValue() >= least)
                .sorted(Map.Entry.<ChangeKind, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * What changes, in words.
     *
     * @return such as {@code colour}, {@code structure, brightness}, or {@code nothing}
     */
    public String verdict() {
        List<ChangeKind> kinds = kinds();
        return kinds.isEmpty()
                ? "nothing"
                : kinds.stream().map(ChangeKind::toString).collect(Collectors.joining(", "));
    }
}
