/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import java.util.List;
import java.util.Map;

/**
 * Gives a result all that its input carries besides pixels: dimensions, calibration, labels,
 * colours and display ranges, overlay, selection, properties and position.
 *
 * @param source the planes that were restored
 * @param output the type of the result's pixels
 */
record ResultMetadata(ImagePlanes source, OutputType output) {

    private static final String LABEL = "Slice_Label";
    private static final List<String> COLOURS = List.of("red", "green", "blue");

    /**
     * Makes the image.
     *
     * @param title its title
     * @param stack its pixels
     * @return an image, which is not shown
     */
    ImagePlus applyTo(String title, ImageStack stack) {
        ImagePlus image = source.image();
        ImagePlus result = new ImagePlus(title, stack);
        result.setDimensions(
                source.selected().channels().size() * slicesPerPlane(),
                source.selected().slices().size(),
                source.selected().frames().size());
        result = new ResultColours(source, output).applyTo(result);
        result.setOpenAsHyperStack(image.getOpenAsHyperStack() || image.isHyperStack());
        result.setCalibration(calibration());
        new ResultRois(source, slicesPerPlane()).copyTo(result);
        copyProperties(result);
        setLabels(result.getStack()); // setting colours makes a new stack of a single slice
        if (stack.getSize() == 1) {
            result.setProp(LABEL, result.getStack().getSliceLabel(1));
        }
        setPosition(result);
        return result;
    }

    private int slicesPerPlane() {
        return output.slicesPerPlane(source);
    }

    private void setLabels(ImageStack stack) {
        for (int i = 0; i < stack.getSize(); i++) {
            String label = label(i / slicesPerPlane());
            if (slicesPerPlane() > 1) {
                String colour = COLOURS.get(i % slicesPerPlane());
                label = label == null ? colour : label + " " + colour;
            }
            stack.setSliceLabel(label, i + 1);
        }
    }

    private String label(int plane) {
        ImagePlus image = source.image();
        String label = image.getStack().getSliceLabel(source.stackIndex(plane));
        // ImageJ takes title and info for the label of a single image that has none.
        boolean madeUp =
                image.getStackSize() == 1
                        && image.getProp(LABEL) == null
                        && (image.getTitle() + "\n" + image.getProperty("Info")).equals(label);
        return madeUp ? null : label;
    }

    private Calibration calibration() {
        Calibration calibration = source.image().getCalibration().copy();
        calibration.zOrigin -= source.selected().slices().get(0) - 1;
        if (output == OutputType.FLOAT && calibration.calibrated()) {
            String unit = calibration.getValueUnit();
            calibration.setFunction(Calibration.NONE, null, unit); // its values are applied
            calibration.setValueUnit(unit);
        }
        return calibration;
    }

    private void copyProperties(ImagePlus result) {
        ImagePlus image = source.image();
        result.setProperties(image.getPropertiesAsArray());
        if (image.getProperties() == null) {
            return;
        }
        for (Map.Entry<Object, Object> entry : image.getProperties().entrySet()) {
            if (entry.getValue() instanceof String text) { // other objects describe old pixels
                result.setProperty((String) entry.getKey(), text);
            }
        }
    }

    private void setPosition(ImagePlus result) {
        ImagePlus image = source.image();
        SelectedPlanes selected = source.selected();
        int channel = place(selected.channels(), image.getChannel());
        result.setPositionWithoutUpdate(
                (channel - 1) * slicesPerPlane() + 1,
                place(selected.slices(), image.getSlice()),
                place(selected.frames(), image.getFrame()));
    }

    private static int place(List<Integer> positions, int shown) {
        return Math.max(0, positions.indexOf(shown)) + 1;
    }
}
