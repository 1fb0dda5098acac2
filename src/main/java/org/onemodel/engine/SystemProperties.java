/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import java.util.HashMap;
import java.util.Map;

/** Sets properties of Java for a while: other plugins of the host share them. */
final class SystemProperties implements AutoCloseable {

    private final Map<String, String> before = new HashMap<>();

    /** Sets a property. */
    SystemProperties with(String name, String value) {
        if (!before.containsKey(name)) {
            before.put(name, System.getProperty(name)); // null if it was not set
        }
        System.setProperty(name, value);
        return this;
    }

    /** Gives back what was there. */
    @Override
    public void close() {
        before.forEach(
                (name, value) -> {
                    if (value == null) {
                        System.clearProperty(name);
                    } else {
                        System.setProperty(name, value);
                    }
                });
    }
}
