/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.ImagePlus;
import java.util.Locale;

/**
 * What came of a file of a batch.
 *
 * @param line status and the other columns of the report, but the names
 */
record BatchOutcome(String line) {

    /** The property that tells the noise found; see the service. */
    private static final String NOISE = "OneModel noise";

    /**
     * A result was written.
     *
     * @param result the result
     * @param seconds what opening, computing and saving took
     */
    static BatchOutcome done(ImagePlus result, double seconds) {
        String noise = result.getProp(NOISE);
        return new BatchOutcome(
                String.join(
                        "\t",
                        "done",
                        String.valueOf(result.getWidth()),
                        String.valueOf(result.getHeight()),
                        String.valueOf(result.getNChannels()),
                        String.valueOf(result.getNSlices()),
                        String.valueOf(result.getNFrames()),
                        type(result),
                        String.format(Locale.ROOT, "%.2f", seconds),
                        noise == null ? "" : BatchReport.oneLine(noise),
                        ""));
    }

    private static String type(ImagePlus image) {
        return image.getType() == ImagePlus.COLOR_RGB ? "RGB" : image.getBitDepth() + "-bit";
    }

    /**
     * No result was written.
     *
     * @param status why, in a word
     * @param message why, in a sentence
     */
    static BatchOutcome notDone(String status, String message) {
        return new BatchOutcome(status + "\t" + BatchReport.oneLine(message));
    }
}
