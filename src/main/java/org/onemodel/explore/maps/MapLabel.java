/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the label of a slice says of the noise map on it, such as {@code map 03 of 9, 16×16 per 64,
 * layer convs.2, normalized, plane 2 of 8}.
 *
 * @param map index of the map, 0 is the coarsest
 * @param maps how many the model has
 * @param plane index of the plane, from 0
 * @param values what the values are
 */
record MapLabel(int map, int maps, int plane, MapValues values) {

    private static final Pattern MAP = Pattern.compile("map (\\d{1,4}) of (\\d{1,4})\\b(.*)");
    private static final Pattern RESOLUTION = Pattern.compile("(\\d+)×\\d+ per ");
    private static final Pattern PLANE = Pattern.compile(", plane (\\d{1,7}) of \\d{1,7}\\b");

    /**
     * Writes a label.
     *
     * @param side pixels of the map per tile of the model's size
     * @param size the model's size
     * @param layer the generator's layer that takes the map
     * @param planes how many there are
     */
    String write(int side, int size, String layer, int planes) {
        return String.format("map %02d of %d, %d×%d per %d, ", map, maps, side, side, size)
                + "layer "
                + layer
                + (values == MapValues.NORMALIZED ? ", " + values : "")
                + (planes > 1 ? ", plane " + (plane + 1) + " of " + planes : "");
    }

    /** The resolution that a label tells, such as {@code 8x8}. */
    static String resolution(String label) {
        Matcher resolution = RESOLUTION.matcher(label);
        if (!resolution.find()) {
            throw new IllegalArgumentException("'" + label + "' tells no resolution.");
        }
        return resolution.group(1) + "x" + resolution.group(1);
    }

    /**
     * Reads a label.
     *
     * @param label a label, or null
     * @return what it says, or nothing if it says nothing of a map
     */
    static Optional<MapLabel> read(String label) {
        Matcher map = MAP.matcher(label == null ? "" : label.lines().findFirst().orElse(""));
        if (!map.find()) {
            return Optional.empty();
        }
        String rest = map.group(3);
        Matcher plane = PLANE.matcher(rest);
        return Optional.of(
                new MapLabel(
                        Integer.parseInt(map.group(1)),
                        Integer.parseInt(map.group(2)),
                        plane.find() ? Integer.parseInt(plane.group(1)) - 1 : 0,
                        rest.contains(", " + MapValues.NORMALIZED)
                                ? MapValues.NORMALIZED
                                : MapValues.RAW));
    }
}
