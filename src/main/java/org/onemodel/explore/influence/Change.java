/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.influence;

import java.util.Comparator;
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

    /** Below this total, in grey levels of 255, a change is not seen. */
    public static final double VISIBLE = 1;

    /** A part that has at least this share of the squares gives the change its name. */
    public static final double SHARE = 1.0 / 3;

    /**
     * The whole change.
     *
     * @return root mean square in grey levels of 255
     */
    public double total() {
        return Math.sqrt(square());
    }

    private double square() {
        return colour * colour + brightness * brightness + structure * structure;
    }

    /**
     * What changes.
     *
     * @return the parts that have at least {@link #SHARE} of the whole, largest first; none if the
     *     total is below {@link #VISIBLE}
     */
    public List<ChangeKind> kinds() {
        if (!(total() >= VISIBLE)) {
            return List.of();
        }
        return Map.of(
                        ChangeKind.COLOUR,
                        colour,
                        ChangeKind.BRIGHTNESS,
                        brightness,
                        ChangeKind.STRUCTURE,
                        structure)
                .entrySet()
                .stream()
                .filter(part -> part.getValue() * part.getValue() >= SHARE * square())
                .sorted(
                        Comparator.comparing(
                                        (Map.Entry<ChangeKind, Double> part) -> -part.getValue())
                                .thenComparing(Map.Entry::getKey))
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
