/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.io.IOException;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.image.Normalization;
import org.onemodel.image.Plane;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.Models;
import org.onemodel.tile.Tiling;

/** The shipped model gives the same with its own tiles and with one tile for the whole plane. */
class SeamTest {

    private static final Normalization RANGE = Normalization.ofRange(0, 255);
    private static final int SIDE = 400;
    private static final int WHOLE = 512;
    private static final int NEAR = 8;

    private static Autoencoder model;
    private static int tile;

    /** Scenes without edges of their own, on which a seam would be seen at once. */
    enum Scene {
        GRADIENT(25, (x, y) -> 20 + 210.0 * x / SIDE),
        STRIPES(25, (x, y) -> 128 + 80 * Math.sin(x / 4.0) * Math.cos(y / 32.0)),
        NOISE(50, (x, y) -> 128);

        private final double sigma;
        private final DoubleBinaryOperator clean;

        Scene(double sigma, DoubleBinaryOperator clean) {
            this.sigma = sigma;
            this.clean = clean;
        }

        private float[] clean() {
            float[] values = new float[SIDE * SIDE];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) clean.applyAsDouble(i % SIDE, i / SIDE);
            }
            return values;
        }

        private Plane noisy() {
            Random random = new Random(7);
            float[] values = clean();
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) (sigma * random.nextGaussian());
            }
            return new Plane(SIDE, SIDE, new float[][] {values});
        }
    }

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

    @ParameterizedTest
    @EnumSource
    void tilesAreNotSeen(Scene scene) {
        RestoreOptions options = RestoreOptions.defaults();
        RestoreOptions oneTile = options.withTile(WHOLE).withOverlap(tile / 4);
        assertThat(TileLayout.of(64, tile, oneTile).tiling(SIDE, SIDE).tileCount()).isOne();
        Tiling tiling = TileLayout.of(64, tile, options).tiling(SIDE, SIDE);
        assertThat(tiling.tileCount()).isGreaterThan(1);

        float[] tiled = restored(scene, options);
        float[] untiled = restored(scene, oneTile);

        assertThat(meanDifference(tiled, untiled))
                .as("grey levels of 255 on average")
                .isLessThan(0.5)
                .isPositive();
        float[] clean = scene.clean();
        double besides = ratioAtBorders(untiled, clean, tiling); // borders it does not have
        assertThat(ratioAtBorders(tiled, clean, tiling))
                .as("error at borders of tiles, beside the error elsewhere")
                .isLessThan(1.05 * besides);
    }

    private static float[] restored(Scene scene, RestoreOptions options) {
        return new Restorer(model, tile, options)
                .withToneOfInput()
                .restore(scene.noisy(), RANGE, Progress.NONE)
                .channels()[0];
    }

    private static double meanDifference(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length;
    }

    /** Root mean square error within some pixels of where tiles meet, over that elsewhere. */
    private static double ratioAtBorders(float[] values, float[] clean, Tiling tiling) {
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (int i = 0; i < values.length; i++) {
            boolean near =
                    isNear(i % SIDE, tiling.columns(), tiling)
                            || isNear(i / SIDE, tiling.rows(), tiling);
            double error = values[i] - clean[i];
            sums[near ? 0 : 1] += error * error;
            counts[near ? 0 : 1]++;
        }
        assertThat(counts[0]).isPositive();
        return Math.sqrt(sums[0] / counts[0] / (sums[1] / counts[1]));
    }

    /** Tiles meet in the middle of their overlap. */
    private static boolean isNear(int position, int[] starts, Tiling tiling) {
        for (int i = 1; i < starts.length; i++) {
            if (Math.abs(position - starts[i] - tiling.overlap() / 2) <= NEAR) {
                return true;
            }
        }
        return false;
    }
}
