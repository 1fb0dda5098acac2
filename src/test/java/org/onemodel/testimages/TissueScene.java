/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.testimages;

import java.util.Random;

/**
 * A section of glands in connective tissue, stained with haematoxylin (nuclei) and eosin
 * (cytoplasm, collagen), as absorbed light. 0.5 µm per pixel.
 */
final class TissueScene {

    /** Optical densities in red, green and blue, after Ruifrok and Johnston (2001). */
    private static final double[] HAEMATOXYLIN = {0.65, 0.70, 0.29};

    private static final double[] EOSIN = {0.07, 0.99, 0.11};

    /** Centre x and y, radius to the basement membrane, radius of the lumen. */
    private static final double[][] GLANDS = {
        {78, 84, 68, 27}, {205, 176, 64, 22}, {236, 20, 52, 19}, {38, 232, 50, 15}
    };

    private final int width;
    private final int height;
    private final Random random;
    private final Texture texture;
    private final Plane haematoxylin;
    private final Plane eosin;

    TissueScene(int width, int height, long seed) {
        this.width = width;
        this.height = height;
        random = new Random(seed);
        texture = new Texture(seed);
        haematoxylin = new Plane(width, height);
        eosin = new Plane(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                drawGround(x, y);
            }
        }
        for (double[] gland : GLANDS) {
            drawEpithelialNuclei(gland);
        }
        drawStromaNuclei();
    }

    /** Red, green and blue, {@code [3][width * height]}, whole numbers in 0..255. */
    float[][] image() {
        Plane blue = haematoxylin.blurred(0.65);
        Plane pink = eosin.blurred(0.65);
        float[][] channels = new float[3][width * height];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < channels[c].length; i++) {
                double density = HAEMATOXYLIN[c] * blue.values[i] + EOSIN[c] * pink.values[i];
                channels[c][i] = (float) StrictMath.rint(244 * StrictMath.exp(-density));
            }
        }
        return channels;
    }

    private void drawGround(int x, int y) {
        int i = y * width + x;
        double[] gland = glandAt(x, y);
        double across = gland == null ? 2 : depthInGland(gland, x, y);
        double fine = texture.at(x / 5.0, y / 5.0, 4);
        if (across > 1) {
            double flow = flow(x, y);
            double wave = 5 * texture.at(x / 26.0, y / 26.0 + 40, 2);
            double u = x * StrictMath.cos(flow) + y * StrictMath.sin(flow);
            double v = y * StrictMath.cos(flow) - x * StrictMath.sin(flow) + wave;
            double fibres =
                    0.55 * texture.at(u / 30, v / 4.5, 3) + 0.5 * texture.at(u / 13, v / 1.7, 2);
            double gap = Math.max(0, texture.at(u / 40 + 9, v / 8 + 3, 2) - 0.42) * 3;
            double stain = 0.42 + 0.27 * fibres + 0.10 * fine;
            eosin.values[i] = (float) (Math.max(0.03, stain) * Math.max(0.08, 1 - gap));
            haematoxylin.values[i] = (float) (0.05 + 0.03 * fine);
            double membrane = StrictMath.exp(-(across - 1.03) * (across - 1.03) / 0.0009);
            eosin.values[i] += (float) (0.22 * membrane);
        } else if (across < 0) {
            double mucus = Math.max(0, texture.at(x / 16.0, y / 16.0, 4) - 0.15);
            eosin.values[i] = (float) (0.02 + 0.22 * mucus);
            haematoxylin.values[i] = (float) (0.015 + 0.12 * mucus);
        } else {
            double apical = StrictMath.exp(-across * across / 0.003);
            double vacuole =
                    Math.max(0, texture.at(x / 9.0 + 30, y / 9.0, 2) - 0.25) * (1 - across);
            double stain = 0.40 + 0.17 * fine + 0.35 * apical - 0.55 * vacuole;
            stain += 0.20 * lateralMembrane(gland, x, y);
            eosin.values[i] = (float) Math.max(0.05, stain);
            haematoxylin.values[i] = (float) Math.max(0.02, 0.20 + 0.10 * fine - 0.2 * vacuole);
        }
    }

    private double[] glandAt(double x, double y) {
        for (double[] gland : GLANDS) {
            if (depthInGland(gland, x, y) < 1.12) {
                return gland;
            }
        }
        return null;
    }

    /** Below 0 in the lumen, 0..1 in the epithelium, above 1 outside. */
    private double depthInGland(double[] gland, double x, double y) {
        double dx = x - gland[0];
        double dy = 1.12 * (y - gland[1]);
        double distance = StrictMath.sqrt(dx * dx + dy * dy);
        double bend = texture.at(x / 45, y / 45 + 70, 2);
        double inner = gland[3] * (1 + 0.45 * bend) + 3 * texture.at(x / 9, y / 9 + 20, 2);
        double outer = gland[2] * (1 + 0.12 * bend);
        return (distance - inner) / (outer - inner);
    }

    /** Walls between neighbouring epithelial cells run outward. */
    private static double lateralMembrane(double[] gland, int x, int y) {
        double angle = StrictMath.atan2(y - gland[1], x - gland[0]);
        double cells = StrictMath.rint(gland[2] * 0.45);
        double phase = angle * cells / (2 * StrictMath.PI);
        double offset = (phase - StrictMath.rint(phase)) * 14;
        return StrictMath.exp(-offset * offset * 2);
    }

    private double flow(double x, double y) {
        return 0.7 + 0.9 * texture.at(x / 130 + 5, y / 130, 1);
    }

    private void drawEpithelialNuclei(double[] gland) {
        int count = (int) (gland[2] * 0.45);
        for (int n = 0; n < count; n++) {
            double angle = 2 * StrictMath.PI * (n + 0.5 + 0.16 * random.nextGaussian()) / count;
            double target = 0.60 + 0.10 * random.nextGaussian();
            double distance = gland[3];
            while (distance < 2 * gland[2]
                    && depthInGland(
                                    gland,
                                    gland[0] + distance * StrictMath.cos(angle),
                                    gland[1] + distance * StrictMath.sin(angle))
                            < target) {
                distance += 0.5;
            }
            double x = gland[0] + distance * StrictMath.cos(angle);
            double y = gland[1] + distance * StrictMath.sin(angle);
            double length = 8.2 + 1.2 * random.nextGaussian();
            double breadth = 4.8 + 0.5 * random.nextGaussian();
            drawNucleus(x, y, length, breadth, angle, 0.80 + 0.2 * random.nextDouble());
        }
    }

    private void drawStromaNuclei() {
        for (int n = 0; n < 130; n++) {
            double x = width * random.nextDouble();
            double y = height * random.nextDouble();
            boolean lymphocyte = random.nextInt(4) == 0;
            double tilt = 0.2 * random.nextGaussian();
            double length = 7 + 2.5 * random.nextDouble();
            double breadth = 1.7 + 0.8 * random.nextDouble();
            double[] gland = glandAt(x, y);
            if (gland != null && depthInGland(gland, x, y) < 1.1) {
                continue;
            }
            if (lymphocyte) {
                drawNucleus(x, y, 4.0, 3.8, 0, 1.35);
            } else {
                drawNucleus(x, y, length, breadth, flow(x, y) + tilt, 1.05);
            }
        }
    }

    private void drawNucleus(
            double x, double y, double length, double breadth, double angle, double stain) {
        double grainShift = 100 * random.nextDouble();
        int reach = (int) (length + 4);
        for (int j = Math.max(0, (int) y - reach); j <= Math.min(height - 1, y + reach); j++) {
            for (int i = Math.max(0, (int) x - reach); i <= Math.min(width - 1, x + reach); i++) {
                double u = (i - x) * StrictMath.cos(angle) + (j - y) * StrictMath.sin(angle);
                double v = (j - y) * StrictMath.cos(angle) - (i - x) * StrictMath.sin(angle);
                double squared = u * u / (length * length) + v * v / (breadth * breadth);
                squared *= 1 + 0.25 * texture.at(i / 7.0 + grainShift, j / 7.0, 2);
                double inside = Math.max(0, Math.min(1, (1.1 - squared) / 0.22));
                double grain = texture.at(i / 3.6 + grainShift, j / 3.6, 3);
                double rim = StrictMath.exp(-(squared - 0.9) * (squared - 0.9) / 0.03);
                double density = stain * (0.78 + 0.42 * grain + 0.25 * rim);
                int k = j * width + i;
                float held = haematoxylin.values[k];
                haematoxylin.values[k] =
                        (float) (held + inside * Math.max(0, Math.max(held, density) - held));
                eosin.values[k] *= (float) (1 - 0.45 * inside);
            }
        }
    }
}
