/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * A restored part of the planes that an image shows, drawn as a result would be that has the
 * colours and display ranges which the image has at the time.
 *
 * <p>Nothing of the image is changed. Not safe for use by several threads at a time.
 */
public final class PartPicture {

    private static final String PROJECTION = "CompositeProjection";
    private static final int OPAQUE = 0xff000000;

    private final ImagePlanes planes;
    private final ImagePlanes shown;
    private final OutputType output;
    private final Rectangle part;
    private final int[] dimensions;
    private final float[][][] before;
    private final Object[] pixels;
    private final Variances variances = new Variances();

    /**
     * A picture without pixels; the image's own are read to be compared with.
     *
     * @param planes the planes that are to be restored, with their region
     * @param shown those that the image shows
     * @param output what the pixels of the result are
     * @param part the part, in pixels of the image
     */
    public PartPicture(ImagePlanes planes, ImagePlanes shown, OutputType output, Rectangle part) {
        this.planes = planes;
        this.shown = shown;
        this.output = output;
        this.part = new Rectangle(part);
        this.dimensions = shown.image().getDimensions();
        this.pixels = new Object[shown.count()];
        this.before = new float[shown.count()][][];
        for (int i = 0; i < before.length; i++) {
            before[i] = read(i);
        }
    }

    /**
     * Sets the pixels of one plane.
     *
     * @param index which of the shown planes
     * @param restored {@code [channels][height * width]} grey values of the part
     */
    public void set(int index, float[][] restored) {
        PixelType type = shown.type();
        boolean exact = output == OutputType.FLOAT && shown.channelsPerPlane() == 1;
        float[][] after = new float[restored.length][part.width * part.height];
        Object array = exact ? new float[after[0].length] : type.create(after[0].length);
        CalibratedValues calibrated = new CalibratedValues(shown.image());
        for (int i = 0; i < after[0].length; i++) {
            boolean hole = !Float.isFinite(before[index][0][i]);
            float[][] values = hole ? before[index] : restored;
            if (exact) {
                ((float[]) array)[i] = calibrated.of(values[0][i]);
            } else {
                type.write(values, i, array, i);
            }
        }
        pixels[index] = array;
        addVariances(index, restored);
    }

    private void addVariances(int index, float[][] restored) {
        for (int c = 0; c < restored.length; c++) {
            float[] difference = new float[restored[c].length];
            for (int i = 0; i < difference.length; i++) {
                difference[i] = isRestored(i) ? before[index][c][i] - restored[c][i] : Float.NaN;
            }
            variances.add(before[index][c], difference);
        }
    }

    private float[][] read(int index) {
        ImageProcessor slice = shown.slice(index);
        return Plane.of(new SliceRows(slice, shown.type(), part.x, part.y, part.width, part.height))
                .channels();
    }

    /**
     * Where the picture belongs.
     *
     * @return pixels of the image
     */
    public Rectangle part() {
        return new Rectangle(part);
    }

    /**
     * The share of the variance that was taken away in the part, as {@link
     * Residual#shareOfVariance}.
     *
     * @return 0 if nothing was taken away
     */
    public double shareOfVariance() {
        return variances.share();
    }

    /**
     * Whether the image shows the planes that the picture was made of.
     *
     * @return false if it shows others, or a composite shows other channels
     */
    public boolean isOfShownPlanes() {
        return isOfSameKind()
                && planes.selected().and(ShownPlanes.of(shown.image())).equals(shown.selected());
    }

    /** Images can be cropped or converted in place. */
    private boolean isOfSameKind() {
        ImagePlus image = shown.image();
        return PixelType.of(image) == shown.type()
                && Arrays.equals(image.getDimensions(), dimensions);
    }

    /**
     * Whether the image still has the pixels that the picture was made of.
     *
     * @return false if they were changed, which those of a virtual stack can't be
     */
    public boolean isOfSamePixels() {
        if (!isOfSameKind()) {
            return false;
        }
        if (shown.image().getStack().isVirtual()) {
            return true;
        }
        for (int i = 0; i < before.length; i++) {
            if (!Arrays.deepEquals(read(i), before[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Draws the picture in the colours that the image has now.
     *
     * @return the part, transparent outside the image's selection
     */
    public BufferedImage draw() {
        ImageStack stack = new ImageStack(part.width, part.height);
        for (Object array : pixels) {
            stack.addSlice(null, array);
        }
        ImagePlus small = new ImagePlus("", stack);
        small.setDimensions(stack.getSize(), 1, 1);
        if (shown.channelsPerPlane() == 1) {
            small = coloured(small);
        }
        int[] colours = (int[]) new ColorProcessor(small.getImage()).getPixels();
        for (int i = 0; i < colours.length; i++) {
            colours[i] = isRestored(i) ? colours[i] | OPAQUE : 0;
        }
        BufferedImage picture =
                new BufferedImage(part.width, part.height, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, part.width, part.height, colours, 0, part.width);
        return picture;
    }

    private ImagePlus coloured(ImagePlus small) {
        ImagePlus image = shown.image();
        small.setProp(PROJECTION, image.getProp(PROJECTION));
        ImagePlus coloured = new ResultColours(shown, output).applyTo(small);
        if (image.isComposite() && image.getCompositeMode() == CompositeImage.GRAYSCALE) {
            ImageProcessor plane = coloured.getProcessor();
            double low = plane.getMin();
            double high = plane.getMax();
            coloured.setLut(grey());
            coloured.setDisplayRange(low, high);
        }
        return coloured;
    }

    private static LUT grey() {
        byte[] ramp = new byte[256];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (byte) i;
        }
        return new LUT(ramp, ramp, ramp);
    }

    private boolean isRestored(int pixel) {
        int x = part.x + pixel % part.width;
        int y = part.y + pixel / part.width;
        return shown.region().map(region -> region.contains(x, y)).orElse(true);
    }
}
