/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import java.math.BigDecimal;
import org.onemodel.restore.OneModelException;

/** Numbers that users give as text. */
final class Numbers {

    private Numbers() {}

    /**
     * A whole number that is not negative.
     *
     * @param name the parameter, for the message
     * @param text such as {@code 64}, or {@code 64.0} as ImageJ writes a macro's variable
     * @throws OneModelException if the text is no such number
     */
    static int whole(String name, String text) {
        return whole(name, text, "a positive whole number, or 0 for automatic");
    }

    /** A whole number that is not negative, described in other words. */
    static int whole(String name, String text, String expected) {
        try {
            int number = new BigDecimal(text.strip()).intValueExact();
            if (number < 0) {
                throw new ArithmeticException("negative");
            }
            return number;
        } catch (ArithmeticException | NumberFormatException e) {
            throw refusal(name, text, expected, e);
        }
    }

    /**
     * Any whole number of 64 bits.
     *
     * @param name the parameter, for the message
     * @param text such as {@code 7} or {@code -1}
     * @throws OneModelException if the text is no such number
     */
    static long seed(String name, String text) {
        try {
            return new BigDecimal(text.strip()).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw refusal(name, text, "a whole number such as 7", e);
        }
    }

    /**
     * A finite number.
     *
     * @param name the parameter, for the message
     * @param text such as {@code 0.5} or {@code -1}
     * @throws OneModelException if the text is no such number
     */
    static double real(String name, String text) {
        try {
            return new BigDecimal(text.strip()).doubleValue();
        } catch (NumberFormatException e) {
            throw refusal(name, text, "a number such as 0.5", e);
        }
    }

    private static OneModelException refusal(
            String name, String text, String expected, Exception cause) {
        return new OneModelException(
                "The " + name + " is '" + text + "'; give " + expected + ".", cause);
    }
}
