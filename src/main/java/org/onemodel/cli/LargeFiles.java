/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.onemodel.image.ImageSources;
import org.onemodel.image.OutputType;
import org.onemodel.restore.ImageOptions;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Progress;
import org.onemodel.restore.Restorer;
import org.onemodel.tiff.CalibratedFloats;
import org.onemodel.tiff.TiffImage;
import org.onemodel.tiff.TiffPlanes;
import org.onemodel.tiff.TiffWriter;

/** TIFF files that ImageJ can't open or the memory can't hold, restored by rows. */
final class LargeFiles {

    private LargeFiles() {}

    /** Whether a file goes this way. */
    static boolean has(Path file) throws IOException {
        return TiffPlanes.isNeededFor(file, Runtime.getRuntime().maxMemory());
    }

    /**
     * Restores a file.
     *
     * @param restorer how
     * @param options what of it: all planes, whole; to the file's own type, or to 32-bit
     * @param input a TIFF file
     * @param output the TIFF file to write
     * @param progress asked and told after each batch
     * @throws IOException if the input can't be read or the output can't be written
     * @throws OneModelException if the options ask for what can't be done by rows
     */
    static void restore(
            Restorer restorer, ImageOptions options, Path input, Path output, Progress progress)
            throws IOException {
        ImageOptions known =
                options.withPercentiles(ImageOptions.DEFAULT.percentiles())
                        .withOutput(ImageOptions.DEFAULT.output());
        if (!known.equals(ImageOptions.DEFAULT)) {
            throw new OneModelException(
                    input
                            + " is too large to be opened as a whole, and by rows all of it is"
                            + " restored, with one normalisation per channel: leave out the other"
                            + " options, or give Java more memory with"
                            + " ONEMODEL_JAVA_OPTIONS=-Xmx16g.");
        }
        if (ImageSources.extension(output).equals("png")) {
            throw new OneModelException(
                    input + " is too large for a PNG file; name the output .tif.");
        }
        try (TiffPlanes tiff = TiffPlanes.open(input)) {
            TiffStack planes = new TiffStack(input, tiff);
            if (options.output() == OutputType.SAME) {
                TiffWriter.write(
                        output,
                        tiff.image(),
                        file -> restorer.restore(planes, tiff::channelOf, file::plane, progress));
                return;
            }
            CalibratedFloats floats = floats(input, tiff.image());
            TiffWriter.write(
                    output,
                    floats.image(),
                    file ->
                            restorer.restore(
                                    planes,
                                    tiff::channelOf,
                                    plane -> floats.calibrating(file.plane(plane)),
                                    progress));
        }
    }

    private static CalibratedFloats floats(Path input, TiffImage image) {
        try {
            return CalibratedFloats.of(image);
        } catch (IllegalArgumentException e) {
            throw new OneModelException(
                    input
                            + " is too large to be opened as a whole. "
                            + e.getMessage()
                            + ": leave out --output, or give Java more memory with"
                            + " ONEMODEL_JAVA_OPTIONS=-Xmx16g.",
                    e);
        }
    }
}
