/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.onemodel.camera.NoisePlan;
import org.onemodel.image.Normalization;
import org.onemodel.image.ValueMap;

/**
 * How a plane is brought to the network and back.
 *
 * @param maps for each channel, from its grey values to the network's
 * @param excess whether what the maps say is kept from the network and given back to the result;
 *     else the network sees all
 * @param noise what is known of the noise, which limits what may be removed
 */
record Treatment(List<? extends ValueMap> maps, boolean excess, Optional<NoisePlan> noise) {

    /** By ranges that come from percentiles: what lies beyond them are outliers. */
    static Treatment ofRanges(List<? extends ValueMap> ranges) {
        return new Treatment(ranges, true, Optional.empty());
    }

    /** By the range of a clean image: what lies beyond it is noise. */
    static Treatment ofKnownRange(Normalization range, int channels) {
        return new Treatment(Collections.nCopies(channels, range), false, Optional.empty());
    }

    /** By what is known of the noise. */
    static Treatment ofNoise(NoisePlan plan) {
        return new Treatment(List.of(plan.map()), true, Optional.of(plan));
    }

    /** Whether the plane needs no network. */
    boolean leavesAsIs() {
        return noise.map(NoisePlan::isIdentity).orElse(false)
                || maps.stream().allMatch(ValueMap::leavesAsIs);
    }
}
