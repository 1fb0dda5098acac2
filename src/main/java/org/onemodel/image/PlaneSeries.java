/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.List;

/**
 * Builds a stack of images that are each like one plane of an image: of its pixel type, size,
 * colours and calibration. The image is not modified. Used by one thread.
 */
public final class PlaneSeries {

    private static final List<String> COLOURS = List.of("red", "green", "blue");

    private final ImagePlanes source;
    private final OutputType output;
    private final PixelType type;
    private final ImageStack stack;

    /**
     * An empty series.
     *
     * @param source one plane; of a region, its box
     * @param output the type of the pixels
     * @throws IllegalArgumentException if there are several planes
     */
    public PlaneSeries(ImagePlanes source, OutputType output) {
        this(source, output, source.type());
    }

    /**
     * An empty series of images between two planes: like the first, with as many bits as the one
     * that has more.
     *
     * @param first one plane; of a region, its box
     * @param second one plane of the same size, grey as the first or colour as the first
     * @return a new series
     * @throws IllegalArgumentException if there are several planes
     */
    public static PlaneSeries between(ImagePlanes first, ImagePlanes second) {
        return new PlaneSeries(first, OutputType.SAME, first.type().deeper(second.type()));
    }

    private PlaneSeries(ImagePlanes source, OutputType output, PixelType type) {
        if (source.count() != 1) {
            throw new IllegalArgumentException(
                    "A series is like one plane, not " + source.count() + ".");
        }
        this.source = source;
        this.output = output;
        this.type = type;
        this.stack = new ImageStack(source.width(), source.height());
    }

    /**
     * Adds an image; integers are rounded and clamped to the type's range.
     *
     * @param label what the slice is called
     * @param plane grey values, of the size and the channels of the source
     */
    public void add(String label, Plane plane) {
        if (output == OutputType.SAME) {
            stack.addSlice(label, pixels(plane.channels()));
            return;
        }
        CalibratedValues calibrated = new CalibratedValues(source.image());
        float[][] channels = plane.channels();
        for (int c = 0; c < channels.length; c++) {
            float[] values = new float[channels[c].length];
            for (int i = 0; i < values.length; i++) {
                values[i] = calibrated.of(channels[c][i]);
            }
            stack.addSlice(channels.length == 1 ? label : label + " " + COLOURS.get(c), values);
        }
    }

    /**
     * An image as it would be in the series, which does not get it.
     *
     * @param plane grey values, of the size and the channels of the source
     * @return pixels of the series' type; colours of RGB are in one
     */
    public ImageProcessor picture(Plane plane) {
        ImageStack one = new ImageStack(plane.width(), plane.height());
        one.addSlice("", pixels(plane.channels()));
        return one.getProcessor(1);
    }

    /**
     * Bytes that an image of the series takes.
     *
     * @return of its pixels
     */
    public long bytesPerImage() {
        long pixels = (long) source.width() * source.height();
        return output == OutputType.FLOAT
                ? pixels * source.channelsPerPlane() * Float.BYTES
                : pixels * type.bytes();
    }

    private Object pixels(float[][] values) {
        Object pixels = type.create(values[0].length);
        for (int i = 0; i < values[0].length; i++) {
            type.write(values, i, pixels, i);
        }
        return pixels;
    }

    /**
     * The finished stack, which is not shown.
     *
     * @param suffix what the source's title gets, such as "-sweep"
     * @param slices images along Z
     * @param frames images along T; {@code slices * frames} were added, Z first
     * @return a stack, a hyperstack if it has several dimensions
     */
    public ImagePlus finish(String suffix, int slices, int frames) {
        ImagePlus image = source.image();
        ImagePlus result = new ImagePlus(Titles.unique(image.getTitle(), suffix), stack);
        int channels = output.slicesPerPlane(source);
        result.setDimensions(channels, slices, frames);
        result = new ResultColours(source, output).applyTo(result);
        result.setOpenAsHyperStack(result instanceof CompositeImage || slices > 1 && frames > 1);
        result.setCalibration(calibration());
        return result;
    }

    private Calibration calibration() {
        Calibration calibration = source.image().getCalibration().copy();
        Rectangle bounds = source.bounds();
        calibration.xOrigin -= bounds.x;
        calibration.yOrigin -= bounds.y;
        if (output == OutputType.FLOAT && calibration.calibrated()) {
            String unit = calibration.getValueUnit();
            calibration.setFunction(Calibration.NONE, null, unit); // its values are applied
        }
        return calibration;
    }
}
