/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How planes are counted in files of ImageJ: channels first, then slices, then frames.
 *
 * @param images number of planes; 1 if the text does not tell
 * @param channels number of channels
 */
record Hyperstack(int images, int channels) {

    /**
     * What an image description tells.
     *
     * @param description the text, of ImageJ or any other program
     */
    static Hyperstack of(String description) {
        return description.startsWith("ImageJ=")
                ? new Hyperstack(number(description, "images"), number(description, "channels"))
                : new Hyperstack(1, 1);
    }

    private static int number(String description, String key) {
        Matcher line = Pattern.compile("\\n" + key + "=(\\d{1,9})(\\n|$)").matcher(description);
        return line.find() ? Math.max(1, Integer.parseInt(line.group(1))) : 1;
    }
}
