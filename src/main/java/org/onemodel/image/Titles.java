/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.WindowManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Titles of images that are made from others. */
public final class Titles {

    private Titles() {}

    /**
     * A title for an image made from another.
     *
     * @param title title of the other image
     * @param suffix what it gets before its file extension, such as {@code -denoised}
     * @return a title that no open image or other window has, in batch mode too; a number follows
     *     the suffix if need be
     */
    public static String unique(String title, String suffix) {
        Set<String> open = new HashSet<>(List.of(WindowManager.getImageTitles()));
        open.addAll(List.of(WindowManager.getNonImageTitles()));
        String unique = withSuffix(title, suffix);
        for (int n = 1; open.contains(unique); n++) {
            unique = withSuffix(title, suffix + "-" + n);
        }
        return unique;
    }

    private static String withSuffix(String title, String suffix) {
        int dot = title.lastIndexOf('.');
        boolean extension = dot > 0 && title.substring(dot).matches("\\.[A-Za-z][A-Za-z0-9]{1,4}");
        return extension ? title.substring(0, dot) + suffix + title.substring(dot) : title + suffix;
    }
}
