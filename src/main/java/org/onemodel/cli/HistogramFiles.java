/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.onemodel.explore.statistics.StatisticsReport;
import org.onemodel.image.ImageSources;

/** Where histograms go: one image of all, or a folder with one of each. */
final class HistogramFiles {

    private static final String PNG = "png";

    private final Path path;
    private final boolean isFile;

    /**
     * Files to write later.
     *
     * @param path a .tif or .png file, or a folder
     * @throws IOException if it can't be written
     */
    HistogramFiles(Path path) throws IOException {
        this.path = path;
        String extension = ImageSources.extension(path);
        isFile = extension.equals(PNG) || extension.equals("tif") || extension.equals("tiff");
        if (isFile) {
            ImageFiles.checkWritable(path);
        } else {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new IOException(
                        path + " is a file; give a folder, or a name that ends with .tif or .png.");
            }
            Files.createDirectories(path);
            ImageFiles.checkWritable(path.resolve("histogram.png"));
        }
    }

    void write(StatisticsReport report) throws IOException {
        if (!isFile) {
            writeEach(report.histograms());
        } else if (ImageSources.extension(path).equals(PNG)) {
            ImageFiles.write(report.histogramSheet(), path);
        } else {
            ImageFiles.write(report.histograms(), path);
        }
    }

    private void writeEach(ImagePlus stack) throws IOException {
        for (int i = 1; i <= stack.getStackSize(); i++) {
            String label = stack.getStack().getSliceLabel(i);
            Path file = path.resolve(label.replaceAll("\\W+", "-") + ".png");
            ImageFiles.write(new ImagePlus(label, stack.getStack().getProcessor(i)), file);
        }
    }
}
