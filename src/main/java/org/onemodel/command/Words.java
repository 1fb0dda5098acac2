/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import org.onemodel.restore.OneModelException;

/** Reads the words of macros that nobody has checked. */
final class Words {

    private Words() {}

    /**
     * Whether a user said yes: a choice, as the hosts write checkboxes in different ways.
     *
     * @param name the parameter, for the message
     * @param word yes or no
     * @throws OneModelException if it is another word
     */
    static boolean isYes(String name, String word) {
        return switch (word) {
            case "yes" -> true;
            case "no" -> false;
            default ->
                    throw new OneModelException(
                            "The " + name + " is '" + word + "'; give yes or no.");
        };
    }
}
