/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import ai.djl.ndarray.NDManager;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.nn.NetworkBlock;

/** A model of 16×16 pixels whose weights are drawn from a seed, and images to feed it with. */
public final class TinyModel {

    /** Side of the images that the model was made for. */
    public static final int SIZE = 16;

    private TinyModel() {}

    /** The architecture. */
    public static Architecture architecture() {
        return architecture(EncoderKind.EXPANDING, List.of(8, 8), 1, 0);
    }

    private static Architecture architecture(
            EncoderKind encoder, List<Integer> widths, int depth, int mappingLayers) {
        return new Architecture(
                2,
                SIZE,
                8,
                mappingLayers,
                new TreeMap<>(Map.of(4, 8, 8, 8, 16, 4)),
                encoder,
                widths,
                depth);
    }

    /** A new model, with nothing allowed on its manager any more; close it after use. */
    public static Autoencoder draw() {
        return draw(architecture());
    }

    /** The architecture of a generator alone, with a mapping network. */
    public static Architecture generator() {
        return architecture(EncoderKind.NONE, List.of(), 0, 2);
    }

    /** A new generator without an encoder; close it after use. */
    public static Autoencoder drawGenerator() {
        return draw(generator());
    }

    /** The same with the paper's encoder. */
    public static Autoencoder drawResNet() {
        return draw(architecture(EncoderKind.RESNET, List.of(), 0, 0));
    }

    private static Autoencoder draw(Architecture architecture) {
        NDManager manager = NDManager.newBaseManager();
        Autoencoder autoencoder = architecture.build(manager);
        ((NetworkBlock) autoencoder.encoder()).draw(manager, 1);
        ((NetworkBlock) autoencoder.decoder()).draw(manager, 2);
        manager.cap();
        return autoencoder;
    }

    /** Smooth shapes with noise, grey values 20 to 220. */
    public static FloatProcessor plane(int width, int height, long seed) {
        Random random = new Random(seed);
        float[] values = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double smooth = 120 + 60 * Math.sin(0.11 * x + 0.07 * y) * Math.cos(0.05 * y);
                double noisy = smooth + 12 * random.nextGaussian();
                values[y * width + x] = (float) Math.max(20, Math.min(220, noisy));
            }
        }
        return new FloatProcessor(width, height, values);
    }

    /** A stack of several planes of a bit depth: 8, 16, 32 or 24 for RGB. */
    public static ImagePlus image(int width, int height, int slices, int bitDepth) {
        ImageStack stack = new ImageStack(width, height);
        for (int i = 0; i < slices; i++) {
            stack.addSlice("slice " + i, convert(plane(width, height, i), bitDepth));
        }
        return new ImagePlus("tiny.tif", stack);
    }

    private static ImageProcessor convert(FloatProcessor plane, int bitDepth) {
        return switch (bitDepth) {
            case 8 -> plane.convertToByteProcessor(false);
            case 16 -> plane.convertToShortProcessor(false);
            case 24 -> plane.convertToByteProcessor(false).convertToRGB();
            default -> plane;
        };
    }
}
