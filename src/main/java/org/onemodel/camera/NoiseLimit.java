/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

/**
 * Keeps a network from removing more than noise where the noise is weaker than in its training.
 *
 * <p>A network that is given weaker noise than it knows smooths the sample as if there were more.
 * What it took away is then more than the noise can explain: where the mean square D of the
 * difference, over 13 x 13 pixels, is above that of the noise, σ², only the share σ² / D of it is
 * taken away, which for differences independent of the noise has the least squared error. Without
 * noise the image stays as it was, to the bit. Toward the trained range the limit fades.
 *
 * <p>Measured with compact-denoise by {@code scripts/benchmark-camera-noise 256 255}, PSNR in dB on
 * cells with noise of σ = 0.7, 2 and 3.5 of 255: noisy 53.2, 44.7, 39.9; denoised 45.4, 45.0, 44.0;
 * with this limit 54.4, 46.9, 44.1.
 *
 * <p>Other ways, tried at σ = 0.7 and 2 on another scale (noisy 51.2, 42.1; with a limit over a
 * Gaussian window 52.4, 44.8): noise stretched to σ = 5 and the image beyond [-1, 1], 41.1 and
 * 42.3; stretched after the local mean is taken away, 50.5 and 45.8; at σ = 2 overlapping windows
 * of intensity, 46.2 for thirteen times the computation. The limit was never worse than the input.
 */
public final class NoiseLimit {

    /** Pixels around one, to each side, over which the mean is taken. */
    public static final int RADIUS = 6;

    /** Half the range from -1 to 1 in grey levels of 255. */
    private static final double HALF_LEVELS = 127.5;

    private NoiseLimit() {}

    /**
     * Limits what was removed.
     *
     * @param restored a network's answer, {@code [width * height]} in rows; changed in place
     * @param input what it was made from, in the same range of [-1, 1]
     * @param width columns
     * @param height rows
     * @param sigma deviation of the input's noise, of 255 grey levels
     * @param trained the noise that the network knows; from its lower end on, nothing is limited
     * @throws IllegalArgumentException if the lengths are not {@code width * height}
     */
    public static void apply(
            float[] restored,
            float[] input,
            int width,
            int height,
            double sigma,
            SigmaRange trained) {
        if (restored.length != (long) width * height || input.length != restored.length) {
            throw new IllegalArgumentException(
                    "The restored and the input plane have "
                            + restored.length
                            + " and "
                            + input.length
                            + " values; expected "
                            + width
                            + " x "
                            + height
                            + " each.");
        }
        if (sigma > 0 && sigma >= trained.low()) {
            return;
        }
        double share = sigma > 0 ? sigma / trained.low() : 0;
        double allowed = (1 + share * share) * Math.pow(sigma / HALF_LEVELS, 2);
        double[][] rows = new double[2 * RADIUS + 1][width]; // the last ones, in turn
        for (int y = -RADIUS; y < height; y++) {
            square(rows[row(y + RADIUS)], restored, input, height, y + RADIUS);
            if (y >= 0) {
                limitRow(y, columns(rows, y), restored, input, height, allowed);
            }
        }
    }

    private static int row(int y) {
        return Math.floorMod(y, 2 * RADIUS + 1);
    }

    /** A row of squared differences; of 0 below the plane. */
    private static void square(double[] row, float[] restored, float[] input, int height, int y) {
        int width = row.length;
        for (int x = 0; x < width; x++) {
            double removed =
                    y < height ? (double) input[y * width + x] - restored[y * width + x] : 0;
            row[x] = removed * removed;
        }
    }

    /** Sums of the rows around one, always from top to bottom, whichever part of a plane it is. */
    private static double[] columns(double[][] rows, int y) {
        double[] sums = new double[rows[0].length];
        for (int v = y - RADIUS; v <= y + RADIUS; v++) {
            double[] row = rows[row(v)];
            for (int x = 0; x < sums.length; x++) {
                sums[x] += row[x];
            }
        }
        return sums;
    }

    private static void limitRow(
            int y, double[] columns, float[] restored, float[] input, int height, double allowed) {
        int width = columns.length;
        int rows = Math.min(height, y + RADIUS + 1) - Math.max(0, y - RADIUS);
        for (int x = 0; x < width; x++) {
            int from = Math.max(0, x - RADIUS);
            int to = Math.min(width, x + RADIUS + 1);
            double sum = 0;
            for (int u = from; u < to; u++) {
                sum += columns[u];
            }
            double mean = sum / (rows * (to - from));
            if (mean > allowed) {
                int i = y * width + x;
                restored[i] =
                        (float) (input[i] + allowed / mean * ((double) restored[i] - input[i]));
            }
        }
    }
}
