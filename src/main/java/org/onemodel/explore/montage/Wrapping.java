/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.montage;

import java.util.ArrayList;
import java.util.List;
import org.onemodel.image.figure.Lettering;

/** Breaks labels into lines that fit, and cuts off what cannot. */
final class Wrapping {

    private static final String MORE = "…";

    private Wrapping() {}

    /**
     * The lines of a label.
     *
     * @param label text, whose own line breaks are kept
     * @param letters its size
     * @param width how wide a line may be, in pixels
     * @param most how many lines there may be
     */
    static List<String> lines(String label, Lettering letters, int width, int most) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : label.strip().split("\\R")) {
            String line = "";
            for (String word : paragraph.strip().split("\\s+")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && letters.width(longer) > width) {
                    lines.add(line);
                    longer = word;
                }
                line = longer;
            }
            lines.add(line);
        }
        if (lines.size() > most) {
            lines = new ArrayList<>(lines.subList(0, most));
            lines.set(most - 1, lines.get(most - 1) + " " + MORE);
        }
        lines.replaceAll(line -> cut(line, letters, width));
        return lines;
    }

    private static String cut(String line, Lettering letters, int width) {
        String text = line;
        while (letters.width(text) > width && text.codePointCount(0, text.length()) > 1) {
            String kept = text.endsWith(MORE) ? text.substring(0, text.length() - 1) : text;
            if (kept.isEmpty()) {
                return MORE;
            }
            text = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1)).strip() + MORE;
        }
        return text;
    }
}
