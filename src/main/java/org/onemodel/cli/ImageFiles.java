/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.io.TiffDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Reading and writing images with ImageJ, without a window. */
final class ImageFiles {

    /** What is taken for an image in a folder. */
    private static final Set<String> READABLE =
            Set.of(
                    "tif", "tiff", "png", "jpg", "jpeg", "gif", "bmp", "pgm", "ppm", "pbm", "fits",
                    "fit", "fts", "dcm");

    private static final Set<String> TIFF = Set.of("tif", "tiff");

    private ImageFiles() {}

    /**
     * Whether a file's name ends like that of an image.
     *
     * @param file a path
     * @return true for .tif, .png …
     */
    static boolean looksLikeImage(Path file) {
        return READABLE.contains(extension(file));
    }

    /**
     * Reads an image.
     *
     * @param file any image that ImageJ reads
     * @return the image, not shown
     * @throws IOException if the file is missing, no image, or cut short
     */
    static ImagePlus read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no image file " + file + "; check the path.");
        }
        ImageJOutput.Result<ImagePlus> read = ImageJOutput.of(() -> open(file));
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

    private static ImagePlus open(Path file) throws IOException {
        Opener opener = new Opener();
        opener.setSilentMode(true);
        if (opener.getFileType(file.toString()) == Opener.TIFF) {
            checkLength(file);
        }
        try {
            return opener.openImage(file.toString());
        } catch (RuntimeException e) { // ImageJ's decoders check little
            throw new IOException(
                    file + " can't be read as an image (" + e + "); it may be damaged.", e);
        }
    }

    /** ImageJ fills what a truncated file lacks with zeros and says nothing. */
    private static void checkLength(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        FileInfo[] images;
        try {
            images = new TiffDecoder(folder + "/", file.getFileName().toString()).getTiffInfo();
        } catch (IOException | RuntimeException e) {
            throw new IOException(
                    file + " is not a whole TIFF file; it may be cut short or damaged.", e);
        }
        if (images == null) {
            return;
        }
        long length = Files.size(file);
        long needed = 0;
        for (FileInfo image : images) {
            needed = Math.max(needed, end(image));
        }
        if (needed > length) {
            throw new IOException(
                    file
                            + " is cut short: it has "
                            + length
                            + " bytes, but its pixels end at byte "
                            + needed
                            + "; get the file again.");
        }
    }

    private static long end(FileInfo image) {
        if (image.compression > FileInfo.COMPRESSION_NONE && image.stripOffsets != null) {
            long end = 0;
            for (int i = 0; i < image.stripOffsets.length; i++) {
                long offset = image.stripOffsets[i] & 0xffffffffL;
                end = Math.max(end, offset + image.stripLengths[i]);
            }
            return end;
        }
        long plane = (long) image.width * image.height * image.getBytesPerPixel();
        int count = Math.max(1, image.nImages);
        return image.getOffset() + count * plane + (count - 1) * image.getGap();
    }

    /**
     * Checks that a file can be written, before the work begins.
     *
     * @param file the file to write
     * @throws IOException if its extension is unknown or its folder can't be written
     */
    static void checkWritable(Path file) throws IOException {
        String extension = extension(file);
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
        checkWritable(file);
        boolean png = extension(file).equals("png");
        boolean fitsPng = image.getStackSize() == 1 && image.getBitDepth() % 16 == 8;
        if (png && !fitsPng) {
            throw new IOException(
                    file
                            + " can't be written: PNG takes one plane of 8-bit or RGB pixels, and"
                            + " this image has "
                            + image.getStackSize()
                            + " of "
                            + image.getBitDepth()
                            + " bits; name the output .tif.");
        }
        new WholeFile(file).write(temporary -> save(image, png, temporary, file));
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

    static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
