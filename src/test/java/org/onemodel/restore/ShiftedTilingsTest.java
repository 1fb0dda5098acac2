/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.image.Normalization;
import org.onemodel.image.Plane;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.Models;

/** Where tiles meet must not be seen: the shipped model gives the same image from any grid. */
class ShiftedTilingsTest {

    private static final Normalization RANGE = Normalization.ofRange(0, 255);
    private static final int SIDE = 300;
    private static Autoencoder model;
    private static int tile;

    @BeforeAll
    static void load() throws IOException {
        ModelBundle bundle = Models.standard().find(RestoreOptions.DEFAULT_MODEL);
        tile = bundle.description().tile();
        model = bundle.load(Device.cpu());
    }

    @AfterAll
    static void close() {
        if (model != null) {
            model.close();
        }
    }

    @ParameterizedTest(name = "sigma {0}")
    @CsvSource({"10", "25", "50"})
    void shiftedTilingsDifferByLessThanAGreyLevel(double sigma) {
        Plane noisy = noisyShapes(sigma);
        Restorer restorer = new Restorer(model, tile, RestoreOptions.defaults()).withToneOfInput();

        float[] centred = restorer.restore(noisy, RANGE, Progress.NONE).channels()[0];
        float[] shifted =
                restorer.withGridShift(tile / 4, tile / 2)
                        .restore(noisy, RANGE, Progress.NONE)
                        .channels()[0];

        double sum = 0;
        for (int i = 0; i < centred.length; i++) {
            sum += Math.abs(centred[i] - shifted[i]);
        }
        double mean = sum / centred.length;
        assertThat(mean).as("mean difference in grey levels of 255").isLessThan(1).isPositive();
    }

    /** Discs of different brightness on a gradient, with Gaussian noise. */
    private static Plane noisyShapes(double sigma) {
        Random random = new Random(3);
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = 60 + 60f * (i % SIDE) / SIDE;
        }
        for (int disc = 0; disc < 40; disc++) {
            int radius = 5 + random.nextInt(30);
            int x0 = random.nextInt(SIDE);
            int y0 = random.nextInt(SIDE);
            float grey = 30 + random.nextInt(200);
            for (int i = 0; i < values.length; i++) {
                if (Math.hypot(i % SIDE - x0, i / SIDE - y0) < radius) {
                    values[i] = grey;
                }
            }
        }
        for (int i = 0; i < values.length; i++) {
            double noisy = values[i] + sigma * random.nextGaussian();
            values[i] = (float) Math.max(0, Math.min(255, noisy));
        }
        return new Plane(SIDE, SIDE, new float[][] {values});
    }
}
