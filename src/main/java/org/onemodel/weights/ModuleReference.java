/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network module of PyTorch as a pickle describes it: the dictionaries of its state that make up
 * its state_dict.
 *
 * <p>What else is in the state, such as options and hooks, is left out; so is its class, of which
 * nothing is needed.
 */
final class ModuleReference {

    private static final List<String> PARTS = List.of("_parameters", "_buffers", "_modules");

    private final List<Map<?, ?>> parts = new ArrayList<>();

    /**
     * Sets the state, instead of an earlier one.
     *
     * @param state what Python calls the object's {@code __dict__}
     * @throws IllegalArgumentException if it is no dictionary
     */
    void setState(Object state) {
        if (!(state instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("a module whose state is not a dictionary");
        }
        parts.clear();
        for (String part : PARTS) {
            if (fields.get(part) instanceof Map<?, ?> entries) {
                parts.add(entries);
            }
        }
    }

    /** The parameters, buffers and modules inside, each by name; those that are not are null. */
    List<Map<?, ?>> parts() {
        return parts;
    }
}
