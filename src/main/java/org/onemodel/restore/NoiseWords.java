/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.Locale;
import org.onemodel.camera.CameraNoise;
import org.onemodel.camera.NoisePlan;

/** Says what noise an image has. */
final class NoiseWords {

    private NoiseWords() {}

    /** Such as {@code gain 2.1, offset 100, read noise 3.2}, in grey levels of the image. */
    static String of(NoisePlan plan) {
        CameraNoise noise = plan.noise();
        if (noise.isNone()) {
            return "no noise";
        }
        String words =
                noise.gain() == 0
                        ? String.format(Locale.ROOT, "sigma %.3g", noise.readNoise())
                        : String.format(
                                Locale.ROOT,
                                "gain %.3g, offset %.5g, read noise %.3g",
                                noise.gain(),
                                noise.offset(),
                                noise.readNoise());
        return plan.correlated()
                ? words + " (neighbouring pixels depend on each other, so it may be more)"
                : words;
    }
}
