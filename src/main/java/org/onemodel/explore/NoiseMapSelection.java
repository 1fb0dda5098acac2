/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.onemodel.restore.OneModelException;

/** Some of a model's noise maps, or all; immutable. */
public final class NoiseMapSelection {

    /** All noise maps. */
    public static final NoiseMapSelection ALL = new NoiseMapSelection(List.of());

    private static final String ALL_WORD = "all";
    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");

    /** Ascending; none stands for all. */
    private final List<Integer> maps;

    private NoiseMapSelection(List<Integer> maps) {
        this.maps = maps;
    }

    /**
     * Selects by number.
     *
     * @param first index of a map, 0 is the coarsest
     * @param others further ones, in any order
     * @return the selection
     * @throws OneModelException if a number is negative
     */
    public static NoiseMapSelection of(int first, int... others) {
        SortedSet<Integer> maps = new TreeSet<>(IntStream.of(others).boxed().toList());
        maps.add(first);
        if (maps.first() < 0) {
            throw new OneModelException(
                    "There is no noise map " + maps.first() + "; 0 is the first, the coarsest.");
        }
        return new NoiseMapSelection(List.copyOf(maps));
    }

    /**
     * Reads a user's words.
     *
     * @param text {@code all}, or numbers from 0 and ranges of them with commas between, such as
     *     {@code 2} or {@code 0,3-5}
     * @return the selection
     * @throws OneModelException if it is something else
     */
    public static NoiseMapSelection parse(String text) {
        if (text.strip().equals(ALL_WORD)) {
            return ALL;
        }
        SortedSet<Integer> maps = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            Matcher range = RANGE.matcher(part.strip());
            if (!range.matches()) {
                throw refusal(text);
            }
            int from = Integer.parseInt(range.group(1));
            int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
            if (to < from) {
                throw refusal(text);
            }
            IntStream.rangeClosed(from, to).forEach(maps::add);
        }
        return new NoiseMapSelection(List.copyOf(maps));
    }

    private static OneModelException refusal(String text) {
        return new OneModelException(
                "The map is '"
                        + text
                        + "'; give all, the number of a noise map from 0, the coarsest, or several"
                        + " such as 0,3-5.");
    }

    /**
     * The indices of the maps in a model.
     *
     * @param model its name, for the message
     * @param count how many noise maps it has
     * @return ascending
     * @throws OneModelException if it has not all of them
     */
    public List<Integer> indices(String model, int count) {
        if (maps.isEmpty()) {
            return IntStream.range(0, count).boxed().toList();
        }
        int last = maps.get(maps.size() - 1);
        if (last >= count) {
            throw new OneModelException(
                    "There is no noise map "
                            + last
                            + ": the model '"
                            + model
                            + "' has maps 0 (coarsest) to "
                            + (count - 1)
                            + ".");
        }
        return maps;
    }
}
