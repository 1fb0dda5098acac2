/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import java.util.Optional;

/**
 * The pixel arrays of one plane of a result: one array in the input's type, or a float array for
 * each channel.
 *
 * <p>Outside the region and in holes, the input's pixels stay as they were.
 */
final class ResultPixels implements RowSink {

    private final ImagePlanes source;
    private final CalibratedValues calibrated;
    private final boolean split;
    private final Object[] arrays;
    private final String name;
    private final Runnable whenDone;

    /**
     * The pixels of one plane, those of the input until they are written.
     *
     * @param source the planes that are restored
     * @param index which of them
     * @param output the type of the result
     * @param name what messages call the plane
     * @param whenDone called when the last row was written
     */
    ResultPixels(ImagePlanes source, int index, OutputType output, String name, Runnable whenDone) {
        this.source = source;
        this.calibrated = new CalibratedValues(source.image());
        this.split = output == OutputType.FLOAT && source.type() != PixelType.GRAY32;
        this.arrays = split ? FloatPixels.of(source, index) : new Object[] {pixels(index)};
        this.name = name;
        this.whenDone = whenDone;
    }

    private Object pixels(int index) {
        PixelType type = source.type();
        boolean partly = source.region().isPresent() || type.mayHaveHoles();
        return partly
                ? type.copy(source.slice(index))
                : type.create(source.width() * source.height());
    }

    /** The arrays, in the order of the result's channels. */
    Object[] arrays() {
        return arrays;
    }

    @Override
    public void write(int y, int rows, float[][] values) {
        Optional<Region> region = source.region();
        int left = region.map(Region::x).orElse(0);
        int top = region.map(Region::y).orElse(0);
        int width = source.width();
        for (int i = 0; i < rows * width; i++) {
            int column = left + i % width;
            int line = top + y + i / width;
            if (region.isEmpty() || region.get().contains(column, line)) {
                write(values, i, column, line);
            }
        }
        if (y + rows == source.height()) {
            whenDone.run();
        }
    }

    private void write(float[][] values, int from, int column, int line) {
        int to = line * source.image().getWidth() + column;
        if (isHole(to)) {
            return;
        }
        for (float[] channel : values) {
            if (!Float.isFinite(channel[from])) {
                throw FiniteValues.broken(name, column, line);
            }
        }
        if (!split) {
            source.type().write(values, from, arrays[0], to);
            return;
        }
        for (int c = 0; c < arrays.length; c++) {
            ((float[]) arrays[c])[to] = calibrated.of(values[c][from]);
        }
    }

    /** A pixel that is no number in the input has still its value here. */
    private boolean isHole(int pixel) {
        return source.type().mayHaveHoles() && !Float.isFinite(((float[]) arrays[0])[pixel]);
    }
}
