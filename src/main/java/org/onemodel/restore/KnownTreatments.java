/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.onemodel.camera.NoiseSetting;
import org.onemodel.camera.SigmaRange;
import org.onemodel.image.NormalizationScope;
import org.onemodel.image.Percentiles;

/**
 * The ranges of grey values and the noise of one image, as far as previews have worked them out.
 *
 * <p>Safe for several threads.
 */
public final class KnownTreatments {

    private final Map<Key, Treatment> treatments = new ConcurrentHashMap<>();

    /** Nothing is known. */
    public KnownTreatments() {}

    /** Forgets all, as after a change of the image's pixels. */
    public void clear() {
        treatments.clear();
    }

    Treatment get(Key key, Supplier<Treatment> treatment) {
        Treatment known = treatments.get(key);
        if (known == null) {
            known = treatment.get(); // not in the map's lock: it reads the image
            treatments.put(key, known);
        }
        return known;
    }

    /** What the treatment of a plane depends on, in one image. */
    record Key(
            int channel,
            NormalizationScope normalization,
            Percentiles percentiles,
            NoiseSetting noise,
            Optional<SigmaRange> trained) {}
}
