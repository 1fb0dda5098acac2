/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.onemodel.restore.OneModelException;

/** Settings that a user gives in one line of text. */
final class Overrides {

    private static final String SEPARATOR = ";";

    private Overrides() {}

    /**
     * Reads settings.
     *
     * @param text such as {@code iterations=300; every.log=5}; may be empty
     * @return values by key, in their order
     * @throws OneModelException if a part is not key=value
     */
    static Map<String, String> of(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String part : text.split(SEPARATOR)) {
            if (!part.isBlank()) {
                String[] sides = part.split("=", 2);
                if (sides.length < 2 || sides[0].isBlank()) {
                    throw new OneModelException(
                            "The setting '"
                                    + part.strip()
                                    + "' is not key=value; separate several by semicolons.");
                }
                settings.put(sides[0].strip(), sides[1].strip());
            }
        }
        return settings;
    }
}
