/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.ImagePlus;
import ij.ImageStack;
import java.util.BitSet;
import java.util.Objects;

/**
 * Builds a new image like another one, plane by plane.
 *
 * <p>The result has the selected planes as a stack or hyperstack of the input's size, with its
 * calibration, colours, display ranges, slice labels, overlay, selection and properties. Outside
 * the region, if there is one, and where the input is NaN or infinite, its pixels are those of the
 * input, bit for bit. The input is not modified. Used by one thread.
 */
public final class ImageResult {

    private final ImagePlanes source;
    private final OutputType output;
    private final String title;
    private final ImageStack stack;
    private final int slicesPerPlane;
    private final BitSet done = new BitSet();

    /**
     * An empty result for all planes of an image, in its pixel type.
     *
     * @param source the image that the result is like
     * @param suffix what the title gets before its file extension, such as "-denoised"; a number
     *     follows if an image of that title is open
     * @throws IllegalArgumentException if there is no image or it has no pixels
     */
    public ImageResult(ImagePlus source, String suffix) {
        this(new ImagePlanes(source), suffix, OutputType.SAME);
    }

    /**
     * An empty result for some planes of an image.
     *
     * @param source the planes that are restored, with their region
     * @param suffix what the title gets, as above
     * @param output the type of the result's pixels
     */
    public ImageResult(ImagePlanes source, String suffix, OutputType output) {
        ImagePlus image = source.image();
        this.source = source;
        this.output = output;
        this.title = Titles.unique(image.getTitle(), suffix);
        this.slicesPerPlane = output.slicesPerPlane(source);
        this.stack =
                new ImageStack(
                        image.getWidth(), image.getHeight(), source.count() * slicesPerPlane);
    }

    /**
     * The memory that the result takes when all planes are set.
     *
     * @return bytes
     */
    public long bytes() {
        long pixels = (long) stack.getWidth() * stack.getHeight() * stack.getSize();
        int bits = source.image().getBitDepth();
        boolean same = output == OutputType.SAME && source.channelsPerPlane() == 1;
        return pixels * (same ? bits / Byte.SIZE : Float.BYTES); // RGB takes four bytes, too
    }

    /**
     * The rows of one plane, to be written from the first to the last; 8-bit, 16-bit and RGB values
     * are rounded and clamped to the type's range.
     *
     * @param index from 0 to the number of planes minus 1, in stack order
     * @return takes rows like those of {@link ImagePlanes#rows}: of the region's box, if there is
     *     one, in the input's grey values; throws IllegalArgumentException if a value is NaN or
     *     infinite where the input is not
     */
    public RowSink rows(int index) {
        Objects.checkIndex(index, source.count());
        String name = "The computed slice " + (index + 1) + " of '" + title + "'";
        ResultPixels pixels = new ResultPixels(source, index, output, name, () -> done.set(index));
        for (int c = 0; c < slicesPerPlane; c++) {
            stack.setPixels(pixels.arrays()[c], index * slicesPerPlane + c + 1);
        }
        return pixels;
    }

    /**
     * Sets one plane; as writing all its {@link #rows}.
     *
     * @param index from 0 to the number of planes minus 1, in stack order
     * @param plane a plane of the size of those of the input, or of the region's box
     * @throws IllegalArgumentException if the plane has another size or number of channels, or a
     *     value is NaN or infinite where the input is not
     */
    public void set(int index, Plane plane) {
        Objects.checkIndex(index, source.count());
        boolean fits =
                plane.width() == source.width()
                        && plane.height() == source.height()
                        && plane.channels().length == source.channelsPerPlane();
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
                            + source.width()
                            + " x "
                            + source.height()
                            + " and "
                            + source.channelsPerPlane()
                            + ".");
        }
        rows(index).write(0, plane.height(), plane.channels());
    }

    /**
     * The finished image, which is not shown.
     *
     * @return a new image
     * @throws IllegalStateException if a plane is missing
     */
    public ImagePlus finish() {
        int missing = done.nextClearBit(0);
        if (missing < source.count()) {
            throw new IllegalStateException(
                    "Slice "
                            + (missing + 1)
                            + " of "
                            + source.count()
                            + " of '"
                            + title
                            + "' is missing; set all before finishing.");
        }
        return new ResultMetadata(source, output).applyTo(title, stack);
    }
}
