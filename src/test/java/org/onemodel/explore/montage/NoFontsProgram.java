/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.montage;

import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.util.Arrays;
import java.util.List;

/** Draws labels in a JVM of its own, whose Java may find no fonts. */
public final class NoFontsProgram {

    /** Printed if Java's own letters can't be drawn. */
    static final String FAILED = "no fonts";

    private NoFontsProgram() {}

    /** Tells whether Java's letters work, then the checksum of a montage. */
    public static void main(String[] args) {
        System.out.println(javaDraws() ? "fonts" : FAILED);
        System.out.println(checksum());
    }

    private static boolean javaDraws() {
        try {
            new ByteProcessor(50, 50).drawString("text", 5, 30);
            return true;
        } catch (RuntimeException | Error e) {
            return false;
        }
    }

    /** Of a montage with all kinds of labels. */
    static String checksum() {
        ImageProcessor image =
                new LabelledMontage(32, 32, 2, 2)
                        .withRowLabels(List.of("map 0", "map 1"))
                        .withColumnLabels(List.of("−0.5", "σ = 25"))
                        .withHeading("Noise")
                        .draw("drawn", (row, column) -> new ByteProcessor(32, 32))
                        .getProcessor();
        return Integer.toHexString(Arrays.hashCode((int[]) image.getPixels()));
    }
}
