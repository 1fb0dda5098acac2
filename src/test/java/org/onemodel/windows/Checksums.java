/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.ImageCanvas;
import ij.process.FloatProcessor;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Numbers that are the same for the same pixels. */
final class Checksums {

    private Checksums() {}

    /** That of all pixels of an image. */
    static long ofPixels(ImagePlus image) {
        CRC32 sum = new CRC32();
        ImageStack stack = image.getStack();
        for (int slice = 1; slice <= stack.size(); slice++) {
            FloatProcessor values = stack.getProcessor(slice).convertToFloatProcessor();
            add(sum, (float[]) values.getPixels());
        }
        return sum.getValue();
    }

    /** That of what a canvas shows, whatever is in front of it on the display. */
    static long ofDisplay(ImageCanvas canvas) {
        BufferedImage shown =
                new BufferedImage(
                        canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics graphics = shown.createGraphics();
        canvas.paint(graphics);
        graphics.dispose();
        CRC32 sum = new CRC32();
        for (int colour : ((DataBufferInt) shown.getRaster().getDataBuffer()).getData()) {
            sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, colour));
        }
        return sum.getValue();
    }

    private static void add(CRC32 sum, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        bytes.asFloatBuffer().put(values);
        sum.update(bytes);
    }
}
