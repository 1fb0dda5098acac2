/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.testimages;

import java.util.Random;

/**
 * An ellipsoid of chromatin with denser grains, a bright rim and dark nucleoli.
 *
 * @param x centre in pixels
 * @param y centre in pixels
 * @param major half axis in pixels
 * @param minor half axis in pixels
 * @param angle of the major axis in radians
 * @param texture of the chromatin
 */
record Nucleus(double x, double y, double major, double minor, double angle, Texture texture) {

    private static final double CENTRE_DEPTH = 3.2;
    private static final double HALF_THICKNESS = 2.9;

    void draw(Plane[] layers, double brightness, Random random) {
        double[][] nucleoli = scatter(2 + random.nextInt(3), 0.55, 3.2, 2.6, random);
        double[][] foci = scatter(10 + random.nextInt(8), 0.85, 1.4, 1.2, random);
        int reach = (int) (1.2 * major);
        for (int j = (int) y - reach; j <= y + reach; j++) {
            for (int i = (int) x - reach; i <= x + reach; i++) {
                if (i >= 0 && j >= 0 && i < layers[0].width && j < layers[0].height) {
                    drawColumn(layers, i, j, brightness, nucleoli, foci);
                }
            }
        }
    }

    private void drawColumn(
            Plane[] layers, int i, int j, double brightness, double[][] nucleoli, double[][] foci) {
        double u = (i - x) * StrictMath.cos(angle) + (j - y) * StrictMath.sin(angle);
        double v = (j - y) * StrictMath.cos(angle) - (i - x) * StrictMath.sin(angle);
        double squared = u * u / (major * major) + v * v / (minor * minor);
        squared *= 1 + 0.16 * texture.at(i / 22.0 + 50, j / 22.0, 2);
        if (squared >= 1) {
            return;
        }
        double dense = 0;
        for (double[] focus : foci) {
            dense += gauss(u, v, focus);
        }
        double empty = 0;
        for (double[] nucleolus : nucleoli) {
            empty += gauss(u, v, nucleolus);
        }
        for (int z = 0; z < layers.length; z++) {
            double height = (z - CENTRE_DEPTH) / HALF_THICKNESS;
            double inside = 1 - squared - height * height;
            if (inside <= 0) {
                continue;
            }
            double soft = Math.min(1, inside / 0.08);
            double rim = 0.45 * StrictMath.exp(-inside / 0.12);
            double grain = texture.at(i / 6.5 + 7 * z, j / 6.5, 4);
            double threads = Math.max(0, 0.5 - 2.2 * Math.abs(texture.at(i / 8.0, j / 8.0 + z, 3)));
            double chromatin = 0.55 + 0.42 * grain + 0.55 * threads + rim + 0.9 * dense;
            double light = 0.130 * Math.max(0.06, chromatin) * Math.max(0.15, 1 - 0.9 * empty);
            layers[z].values[j * layers[z].width + i] += (float) (brightness * soft * light);
        }
    }

    private double[][] scatter(
            int count, double within, double size, double spread, Random random) {
        double[][] places = new double[count][];
        for (int n = 0; n < count; n++) {
            double direction = random.nextDouble() * 2 * StrictMath.PI;
            double distance = within * StrictMath.sqrt(random.nextDouble());
            places[n] =
                    new double[] {
                        major * distance * StrictMath.cos(direction),
                        minor * distance * StrictMath.sin(direction),
                        size + spread * random.nextDouble()
                    };
        }
        return places;
    }

    private static double gauss(double u, double v, double[] place) {
        double du = u - place[0];
        double dv = v - place[1];
        return StrictMath.exp(-(du * du + dv * dv) / (2 * place[2] * place[2]));
    }
}
