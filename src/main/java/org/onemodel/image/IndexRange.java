/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Some positions along one dimension of a hyperstack, in a user's words: {@code all}, {@code
 * current}, or numbers from 1 and ranges of them with commas between, such as {@code 3-7} or {@code
 * 1,4-5}.
 *
 * @param option the dimension, as the option and the messages call it: {@code channels}, {@code
 *     slices} or {@code frames}
 * @param words the user's words
 */
public record IndexRange(String option, String words) {

    /** All positions. */
    static final String ALL = "all";

    /** The position that the image shows. */
    static final String CURRENT = "current";

    private static final String NUMBERS = "\\d{1,9}(\\s*-\\s*\\d{1,9})?";

    /**
     * Checks the words; whether the image has these positions is known only with the image.
     *
     * @throws IllegalArgumentException if the words are none of those above
     */
    public IndexRange {
        words = words == null ? "" : words.strip().toLowerCase(Locale.ROOT);
        boolean numbers = words.matches(NUMBERS + "(\\s*,\\s*" + NUMBERS + ")*");
        if (!numbers && !words.equals(ALL) && !words.equals(CURRENT)) {
            throw new IllegalArgumentException(
                    "The option "
                            + option
                            + " is '"
                            + words
                            + "'; give all, current, a number such as 3, or a range such as 3-7.");
        }
    }

    /**
     * The positions in an image.
     *
     * @param title the image's title, for messages
     * @param size positions that the image has along the dimension
     * @param current the one that it shows, from 1
     * @return positions from 1 to size, ascending, each once, at least one
     * @throws IllegalArgumentException if the image does not have a position, or a range runs
     *     backwards
     */
    List<Integer> of(String title, int size, int current) {
        if (words.equals(ALL)) {
            return IntStream.rangeClosed(1, size).boxed().toList();
        }
        if (words.equals(CURRENT)) {
            return List.of(current);
        }
        List<Integer> positions = new ArrayList<>();
        for (String part : words.split(",")) {
            int[] bounds =
                    Arrays.stream(part.split("-"))
                            .mapToInt(number -> Integer.parseInt(number.strip()))
                            .toArray();
            int first = bounds[0];
            int last = bounds[bounds.length - 1];
            if (first > last) {
                throw new IllegalArgumentException(
                        "The option "
                                + option
                                + " has the range "
                                + part.strip()
                                + "; give the lower number first.");
            }
            checkPosition(title, size, first < 1 ? first : last);
            IntStream.rangeClosed(Math.max(1, first), last).forEach(positions::add);
        }
        return positions.stream().distinct().sorted().collect(Collectors.toUnmodifiableList());
    }

    private void checkPosition(String title, int size, int position) {
        if (position < 1 || position > size) {
            String noun = size == 1 ? option.substring(0, option.length() - 1) : option;
            throw new IllegalArgumentException(
                    "The option "
                            + option
                            + " asks for "
                            + position
                            + ", but '"
                            + title
                            + "' has "
                            + size
                            + " "
                            + noun
                            + "; give numbers from 1 to "
                            + size
                            + ".");
        }
    }
}
