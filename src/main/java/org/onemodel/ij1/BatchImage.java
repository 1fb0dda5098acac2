/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onemodel.image.ImageOpener;

/**
 * An image that was opened from a file without a dialog, to be closed.
 *
 * <p>ImageJ's own readers give it unseen. Those of other plugins, such as Bio-Formats, show what
 * they open, and may show several.
 *
 * @param image the image
 * @param shown all images that a reader has shown
 */
record BatchImage(ImagePlus image, List<ImagePlus> shown) implements AutoCloseable {

    // ImageJ's words
    private static final String OUT_OF_MEMORY = "out of memory";
    private static final String UNSUPPORTED = "Unsupported format";

    /**
     * Opens a file.
     *
     * @param file any image that ImageJ or a plugin reads
     * @return the image
     * @throws IOException if it is missing, no image, cut short, damaged, or several images
     */
    static BatchImage open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no image file " + file + "; check the path.");
        }
        if (Files.size(file) == 0) {
            throw new IOException(file + " is empty; get the file again.");
        }
        Set<Integer> before = openIds();
        IJ.redirectErrorMessages(true); // into the log, instead of a dialog
        ImagePlus image = ImageOpener.open(file).orElse(null);
        String said = IJ.getErrorMessage();
        IJ.redirectErrorMessages(false);
        List<ImagePlus> shown = new ArrayList<>();
        openIds().stream()
                .filter(id -> !before.contains(id))
                .forEach(id -> shown.add(WindowManager.getImage(id)));
        if (image == null && shown.size() == 1) {
            image = shown.get(0);
        }
        BatchImage opened = new BatchImage(image, shown);
        String refusal = opened.refusal(file, said);
        if (refusal != null) {
            opened.close();
            throw new IOException(refusal);
        }
        return opened;
    }

    private static Set<Integer> openIds() {
        Set<Integer> ids = new HashSet<>();
        int[] list = WindowManager.getIDList();
        for (int i = 0; list != null && i < list.length; i++) {
            ids.add(list[i]);
        }
        return ids;
    }

    private String refusal(Path file, String said) {
        if (OUT_OF_MEMORY.equals(said)) {
            return file
                    + " does not fit into ImageJ's memory; give it more"
                    + " (Edit > Options > Memory & Threads, or java -Xmx16g).";
        }
        if (shown.size() > 1) {
            return file
                    + " holds "
                    + shown.size()
                    + " images; save each as a TIFF file of its own.";
        }
        if (image == null || image.getWidth() == 0) {
            return file
                    + " can't be read as an image"
                    + inBrackets(said)
                    + "; open it in ImageJ or Fiji and save it as TIFF.";
        }
        return null;
    }

    private static String inBrackets(String said) {
        return said == null || said.startsWith(UNSUPPORTED) ? "" : " (" + said.strip() + ")";
    }

    @Override
    public void close() {
        for (ImagePlus other : shown) {
            close(other);
        }
        if (image != null) {
            close(image);
        }
    }

    private static void close(ImagePlus image) {
        image.changes = false; // else ImageJ asks whether to save them
        image.close();
    }
}
