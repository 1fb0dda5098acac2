/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.onemodel.restore.OneModelException;

/** The images that are open in ImageJ. */
final class OpenImages {

    private OpenImages() {}

    /**
     * The image that the user or the macro works on.
     *
     * @throws OneModelException if none is open
     */
    static ImagePlus active() {
        ImagePlus image = WindowManager.getCurrentImage();
        if (image == null) {
            throw new OneModelException("No image is open; open one first.");
        }
        return image;
    }

    /** All of them, in the order in which they were opened. */
    static List<ImagePlus> all() {
        return IntStream.rangeClosed(1, WindowManager.getImageCount())
                .mapToObj(n -> WindowManager.getImage(WindowManager.getNthImageID(n)))
                .filter(Objects::nonNull) // closed meanwhile
                .toList();
    }

    /**
     * An image that a macro names.
     *
     * @param name its title or its ID
     * @throws OneModelException if it is not open
     */
    static ImagePlus named(String name) {
        ImagePlus image = WindowManager.getImage(name);
        if (image == null && name.matches("-\\d{1,9}")) {
            image = WindowManager.getImage(Integer.parseInt(name));
        }
        if (image == null) {
            throw new OneModelException(
                    "No image '" + name + "' is open; give the title or the ID of an open one.");
        }
        return image;
    }
}
