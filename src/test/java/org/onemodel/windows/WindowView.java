/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import java.io.Serializable;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What a window shows.
 *
 * @param title its title
 * @param texts its messages and those labels that belong to no field
 * @param fields its fields, from top to bottom
 * @param buttons what stands on its buttons
 */
record WindowView(String title, List<String> texts, List<FieldView> fields, List<String> buttons)
        implements Serializable {

    /** The labels of all fields, from top to bottom. */
    List<String> labels() {
        return fields.stream().map(FieldView::label).toList();
    }

    /** The field whose label starts with a word. */
    FieldView field(String start) {
        return fields.stream()
                .filter(field -> field.label().startsWith(start))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(start + " is none of " + labels()));
    }
}
