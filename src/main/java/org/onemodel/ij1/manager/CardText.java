/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.manager;

/** A model card for a window that wraps lines itself. */
final class CardText {

    /** How lines begin that stand for themselves: headings, tables, lists, quotes, code. */
    private static final String OWN_LINE = "(#|\\||[-*+] |\\d+\\. |>|    |```).*";

    private CardText() {}

    /**
     * Joins the lines of each paragraph; headings, tables, lists and code stay as they are.
     *
     * @param markdown the card
     */
    static String of(String markdown) {
        StringBuilder text = new StringBuilder();
        boolean open = false; // whether a paragraph goes on
        for (String line : markdown.strip().lines().toList()) {
            boolean prose = !line.isBlank() && !line.matches(OWN_LINE);
            if (!text.isEmpty()) {
                text.append(open && prose ? " " : "\n");
            }
            text.append(prose ? line.strip() : line);
            open = prose;
        }
        return text.toString();
    }
}
