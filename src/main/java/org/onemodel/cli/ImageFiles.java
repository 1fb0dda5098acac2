/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import ij.ImagePlus;
import ij.io.FileSaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.onemodel.files.WholeFile;
import org.onemodel.image.ImageOpener;
import org.onemodel.image.ImageSources;

/** Reading and writing images with ImageJ, without a window. */
final class ImageFiles {

    private static final Set<String> TIFF = Set.of("tif", "tiff");

    private ImageFiles() {}

    /**
     * Reads an image.
     *
     * @param file any image that ImageJ reads
     * @return the image, not shown
     * @throws IOException if the file is missing, no image, or cut short
     */
    static ImagePlus read(Path file) throws IOException {
        return read(file, ImageOpener::open);
    }

    /**
     * Reads an image, of which the planes of a TIFF stack are read when they are asked for.
     *
     * @param file any image that ImageJ reads
     * @return the image, not shown
     * @throws IOException if the file is missing, no image, or cut short
     */
    static ImagePlus readPlaneByPlane(Path file) throws IOException {
        return read(file, ImageOpener::openVirtually);
    }

    /** Opens files in one of ImageJ's ways. */
    @FunctionalInterface
    private interface Opener {
        Optional<ImagePlus> open(Path file) throws IOException;
    }

    private static ImagePlus read(Path file, Opener opener) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no image file " + file + "; check the path.");
        }
        ImageJOutput.Result<ImagePlus> read = ImageJOutput.of(() -> opener.open(file).orElse(null));
        if (read.value() == null || read.value().getWidth() == 0) {
            boolean unknown = read.messages().startsWith("Unsupported format");
            throw new IOException(
                    file
                            + " can't be read as an image"
                            + (unknown ? "" : inBrackets(read.messages()))
                            + "; open it in ImageJ or Fiji and save it as TIFF.");
        }
        return read.value();
    }

    private static String inBrackets(String messages) {
        return messages.isEmpty() ? "" : " (" + messages + ")";
    }

    /**
     * Checks that a file can be written, before the work begins.
     *
     * @param file the file to write
     * @throws IOException if its extension is unknown or its folder can't be written
     */
    static void checkWritable(Path file) throws IOException {
        String extension = ImageSources.extension(file);
        if (!TIFF.contains(extension) && !extension.equals("png")) {
            throw new IOException(
                    file + " can't be written: the name of an output ends with .tif or .png.");
        }
        new WholeFile(file);
    }

    /**
     * Writes an image, whole or not at all.
     *
     * @param image the image
     * @param file {@code .tif} for any image; {@code .png} for one 8-bit or RGB plane
     * @throws IOException if it could not be written
     */
    static void write(ImagePlus image, Path file) throws IOException {
        checkTakes(file, image.getStackSize(), image.getBitDepth());
        boolean png = isPng(file);
        new WholeFile(file).write(temporary -> save(image, png, temporary, file));
    }

    /**
     * Checks that an image can be written to a file, before it is computed.
     *
     * @param file the file to write
     * @param planes the image's number of planes
     * @param bits the bits of its pixels, 24 for RGB
     * @throws IOException if a file of this kind does not hold such an image, or the file can't be
     *     written
     */
    static void checkTakes(Path file, int planes, int bits) throws IOException {
        checkWritable(file);
        boolean fitsPng = planes == 1 && bits % 16 == 8;
        if (isPng(file) && !fitsPng) {
            throw new IOException(
                    file
                            + " can't be written: PNG takes one plane of 8-bit or RGB pixels, and"
                            + " this image has "
                            + planes
                            + " of "
                            + bits
                            + " bits; name the output .tif.");
        }
    }

    private static boolean isPng(Path file) {
        return ImageSources.extension(file).equals("png");
    }

    private static void save(ImagePlus image, boolean png, Path temporary, Path file)
            throws IOException {
        FileSaver saver = new FileSaver(png ? fullRange(image) : image);
        String path = temporary.toString();
        ImageJOutput.Result<Boolean> saved =
                ImageJOutput.of(
                        () ->
                                png
                                        ? saver.saveAsPng(path)
                                        : image.getStackSize() > 1
                                                ? saver.saveAsTiffStack(path)
                                                : saver.saveAsTiff(path));
        if (!saved.value() || !Files.isRegularFile(temporary)) {
            throw new IOException(
                    file
                            + " could not be written"
                            + inBrackets(saved.messages())
                            + "; check that the disk has space left.");
        }
    }

    /** PNG files get the grey values, not what a display range makes of them. */
    private static ImagePlus fullRange(ImagePlus image) {
        if (image.getBitDepth() != 8) {
            return image;
        }
        ImagePlus copy = image.duplicate();
        copy.setDisplayRange(0, 255);
        return copy;
    }
}
