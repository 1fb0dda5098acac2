/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import java.util.List;

/**
 * Positions along each dimension of a hyperstack; the planes are their products, in stack order:
 * channels first, then slices, then frames.
 *
 * @param channels from 1, ascending, at least one
 * @param slices as the channels
 * @param frames as the channels
 */
record SelectedPlanes(List<Integer> channels, List<Integer> slices, List<Integer> frames) {

    /** Number of planes. */
    int count() {
        return channels.size() * slices.size() * frames.size();
    }

    /** The channel of a plane, from 1; planes count from 0. */
    int channel(int plane) {
        return channels.get(plane % channels.size());
    }

    /** The slice of a plane, from 1. */
    int slice(int plane) {
        return slices.get(plane / channels.size() % slices.size());
    }

    /** The frame of a plane, from 1. */
    int frame(int plane) {
        return frames.get(plane / channels.size() / slices.size());
    }

    /**
     * Those of these planes that also others hold.
     *
     * @param others positions of the same image
     * @return the planes; along a dimension without common positions, none
     */
    SelectedPlanes and(SelectedPlanes others) {
        return new SelectedPlanes(
                common(channels, others.channels),
                common(slices, others.slices),
                common(frames, others.frames));
    }

    private static List<Integer> common(List<Integer> some, List<Integer> others) {
        return some.stream().filter(others::contains).toList();
    }
}
