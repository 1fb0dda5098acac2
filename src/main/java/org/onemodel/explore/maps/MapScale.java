/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

/**
 * The linear map that brings a noise map to mean 0 and standard deviation 1.
 *
 * @param mean mean of its values
 * @param deviation their standard deviation; 0 of a constant map, whose values become 0
 */
record MapScale(double mean, double deviation) {

    private static final double NEGLIGIBLE = 1e-6;

    /** The scale of a map's values. */
    static MapScale of(float[] values) {
        double mean = 0;
        for (float value : values) {
            mean += value;
        }
        mean /= values.length;
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / values.length);
        return new MapScale(mean, deviation <= NEGLIGIBLE * Math.abs(mean) ? 0 : deviation);
    }

    /** Values with mean 0 and deviation 1. */
    float[] normalized(float[] values) {
        float[] normalized = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            normalized[i] = deviation == 0 ? 0 : (float) ((values[i] - mean) / deviation);
        }
        return normalized;
    }

    /** The value that a normalised one stands for; those of a constant map are only shifted. */
    float original(double normalized) {
        return (float) (normalized * (deviation == 0 ? 1 : deviation) + mean);
    }
}
