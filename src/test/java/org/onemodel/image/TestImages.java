/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.util.Random;

/** Images of every kind that carry everything an image can carry, drawn from a seed. */
final class TestImages {

    static final int WIDTH = 17;
    static final int HEIGHT = 13;

    private TestImages() {}

    /** Pixel types as users know them. */
    enum Depth {
        GRAY8,
        GRAY16,
        SIGNED16,
        GRAY32,
        RGB,
        INDEXED;

        boolean colour() {
            return this == RGB || this == INDEXED;
        }
    }

    /** How a stack is stored and shown. */
    enum Kind {
        MEMORY,
        VIRTUAL,
        COMPOSITE,
        VIRTUAL_COMPOSITE,
        COLOR,
        GRAYSCALE;

        boolean isVirtual() {
            return this == VIRTUAL || this == VIRTUAL_COMPOSITE;
        }

        boolean isComposite() {
            return this != MEMORY && this != VIRTUAL;
        }
    }

    static ImagePlus image(Depth depth, Kind kind, int channels, int slices, int frames) {
        int count = channels * slices * frames;
        ImageStack stack = kind.isVirtual() ? virtual(depth, count) : memory(depth, count);
        ImagePlus image =
                count == 1 && kind == Kind.MEMORY
                        ? new ImagePlus("cells.tif", slice(depth, 1))
                        : new ImagePlus("cells.tif", stack);
        image.setDimensions(channels, slices, frames);
        if (depth == Depth.INDEXED) {
            image.setTypeToColor256();
        }
        image = composite(image, kind);
        image.setOpenAsHyperStack(count > 1 && channels + frames > 2);
        image.setPositionWithoutUpdate(
                Math.min(2, channels), Math.min(2, slices), Math.min(2, frames));
        image.setSlice(image.getCurrentSlice());
        if (!depth.colour() && !image.isComposite()) {
            image.getProcessor().setLut(ImagePlanesTest.ramp(0, 255, 0));
            image.setDisplayRange(20, 180);
        }
        decorate(image, depth);
        return image;
    }

    private static ImagePlus composite(ImagePlus image, Kind kind) {
        int mode =
                switch (kind) {
                    case COMPOSITE, VIRTUAL_COMPOSITE -> CompositeImage.COMPOSITE;
                    case COLOR -> CompositeImage.COLOR;
                    case GRAYSCALE -> CompositeImage.GRAYSCALE;
                    default -> -1;
                };
        if (mode < 0) {
            return image;
        }
        CompositeImage composite = new CompositeImage(image, mode);
        for (int c = 1; c <= image.getNChannels(); c++) {
            LUT table = ImagePlanesTest.ramp(255 / c, 60 * c, 255 - 60 * c);
            table.min = c;
            table.max = 100 + c;
            composite.setChannelLut(table, c);
        }
        if (mode == CompositeImage.COMPOSITE) {
            composite.getActiveChannels()[0] = false;
        }
        return composite;
    }

    private static void decorate(ImagePlus image, Depth depth) {
        image.getCalibration().setUnit("micron");
        image.getCalibration().pixelWidth = 0.25;
        image.getCalibration().pixelDepth = 1.5;
        image.getCalibration().zOrigin = 4;
        image.getCalibration().frameInterval = 7;
        image.getCalibration().setTimeUnit("min");
        if (depth == Depth.SIGNED16) {
            image.getCalibration().setSigned16BitCalibration();
        }
        image.setProperty("Info", "a microscope");
        image.setProp("objective", "63x");
        Overlay overlay = new Overlay(new Roi(1, 2, 3, 4));
        for (int i = 1; i <= image.getStackSize(); i++) {
            Roi roi = new Roi(i, 1, 2, 2);
            roi.setName("of plane " + i);
            int[] position = image.convertIndexToPosition(i);
            if (image.isHyperStack()) {
                roi.setPosition(position[0], position[1], position[2]);
            } else {
                roi.setPosition(i);
            }
            overlay.add(roi);
        }
        image.setOverlay(overlay);
        image.setHideOverlay(true);
        image.getProcessor().snapshot();
    }

    static Roi freehand() {
        float[] xs = {2.5f, 12, 15.5f, 9, 4};
        float[] ys = {1, 2.5f, 9, 11.5f, 8};
        return new PolygonRoi(xs, ys, Roi.FREEROI);
    }

    private static ImageStack memory(Depth depth, int count) {
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int i = 1; i <= count; i++) {
            stack.addSlice("plane " + i, slice(depth, i));
        }
        stack.update(slice(depth, 1));
        return stack;
    }

    private static ImageStack virtual(Depth depth, int count) {
        return new VirtualStack(WIDTH, HEIGHT, count) {
            @Override
            public ImageProcessor getProcessor(int n) {
                return slice(depth, n);
            }

            @Override
            public String getSliceLabel(int n) {
                return "plane " + n;
            }

            @Override
            public int getBitDepth() {
                return slice(depth, 1).getBitDepth();
            }
        };
    }

    /** The pixels of the n-th plane. */
    static ImageProcessor slice(Depth depth, int n) {
        Random random = new Random(n);
        int pixels = WIDTH * HEIGHT;
        return switch (depth) {
            case GRAY8 -> new ByteProcessor(WIDTH, HEIGHT, bytes(random), null);
            case INDEXED -> {
                ByteProcessor indexed = new ByteProcessor(WIDTH, HEIGHT, bytes(random), null);
                indexed.setLut(ImagePlanesTest.table(new Random(4)));
                yield indexed;
            }
            case GRAY16, SIGNED16 -> {
                short[] shorts = new short[pixels];
                for (int i = 0; i < pixels; i++) {
                    shorts[i] = (short) (32_000 + random.nextInt(2000));
                }
                yield new ShortProcessor(WIDTH, HEIGHT, shorts, null);
            }
            case GRAY32 -> {
                float[] floats = new float[pixels];
                for (int i = 0; i < pixels; i++) {
                    floats[i] = (float) random.nextGaussian() * 1e4f;
                }
                floats[5] = Float.NaN;
                floats[40] = Float.intBitsToFloat(0x7fc12345); // a NaN with a payload
                floats[100] = Float.NEGATIVE_INFINITY;
                yield new FloatProcessor(WIDTH, HEIGHT, floats);
            }
            case RGB -> {
                int[] colors = new int[pixels];
                for (int i = 0; i < pixels; i++) {
                    colors[i] = random.nextInt(); // with any alpha
                }
                yield new ColorProcessor(WIDTH, HEIGHT, colors);
            }
        };
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[WIDTH * HEIGHT];
        random.nextBytes(bytes);
        return bytes;
    }
}
