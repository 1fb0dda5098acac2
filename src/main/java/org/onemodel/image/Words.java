/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Finds the constant of an enum that a user's word names. */
public final class Words {

    private Words() {}

    /**
     * Finds a constant.
     *
     * @param constants the enum's constants, whose {@code toString} is the word for them
     * @param option the option's name, for the message
     * @param word the user's word, in any case
     * @param <T> the enum
     * @return the constant
     * @throws IllegalArgumentException if no constant has this word
     */
    public static <T> T find(T[] constants, String option, String word) {
        String wanted = word == null ? "" : word.strip();
        return Arrays.stream(constants)
                .filter(constant -> constant.toString().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The option "
                                                + option
                                                + " is '"
                                                + wanted
                                                + "'; give "
                                                + Arrays.stream(constants)
                                                        .map(Object::toString)
                                                        .collect(Collectors.joining(" or "))
                                                + "."));
    }
}
