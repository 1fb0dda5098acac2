/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.SplittableRandom;
import org.onemodel.train.settings.Settings;

/**
 * Photon and read noise of a camera: a grey value v becomes offset + gain·k + readNoise·n, where k
 * is Poisson of mean max(0, v − offset)/gain and n is normal. The variance is gain·max(0, v −
 * offset) + readNoise² (Foi et al., IEEE Transactions on Image Processing 17(10), 2008). Values
 * below the offset get the read noise alone.
 *
 * @param share weight among the kinds of noise
 * @param gain grey levels of 255 per photon, drawn log-uniformly, positive
 * @param readNoise standard deviation in grey levels of 255, drawn uniformly
 * @param offset grey level without light, drawn uniformly
 */
public record PoissonGaussianNoise(double share, Range gain, Range readNoise, Range offset)
        implements NoiseKind {

    private static final String KEY = "noise.poissonGaussian";

    /**
     * Checks the numbers.
     *
     * @throws org.onemodel.train.settings.TrainingException if one is impossible, with its key
     */
    public PoissonGaussianNoise {
        Settings.require(share > 0, KEY + ".share", "must be positive, not " + share);
        Settings.require(gain.low() > 0, KEY + ".gain", "must be positive, but is " + gain);
        Settings.require(
                readNoise.low() >= 0,
                KEY + ".readNoise",
                "must not be negative, but is " + readNoise);
    }

    static PoissonGaussianNoise read(Settings s) {
        return new PoissonGaussianNoise(
                s.number(KEY + ".share", 1.0),
                Range.read(s, KEY + ".gain", null),
                Range.read(s, KEY + ".readNoise", 0.0),
                Range.read(s, KEY + ".offset", 0.0));
    }

    /** The middle of each range as one strength; of the gain, the geometric middle. */
    PoissonGaussianNoise middle() {
        double middleGain = gain.geometricMiddle();
        return new PoissonGaussianNoise(
                share,
                new Range(middleGain, middleGain),
                new Range(readNoise.middle(), readNoise.middle()),
                new Range(offset.middle(), offset.middle()));
    }

    @Override
    public void addTo(float[] sample, boolean grey, SplittableRandom random) {
        double levelsPerPhoton = gain.drawLogUniform(random);
        double sigma = readNoise.draw(random);
        double dark = offset.draw(random);
        int length = grey ? sample.length / 3 : sample.length;
        for (int i = 0; i < length; i++) {
            double level = (sample[i] + 1) * LEVELS;
            if (level > dark) {
                double photons = (level - dark) / levelsPerPhoton;
                level = dark + levelsPerPhoton * Poisson.draw(photons, random);
            }
            level += sigma * random.nextGaussian();
            sample[i] = (float) (level / LEVELS - 1);
        }
        if (grey) {
            Channels.repeatFirst(sample);
        }
    }

    @Override
    public boolean isNone() {
        return false;
    }

    @Override
    public String describe() {
        return "Poisson-Gaussian noise of "
                + gain
                + " grey levels (of 255) per photon and read noise of σ = "
                + readNoise;
    }
}
