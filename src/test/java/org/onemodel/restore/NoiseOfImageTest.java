/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.camera.NoiseSetting;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.ModelDescription;
import org.onemodel.model.Models;

/** The shipped model on images whose noise is that of a camera. */
class NoiseOfImageTest {

    private static final int SIDE = 160;
    private static final double GAIN = 4;
    private static final double OFFSET = 100;

    private static Autoencoder model;
    private static ModelDescription description;

    @BeforeAll
    static void load() throws IOException {
        ModelBundle bundle = Models.standard().find(RestoreOptions.DEFAULT_MODEL);
        description = bundle.description();
        model = bundle.load(Device.cpu());
    }

    @AfterAll
    static void close() {
        if (model != null) {
            model.close();
        }
    }

    private static ImagePlus denoised(ImagePlus image, RestoreOptions options) {
        return new Restorer(model, description.tile(), options)
                .withToneOfInput()
                .withNoiseOfImage(description.sigmaRange())
                .restore(image, "-denoised", Progress.NONE);
    }

    private static ImagePlus denoised(ImagePlus image, NoiseSetting noise) {
        return denoised(image, RestoreOptions.defaults().withNoise(noise));
    }

    /** Blobs on darkness; photons of a camera with the gain and offset above. */
    private static ImagePlus blobs(boolean noisy, long seed) {
        Random random = new Random(seed);
        short[] values = new short[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            double clean = light(i % SIDE, i / SIDE);
            double photons = noisy ? poisson(clean / GAIN, random) : clean / GAIN;
            double read = noisy ? 3 * random.nextGaussian() : 0;
            values[i] = (short) Math.max(0, Math.round(OFFSET + GAIN * photons + read));
        }
        return new ImagePlus("blobs.tif", new ShortProcessor(SIDE, SIDE, values, null));
    }

    private static double light(int x, int y) {
        double sum = 0;
        for (int k = 0; k < 9; k++) {
            double dx = x - (15 + 55 * (k % 3));
            double dy = y - (20 + 50 * (k / 3));
            sum += 900 * (k + 1) / 9.0 * Math.exp(-(dx * dx + dy * dy) / 120);
        }
        return sum;
    }

    /** Knuth's method in pieces that do not underflow. */
    private static double poisson(double mean, Random random) {
        int count = 0;
        for (double left = mean; left > 0; left -= 30) {
            double limit = Math.exp(-Math.min(30, left));
            double product = random.nextDouble();
            while (product > limit) {
                count++;
                product *= random.nextDouble();
            }
        }
        return count;
    }

    private static double rms(ImagePlus image) {
        ImagePlus clean = blobs(false, 0);
        double sum = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            double d = image.getProcessor().get(i) - clean.getProcessor().get(i);
            sum += d * d;
        }
        return Math.sqrt(sum / (SIDE * SIDE));
    }

    @Test
    void photonNoiseIsEstimatedToldAndRemoved() {
        ImagePlus noisy = blobs(true, 1);

        ImagePlus automatic = denoised(noisy, NoiseSetting.AUTO);
        ImagePlus known = denoised(noisy, NoiseSetting.poisson(GAIN, OFFSET, 3));
        ImagePlus ranges = denoised(noisy, NoiseSetting.NONE);

        assertThat(automatic.getProp(Restorer.NOISE_PROPERTY))
                .matches("gain [345](\\.\\d+)?, offset (9\\d|10\\d)(\\.\\d+)?, read noise .*");
        assertThat(known.getProp(Restorer.NOISE_PROPERTY))
                .isEqualTo("gain 4.00, offset 100.00, read noise 3.00");
        assertThat(ranges.getProp(Restorer.NOISE_PROPERTY)).isNull();
        assertThat(rms(known)).isLessThan(0.4 * rms(noisy));
        assertThat(rms(automatic)).isLessThan(1.05 * rms(known));
        assertThat(rms(automatic)).isLessThan(rms(ranges));
    }

    @Test
    void whatAnEarlierRunFoundIsNoLongerToldWhereNoiseIsNotLookedAt() {
        ImagePlus once = denoised(blobs(true, 2), NoiseSetting.poisson(GAIN, OFFSET, 3));

        ImagePlus twice = denoised(once, NoiseSetting.NONE);

        assertThat(once.getProp(Restorer.NOISE_PROPERTY)).isNotNull();
        assertThat(twice.getProp(Restorer.NOISE_PROPERTY)).isNull();
        assertThat(twice.getPropsInfo()).doesNotContain(Restorer.NOISE_PROPERTY);
    }

    @Test
    void anImageWithoutNoiseComesBackAsItWas() {
        ImagePlus clean = blobs(false, 0);

        ImagePlus given = denoised(clean, NoiseSetting.gaussian(0));

        assertThat((short[]) given.getProcessor().getPixels())
                .isEqualTo(clean.getProcessor().getPixels());
        assertThat(given.getProp(Restorer.NOISE_PROPERTY)).isEqualTo("no noise");
    }

    @Test
    void channelsHaveTheirOwnNoise() {
        ImageStack stack = new ImageStack(SIDE, SIDE);
        stack.addSlice(blobs(true, 1).getProcessor());
        stack.addSlice(blobs(false, 1).getProcessor());
        ImagePlus image = new ImagePlus("channels", stack);
        image.setDimensions(2, 1, 1);

        ImagePlus result = denoised(image, RestoreOptions.defaults().withNoise(NoiseSetting.AUTO));

        assertThat(result.getProp(Restorer.NOISE_PROPERTY)).contains("gain", "; ");
    }

    @Test
    void theNoiseOfColoursIsNotSet() {
        ImagePlus colour = new ImagePlus("rgb", new ColorProcessor(40, 40));

        assertThat(denoised(colour, NoiseSetting.AUTO).getBitDepth()).isEqualTo(24);
        assertThatThrownBy(() -> denoised(colour, NoiseSetting.gaussian(5)))
                .isInstanceOf(OneModelException.class)
                .hasMessageStartingWith("The noise of a colour image can't be set;");
    }

    @Test
    void wordsOfUsersAreReadOrNamed() {
        RestoreOptions options = RestoreOptions.defaults();

        assertThat(options.withNoiseWords("poisson", "auto", "2.5", "100", "").noise())
                .isEqualTo(NoiseSetting.poisson(2.5, 100, Double.NaN));
        assertThatThrownBy(() -> options.withNoiseWords("gauss", "", "", "", ""))
                .hasMessage("The noise is 'gauss'; give auto, gaussian, poisson or none.");
        assertThatThrownBy(() -> options.withNoiseWords("gaussian", "much", "", "", ""))
                .hasMessage("The noise's sigma is 'much'; give a number of grey levels, or auto.");
        assertThatThrownBy(() -> options.withNoiseWords("none", "3", "", "", ""))
                .hasMessageStartingWith("The noise's sigma is given, 3.0, but the kind of noise");
    }
}
