/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.LUT;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Builds a new image like another one, plane by plane.
 *
 * <p>The result has the input's size, bit depth, dimensions, calibration, colours, display range,
 * slice labels, overlay, selection and properties. The input is not modified. Used by one thread.
 */
public final class ImageResult {

    private final ImagePlus source;
    private final PixelType type;
    private final String title;
    private final ImageStack stack;
    private final BitSet done = new BitSet();

    /**
     * An empty result.
     *
     * @param source the image that the result is like
     * @param suffix what the title gets before its file extension, such as "-denoised"; a number
     *     follows if an image of that title is open
     * @throws IllegalArgumentException if there is no image or it has no pixels
     */
    public ImageResult(ImagePlus source, String suffix) {
        ImagePlanes.checkOpen(source);
        this.source = source;
        this.type = PixelType.of(source);
        this.title = uniqueTitle(source.getTitle(), suffix);
        this.stack = new ImageStack(source.getWidth(), source.getHeight(), source.getStackSize());
    }

    /**
     * Sets one plane; 8-bit, 16-bit and RGB values are rounded and clamped to the type's range.
     *
     * @param index from 0 to the number of planes minus 1, in stack order
     * @param plane a plane of the input's size and number of channels
     * @throws IllegalArgumentException if the plane has another size or number of channels, or a
     *     value is NaN or infinite
     */
    public void set(int index, Plane plane) {
        Objects.checkIndex(index, stack.getSize());
        boolean fits =
                plane.width() == stack.getWidth()
                        && plane.height() == stack.getHeight()
                        && plane.channels().length == type.channels();
        if (!fits) {
            throw new IllegalArgumentException(
                    "The plane for slice "
                            + (index + 1)
                            + " of '"
                            + title
                            + "' has "
                            + plane.width()
                            + " x "
                            + plane.height()
                            + " pixels and "
                            + plane.channels().length
                            + " channels; expected "
                            + stack.getWidth()
                            + " x "
                            + stack.getHeight()
                            + " and "
                            + type.channels()
                            + ".");
        }
        FiniteValues.check(
                plane,
                "The computed slice " + (index + 1) + " of '" + title + "'",
                "check the model, or try it on the CPU.");
        stack.setPixels(type.write(plane.channels()), index + 1);
        done.set(index);
    }

    /**
     * The finished image, which is not shown.
     *
     * @return a new image
     * @throws IllegalStateException if a plane is missing
     */
    public ImagePlus finish() {
        int missing = done.nextClearBit(0);
        if (missing < stack.getSize()) {
            throw new IllegalStateException(
                    "Slice "
                            + (missing + 1)
                            + " of "
                            + stack.getSize()
                            + " of '"
                            + title
                            + "' is missing; set all before finishing.");
        }
        for (int i = 1; i <= stack.getSize(); i++) {
            stack.setSliceLabel(source.getStack().getSliceLabel(i), i);
        }
        ImagePlus result = withColors(new ImagePlus(title, stack));
        result.setOpenAsHyperStack(source.getOpenAsHyperStack() || source.isHyperStack());
        result.setCalibration(source.getCalibration().copy());
        copyOverlayAndSelection(result);
        copyProperties(result);
        return result;
    }

    private ImagePlus withColors(ImagePlus result) {
        result.setDimensions(source.getNChannels(), source.getNSlices(), source.getNFrames());
        if (source.isComposite()) {
            CompositeImage composite = new CompositeImage(result, source.getCompositeMode());
            // The constructor takes the slices of a small one-channel stack for channels.
            composite.setDimensions(
                    source.getNChannels(), source.getNSlices(), source.getNFrames());
            composite.copyLuts(source);
            composite.setPosition(source.getChannel(), source.getSlice(), source.getFrame());
            return composite;
        }
        if (type != PixelType.RGB) { // there, a display range would change pixels
            LUT lut = source.getProcessor().getLut();
            result.setLut(lut);
            if (source.getType() == ImagePlus.COLOR_256) {
                result.setTypeToColor256();
            }
            result.setDisplayRange(source.getDisplayRangeMin(), source.getDisplayRangeMax());
            result.getStack().update(result.getProcessor());
        }
        result.setPosition(source.getCurrentSlice());
        return result;
    }

    private void copyOverlayAndSelection(ImagePlus result) {
        Overlay overlay = source.getOverlay();
        if (overlay != null) {
            result.setOverlay(overlay.duplicate());
            result.setHideOverlay(source.getHideOverlay());
        }
        Roi roi = source.getRoi();
        if (roi != null) {
            result.setRoi((Roi) roi.clone());
        }
    }

    private void copyProperties(ImagePlus result) {
        result.setProperties(source.getPropertiesAsArray());
        if (source.getProperties() == null) {
            return;
        }
        for (Map.Entry<Object, Object> entry : source.getProperties().entrySet()) {
            if (entry.getValue() instanceof String text) { // other objects describe old pixels
                result.setProperty((String) entry.getKey(), text);
            }
        }
    }

    /**
     * A title for an image made from another.
     *
     * @param title title of the other image
     * @param suffix what it gets before its file extension
     * @return a title that no open image has
     */
    public static String uniqueTitle(String title, String suffix) {
        Set<String> open = new HashSet<>(List.of(WindowManager.getImageTitles()));
        String unique = withSuffix(title, suffix);
        for (int n = 1; open.contains(unique); n++) {
            unique = withSuffix(title, suffix + "-" + n);
        }
        return unique;
    }

    private static String withSuffix(String title, String suffix) {
        int dot = title.lastIndexOf('.');
        boolean extension = dot > 0 && title.substring(dot).matches("\\.[A-Za-z][A-Za-z0-9]{1,4}");
        return extension ? title.substring(0, dot) + suffix + title.substring(dot) : title + suffix;
    }
}
