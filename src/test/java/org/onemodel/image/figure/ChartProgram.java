/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image.figure;

import ij.ImagePlus;
import java.util.Arrays;

/** Makes a chart in a Java that may find no fonts. */
public final class ChartProgram {

    private ChartProgram() {}

    /** Tells whether Java has fonts, then the chart's checksum. */
    public static void main(String[] args) {
        System.out.println("fonts " + JavaFonts.areThere());
        System.out.println(checksum(chart().image()));
    }

    /** Two curves. */
    static LineChart chart() {
        return new LineChart("curves", "step", "loss (σ²)")
                .withCurve("falling", new double[] {0, 50, 100}, new double[] {10, 2, 1})
                .withCurve("one point", new double[] {50}, new double[] {8});
    }

    static String checksum(ImagePlus image) {
        return Integer.toHexString(Arrays.hashCode((int[]) image.getProcessor().getPixels()));
    }
}
