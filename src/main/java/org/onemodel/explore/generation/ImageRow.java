/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.generation;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.LUT;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.onemodel.image.Titles;
import org.onemodel.restore.OneModelException;

/** Generated images, which become the slices of a stack. */
final class ImageRow {

    private static final List<String> COLOURS = List.of("red", "green", "blue");
    private static final int CHANNELS = COLOURS.size();
    private static final double HALF_RANGE = 127.5;

    private final int side;
    private final Colours colours;
    private final String model;
    private final Generation generation;
    private final ImageStack stack;
    private int size;

    /**
     * No images yet.
     *
     * @param side S
     * @param colours what the images are
     * @param model the model's name, to be told
     * @param generation how the images are made, to be told, and what their pixels are
     */
    ImageRow(int side, Colours colours, String model, Generation generation) {
        this.side = side;
        this.colours = colours;
        this.model = model;
        this.generation = generation;
        this.stack = new ImageStack(side, side);
    }

    /** The memory that an image takes. */
    long bytesPerImage() {
        int bytes =
                switch (generation.output()) {
                    case EIGHT_BIT -> colours == Colours.GREY ? 1 : Integer.BYTES;
                    case FLOAT -> Float.BYTES * slicesPerImage();
                };
        return (long) bytes * side * side;
    }

    private int slicesPerImage() {
        boolean apart = colours == Colours.RGB && generation.output() == PixelValues.FLOAT;
        return apart ? CHANNELS : 1;
    }

    /** The number of images so far. */
    int size() {
        return size;
    }

    /**
     * Adds images.
     *
     * @param images {@code [N, 3, S, S]}, about [-1, 1]
     * @throws OneModelException if a value is not finite
     */
    void add(float[] images) {
        int length = CHANNELS * side * side;
        for (int from = 0; from < images.length; from += length) {
            add(Arrays.copyOfRange(images, from, from + length), size + 1);
            size++;
        }
    }

    private void add(float[] image, int number) {
        for (float value : image) {
            if (!Float.isFinite(value)) {
                throw new OneModelException(
                        "The model '"
                                + model
                                + "' gives image "
                                + number
                                + " values that are no numbers; give a truncation nearer to 0, or"
                                + " another model, as its weights may be damaged.");
            }
        }
        String label =
                "seed "
                        + generation.seed()
                        + ", image "
                        + number
                        + ", truncation "
                        + plain(generation.truncation());
        float[][] channels = colours == Colours.GREY ? grey(image) : split(image);
        switch (generation.output()) {
            case EIGHT_BIT -> stack.addSlice(label, eightBit(channels));
            case FLOAT -> {
                for (int c = 0; c < channels.length; c++) {
                    String colour = channels.length == 1 ? "" : ", " + COLOURS.get(c);
                    stack.addSlice(label + colour, channels[c]);
                }
            }
        }
    }

    private float[][] split(float[] image) {
        int pixels = side * side;
        float[][] channels = new float[CHANNELS][];
        for (int c = 0; c < CHANNELS; c++) {
            channels[c] = Arrays.copyOfRange(image, c * pixels, (c + 1) * pixels);
        }
        return channels;
    }

    private float[][] grey(float[] image) {
        float[][] channels = split(image);
        float[] mean = new float[side * side];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (channels[0][i] + channels[1][i] + channels[2][i]) / CHANNELS;
        }
        return new float[][] {mean};
    }

    private static Object eightBit(float[][] channels) {
        int pixels = channels[0].length;
        if (channels.length == 1) {
            byte[] grey = new byte[pixels];
            for (int i = 0; i < pixels; i++) {
                grey[i] = (byte) eightBit(channels[0][i]);
            }
            return grey;
        }
        int[] colours = new int[pixels];
        for (int i = 0; i < pixels; i++) {
            colours[i] =
                    eightBit(channels[0][i]) << 16
                            | eightBit(channels[1][i]) << 8
                            | eightBit(channels[2][i]);
        }
        return colours;
    }

    /** From [-1, 1] to 0 … 255. */
    private static int eightBit(float value) {
        return (int) Math.round(Math.max(0, Math.min(255, (value + 1.0) * HALF_RANGE)));
    }

    /** The image, not shown. */
    ImagePlus image() {
        ImagePlus image = new ImagePlus(Titles.unique("generated", ""), stack);
        int channels = slicesPerImage();
        image.setDimensions(channels, size, 1);
        if (generation.output() == PixelValues.FLOAT) {
            image.setDisplayRange(-1, 1);
        }
        ImagePlus shown = channels == 1 ? image : composite(image);
        shown.setProperty("Info", info());
        return shown;
    }

    private static ImagePlus composite(ImagePlus image) {
        CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
        LUT[] tables = new LUT[CHANNELS];
        for (int c = 0; c < CHANNELS; c++) {
            byte[][] ramp = new byte[CHANNELS][256];
            for (int i = 0; i < 256; i++) {
                ramp[c][i] = (byte) i;
            }
            tables[c] = new LUT(ramp[0], ramp[1], ramp[2]);
            tables[c].min = -1;
            tables[c].max = 1;
        }
        composite.setLuts(tables);
        return composite;
    }

    private String info() {
        return """
                Generated by OneModel.
                model: %s
                images: %d
                seed: %d
                truncation: %s
                noise maps: %s
                """
                .formatted(
                        model,
                        size,
                        generation.seed(),
                        plain(generation.truncation()),
                        generation.noise());
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
