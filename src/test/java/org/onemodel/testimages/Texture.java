/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.testimages;

/** Smooth random fields over the whole plane, defined by a seed alone ("value noise"). */
record Texture(long seed) {

    /**
     * Sum of octaves, each twice as fine and half as strong as the one before.
     *
     * @param x position in units of the coarsest grain
     * @param y position in units of the coarsest grain
     * @return mostly within [-1, 1], mean 0
     */
    double at(double x, double y, int octaves) {
        double sum = 0;
        double amplitude = 1;
        double total = 0;
        for (int octave = 0; octave < octaves; octave++) {
            sum += amplitude * smooth(x, y, octave);
            total += amplitude;
            amplitude *= 0.5;
            // Turned and shifted, or the lattices of the octaves would show.
            double turned = 1.6 * x - 1.2 * y + 17.3;
            y = 1.2 * x + 1.6 * y - 9.1;
            x = turned;
        }
        return 1.5 * sum / total;
    }

    private double smooth(double x, double y, int octave) {
        double left = StrictMath.floor(x);
        double top = StrictMath.floor(y);
        double u = ease(x - left);
        double v = ease(y - top);
        long i = (long) left;
        long j = (long) top;
        double upper = lattice(i, j, octave) * (1 - u) + lattice(i + 1, j, octave) * u;
        double lower = lattice(i, j + 1, octave) * (1 - u) + lattice(i + 1, j + 1, octave) * u;
        return upper * (1 - v) + lower * v;
    }

    private static double ease(double t) {
        return t * t * t * (t * (6 * t - 15) + 10);
    }

    private double lattice(long i, long j, int octave) {
        long z = seed + i * 0x9E3779B97F4A7C15L + j * 0xC2B2AE3D27D4EB4FL + octave * 0x165667B1L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return (z >> 11) * 0x1p-52;
    }
}
