/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a result the input's look-up tables, display ranges, composite mode and active channels.
 *
 * @param source the planes that were restored
 * @param output the type of the result's pixels
 */
record ResultColours(ImagePlanes source, OutputType output) {

    /**
     * Sets the colours.
     *
     * @param result an image with pixels and dimensions
     * @return the image, or a composite in its place
     */
    ImagePlus applyTo(ImagePlus result) {
        ImagePlus image = source.image();
        boolean colour = source.channelsPerPlane() > 1;
        if (colour) {
            return output == OutputType.FLOAT
                    ? composite(result, CompositeImage.COMPOSITE, primaries(result.getNChannels()))
                    : result; // there, a display range would change pixels
        }
        List<Integer> channels = source.selected().channels();
        if (!image.isComposite()) {
            copyTable(result);
            return result;
        }
        List<LUT> tables = new ArrayList<>();
        for (int channel : channels) {
            tables.add(calibrated(image.getLuts()[channel - 1]));
        }
        if (channels.size() == 1 && image.getNChannels() > 1) {
            set(result, tables.get(0));
            return result;
        }
        CompositeImage composite = composite(result, image.getCompositeMode(), tables);
        copyActive(((CompositeImage) image).getActiveChannels(), composite.getActiveChannels());
        return composite;
    }

    private void copyActive(boolean[] from, boolean[] to) {
        List<Integer> channels = source.selected().channels();
        System.arraycopy(from, 0, to, 0, to.length);
        for (int c = 0; c < Math.min(channels.size(), to.length); c++) {
            int channel = channels.get(c) - 1;
            to[c] = channel >= from.length || from[channel];
        }
    }

    private static CompositeImage composite(ImagePlus result, int mode, List<LUT> tables) {
        int channels = result.getNChannels();
        int slices = result.getNSlices();
        int frames = result.getNFrames();
        CompositeImage composite = new CompositeImage(result, mode);
        // The constructor takes the slices of a small one-channel stack for channels.
        composite.setDimensions(channels, slices, frames);
        composite.setLuts(tables.toArray(LUT[]::new));
        composite.setMode(mode);
        return composite;
    }

    private static List<LUT> primaries(int channels) {
        List<LUT> tables = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            byte[][] ramp = new byte[3][256];
            for (int i = 0; i < 256; i++) {
                ramp[c % 3][i] = (byte) i;
            }
            LUT table = new LUT(ramp[0], ramp[1], ramp[2]);
            table.min = 0;
            table.max = 255;
            tables.add(table);
        }
        return tables;
    }

    private void copyTable(ImagePlus result) {
        ImageProcessor shown = source.image().getProcessor();
        set(result, calibrated(shown.getLut())); // with the display range
        boolean thresholded = shown.getMinThreshold() != ImageProcessor.NO_THRESHOLD;
        if (thresholded && output == OutputType.SAME) {
            result.getProcessor()
                    .setThreshold(
                            shown.getMinThreshold(),
                            shown.getMaxThreshold(),
                            shown.getLutUpdateMode());
        }
    }

    private static void set(ImagePlus result, LUT table) {
        result.setLut(table);
        result.setDisplayRange(table.min, table.max);
        result.getStack().update(result.getProcessor());
    }

    /** A table whose range is that of the output's values. */
    private LUT calibrated(LUT table) {
        if (output == OutputType.SAME) {
            return table;
        }
        LUT copy = (LUT) table.clone();
        CalibratedValues values = new CalibratedValues(source.image());
        double first = values.of(table.min);
        double last = values.of(table.max);
        copy.min = Math.min(first, last);
        copy.max = Math.max(first, last);
        return copy;
    }
}
