/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.process.ImageProcessor;
import java.util.Optional;

/**
 * The pixel arrays of one plane of a result: one array in the input's type, or a float array for
 * each channel.
 *
 * <p>Where the region ends and in holes, the input's pixels stay as they were.
 */
final class ResultPixels implements RowSink {

    private final Object[] arrays;
    private final boolean split;
    private final ImagePlanes source;
    private final int index;
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
        this.index = index;
        this.name = name;
        this.whenDone = whenDone;
        this.split = output == OutputType.FLOAT && source.type() != PixelType.GRAY32;
        this.arrays = split ? floats() : new Object[] {pixels()};
    }

    /** The arrays, in the order of the result's channels. */
    Object[] arrays() {
        return arrays;
    }

    private Object pixels() {
        PixelType type = source.type();
        boolean partly = source.region().isPresent() || type.mayHaveHoles();
        return partly
                ? type.copy(source.slice(index))
                : type.create(source.width() * source.height());
    }

    private Object[] floats() {
        ImageProcessor slice = source.slice(index);
        int pixels = slice.getWidth() * slice.getHeight();
        float[][] values = new float[source.channelsPerPlane()][pixels];
        source.type().read(slice, 0, pixels, values, 0);
        CalibratedValues calibrated = new CalibratedValues(source.image());
        for (int i = 0; calibrated.isCalibrated() && i < pixels; i++) {
            values[0][i] = calibrated.of(values[0][i]);
        }
        return values;
    }

    @Override
    public void write(int y, int rows, float[][] values) {
        Optional<Region> region = source.region();
        int left = region.map(Region::x).orElse(0);
        int top = region.map(Region::y).orElse(0);
        int width = source.width();
        int imageWidth = source.image().getWidth();
        CalibratedValues calibrated = new CalibratedValues(source.image());
        for (int row = y; row < y + rows; row++) {
            for (int x = 0; x < width; x++) {
                int column = left + x;
                int line = top + row;
                if (region.isEmpty() || region.get().contains(column, line)) {
                    int to = line * imageWidth + column;
                    if (!isHole(to)) {
                        write(values, (row - y) * width + x, to, calibrated);
                    }
                }
            }
        }
        if (y + rows == source.height()) {
            whenDone.run();
        }
    }

    /** A pixel that is no number in the input has still its value here. */
    private boolean isHole(int pixel) {
        return source.type().mayHaveHoles() && !Float.isFinite(((float[]) arrays[0])[pixel]);
    }

    private void write(float[][] values, int from, int to, CalibratedValues calibrated) {
        for (float[] channel : values) {
            int width = source.image().getWidth();
            FiniteValues.checkComputed(channel[from], name, to % width, to / width);
        }
        if (!split) {
            source.type().write(values, from, arrays[0], to);
            return;
        }
        for (int c = 0; c < arrays.length; c++) {
            float value = values[c][from];
            ((float[]) arrays[c])[to] = calibrated.isCalibrated() ? calibrated.of(value) : value;
        }
    }
}
