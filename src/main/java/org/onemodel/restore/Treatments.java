/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.onemodel.camera.NoiseMode;
import org.onemodel.camera.NoisePlan;
import org.onemodel.camera.NoiseSetting;
import org.onemodel.camera.SigmaRange;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.NormalizationScope;
import org.onemodel.image.Normalizations;
import org.onemodel.image.PlaneNormalizations;
import org.onemodel.image.Planes;

/** The treatment of each plane of an image, as options, image and model call for it. */
final class Treatments {

    private final ImagePlanes planes;
    private final ImageOptions options;
    private final NoiseSetting noise;
    private final Optional<SigmaRange> trained;

    /**
     * The treatments of an image.
     *
     * @param planes the planes that are restored
     * @param options scope of the normalisation, percentiles and noise
     * @param trained the noise that the model knows, if noise is to be removed
     */
    Treatments(ImagePlanes planes, RestoreOptions options, Optional<SigmaRange> trained) {
        this.planes = planes;
        this.options = options.image();
        this.noise = options.noise();
        this.trained = trained;
    }

    /**
     * The treatment of each plane; what planes share is worked out once.
     *
     * @return by index of the plane
     * @throws OneModelException if the noise is given in a way that does not fit the image
     */
    IntFunction<Treatment> byPlane() {
        if (trained.isEmpty() || noise.mode() == NoiseMode.NONE || isColourWithoutSetting()) {
            PlaneNormalizations ranges =
                    Normalizations.of(planes, options.normalization(), options.percentiles());
            return index -> Treatment.ofRanges(ranges.of(index));
        }
        Map<Integer, Treatment> shared = new HashMap<>();
        boolean slices = options.normalization() == NormalizationScope.SLICE;
        return index -> {
            int group = slices ? index : planes.channelOf(index);
            return shared.computeIfAbsent(
                    group, key -> ofNoise(slices ? planes.only(index) : channel(key)));
        };
    }

    /** Colours were processed by the camera: their noise tells nothing that is right for all. */
    private boolean isColourWithoutSetting() {
        if (planes.channelsPerPlane() == 1) {
            return false;
        }
        if (noise.mode() != NoiseMode.AUTO) {
            throw new OneModelException(
                    "The noise of a colour image can't be set; give noise=auto or noise=none, or"
                            + " split its channels first.");
        }
        return true;
    }

    private Planes channel(int channel) {
        ImagePlanes whole = planes.whole();
        return whole.only(
                IntStream.range(0, whole.count())
                        .filter(i -> whole.channelOf(i) == channel)
                        .toArray());
    }

    private Treatment ofNoise(Planes of) {
        NoisePlan plan = noise.plan(of, trained.orElseThrow(), options.percentiles());
        return Treatment.ofNoise(plan);
    }

    /** What was found or given of the noise, in words; empty if it is not looked at. */
    static String words(List<Treatment> treatments) {
        return treatments.stream()
                .flatMap(treatment -> treatment.noise().stream())
                .filter(plan -> !Double.isNaN(plan.sigma()))
                .map(NoiseWords::of)
                .distinct()
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }
}
