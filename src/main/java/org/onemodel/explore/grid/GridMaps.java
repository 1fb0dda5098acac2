/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.grid;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onemodel.restore.OneModelException;

/**
 * The two noise maps of a colour grid, or that they are to be chosen; immutable.
 *
 * @param rows index of the map whose factors differ from row to row, 0 is the coarsest; -1 if the
 *     maps are to be chosen
 * @param columns index of the map whose factors differ from column to column
 */
public record GridMaps(int rows, int columns) {

    /** The two maps that change the image's colours most. */
    public static final GridMaps AUTO = new GridMaps(-1, -1);

    private static final String AUTO_WORD = "auto";
    private static final Pattern PAIR = Pattern.compile("(\\d{1,4})\\s*,\\s*(\\d{1,4})");

    /**
     * Checks the numbers.
     *
     * @throws OneModelException if one is negative or both are the same
     */
    public GridMaps {
        boolean chosen = rows == -1 && columns == -1;
        if (!chosen && (rows < 0 || columns < 0 || rows == columns)) {
            throw refusal(rows + "," + columns);
        }
    }

    /**
     * Reads a user's words.
     *
     * @param text {@code auto}, or two numbers from 0 with a comma between, such as {@code 2,5}
     * @return the maps
     * @throws OneModelException if it is something else
     */
    public static GridMaps parse(String text) {
        if (text.strip().equals(AUTO_WORD)) {
            return AUTO;
        }
        Matcher pair = PAIR.matcher(text.strip());
        if (!pair.matches()) {
            throw refusal(text);
        }
        return new GridMaps(Integer.parseInt(pair.group(1)), Integer.parseInt(pair.group(2)));
    }

    private static OneModelException refusal(String text) {
        return new OneModelException(
                "The maps are '"
                        + text
                        + "'; give auto, or the numbers of two different noise maps from 0, the"
                        + " coarsest, such as 2,5.");
    }

    /**
     * Whether the maps are to be chosen.
     *
     * @return true for {@link #AUTO}
     */
    public boolean isAuto() {
        return rows < 0;
    }

    /** The map that a generator adds first. */
    int coarser() {
        return Math.min(rows, columns);
    }

    /** The map that a generator adds later. */
    int finer() {
        return Math.max(rows, columns);
    }

    /**
     * Checks that a model has these maps.
     *
     * @param model its name, for the message
     * @param count how many noise maps it has
     * @throws OneModelException if it has not both
     */
    void requireIn(String model, int count) {
        if (count < 2) {
            throw new OneModelException(
                    "The model '"
                            + model
                            + "' has "
                            + count
                            + " noise maps, and a colour grid takes two; choose another model.");
        }
        if (finer() >= count) {
            throw new OneModelException(
                    "There is no noise map "
                            + finer()
                            + ": the model '"
                            + model
                            + "' has maps 0 (coarsest) to "
                            + (count - 1)
                            + ".");
        }
    }
}
