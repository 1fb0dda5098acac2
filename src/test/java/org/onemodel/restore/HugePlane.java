/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.image.ImgPlanes;
import org.onemodel.image.RowSink;
import org.onemodel.model.ModelException;
import org.onemodel.model.TensorEngine;
import org.onemodel.nn.NetworkBlock;

/**
 * A program that restores a plane which exists pixel by pixel only, lazily or by rows, with a
 * network of hardly any computation.
 */
final class HugePlane {

    private static final int TILE = 256;

    private HugePlane() {}

    /**
     * Restores the plane and prints how many pixels there were and their mean.
     *
     * @param arguments {@code lazily} or {@code rows}, width, height; side of a block, and
     *     megabytes for blocks
     */
    public static void main(String[] arguments) throws ModelException {
        int width = Integer.parseInt(arguments[1]);
        int height = Integer.parseInt(arguments[2]);
        Mean mean = new Mean(width);
        try (NDManager manager = TensorEngine.newManager(Device.cpu());
                Autoencoder model = architecture().build(manager)) {
            ((NetworkBlock) model.encoder()).draw(manager, 1);
            ((NetworkBlock) model.decoder()).draw(manager, 2);
            Restorer restorer =
                    new Restorer(model, TILE, RestoreOptions.defaults())
                            .withToneOfInput()
                            .withNoiseOfImage(List.of(5.0, 50.0));
            RandomAccessibleInterval<UnsignedShortType> plane = plane(width, height);
            if (arguments[0].equals("lazily")) {
                LazyOptions blocks =
                        LazyOptions.defaults()
                                .withBlock(Integer.parseInt(arguments[3]))
                                .withCacheBytes(Long.parseLong(arguments[4]) << 20);
                addRows(restorer.restoreLazily(plane, blocks, Progress.NONE), mean);
            } else {
                restorer.restore(new ImgPlanes(plane), i -> 0, i -> mean, Progress.NONE);
            }
        }
        System.out.printf(Locale.ROOT, "%d pixels of %.2f%n", mean.count, mean.sum / mean.count);
    }

    private static Architecture architecture() {
        return new Architecture(
                2,
                16,
                4,
                0,
                new TreeMap<>(Map.of(4, 2, 8, 2, 16, 2)),
                EncoderKind.EXPANDING,
                List.of(2, 2),
                0);
    }

    /** 900 to 1099, without structure, of mean 999.5. */
    private static RandomAccessibleInterval<UnsignedShortType> plane(int width, int height) {
        return Views.interval(
                new FunctionRandomAccessible<>(
                        2,
                        (position, value) ->
                                value.set(
                                        value(
                                                position.getIntPosition(0),
                                                position.getIntPosition(1))),
                        UnsignedShortType::new),
                new FinalInterval(width, height));
    }

    private static int value(int x, int y) {
        int hash = x * 0x9E3779B1 + y * 0x85EBCA77;
        hash = (hash ^ hash >>> 15) * 0x2C1B3C6D;
        hash = (hash ^ hash >>> 12) * 0x297A2D39;
        return 900 + Math.floorMod(hash ^ hash >>> 15, 200);
    }

    private static void addRows(RandomAccessibleInterval<FloatType> image, Mean mean) {
        int width = (int) image.dimension(0);
        float[][] row = new float[1][width];
        Cursor<FloatType> pixels = Views.flatIterable(image).cursor();
        for (int y = 0; y < image.dimension(1); y++) {
            for (int x = 0; x < width; x++) {
                row[0][x] = pixels.next().get();
            }
            mean.write(y, 1, row);
        }
    }

    /** Keeps nothing of what it takes but a sum. */
    private static final class Mean implements RowSink {

        private final int width;
        private double sum;
        private long count;

        Mean(int width) {
            this.width = width;
        }

        @Override
        public void write(int y, int rows, float[][] values) {
            for (int i = 0; i < rows * width; i++) {
                sum += values[0][i];
                count++;
            }
        }
    }
}
