/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
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

    /** That of the colours in which an image is shown, overlay and selection included. */
    static long ofDisplay(ImagePlus image) {
        int[] colours = (int[]) image.flatten().getProcessor().getPixels();
        CRC32 sum = new CRC32();
        for (int colour : colours) {
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
