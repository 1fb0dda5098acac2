/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.io.TiffDecoder;
import ij.plugin.AVI_Reader;
import ij.plugin.FileInfoVirtualStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens image files with ImageJ, without a window, and refuses files that are cut short, whose
 * missing pixels ImageJ would fill with zeros.
 */
public final class ImageOpener {

    private static final Logger LOG = LoggerFactory.getLogger(ImageOpener.class);
    private static final FileInfo[] NO_TIFF = {};
    private static final int RGB48_BYTES = 6;

    private ImageOpener() {}

    /**
     * Opens a file as a whole.
     *
     * @param file a file
     * @return the image, not shown; nothing if ImageJ does not know the format
     * @throws IOException if the file is damaged or cut short
     */
    public static Optional<ImagePlus> open(Path file) throws IOException {
        checkedTiff(file);
        return opened(file);
    }

    /**
     * Opens a file so that each plane of a TIFF stack is read when it is asked for; any other file
     * is opened as a whole.
     *
     * @param file a file
     * @return the image, not shown; nothing if ImageJ does not know the format
     * @throws IOException if the file is damaged or cut short
     */
    public static Optional<ImagePlus> openVirtually(Path file) throws IOException {
        FileInfo[] images = checkedTiff(file);
        boolean stack = images.length > 1 || images.length == 1 && images[0].nImages > 1;
        // ImageJ makes three 16-bit planes of each RGB48 image, which it can't do plane by plane.
        if (stack && images[0].getBytesPerPixel() != RGB48_BYTES) {
            try {
                return Optional.ofNullable(FileInfoVirtualStack.openVirtual(file.toString()));
            } catch (IllegalArgumentException e) {
                LOG.debug("{} is opened as a whole", file, e); // such as RGB with channels
            }
        }
        return opened(file);
    }

    private static Optional<ImagePlus> opened(Path file) throws IOException {
        try {
            Opener opener = silent();
            boolean movie = opener.getFileType(file.toString()) == Opener.AVI;
            return Optional.ofNullable(
                    movie // else ImageJ asks which frames
                            ? AVI_Reader.open(file.toString(), false)
                            : opener.openImage(file.toString()));
        } catch (RuntimeException e) { // ImageJ's decoders check little
            throw new IOException(
                    file + " can't be read as an image (" + e + "); it may be damaged.", e);
        }
    }

    private static Opener silent() {
        Opener opener = new Opener();
        opener.setSilentMode(true);
        return opener;
    }

    /** What a TIFF file holds, after its length was checked; empty for other files. */
    private static FileInfo[] checkedTiff(Path file) throws IOException {
        if (silent().getFileType(file.toString()) != Opener.TIFF) {
            return NO_TIFF;
        }
        Path folder = file.toAbsolutePath().getParent();
        FileInfo[] images;
        try {
            images = new TiffDecoder(folder + "/", file.getFileName().toString()).getTiffInfo();
        } catch (IOException | RuntimeException e) {
            throw new IOException(
                    file + " is not a whole TIFF file; it may be cut short or damaged.", e);
        }
        if (images == null) {
            return NO_TIFF;
        }
        checkLength(file, images);
        return images;
    }

    private static void checkLength(Path file, FileInfo[] images) throws IOException {
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
}
