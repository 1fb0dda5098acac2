/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.util.Objects;

/**
 * What was found in a host that bears on OneModel.
 *
 * @param kind how much it matters
 * @param jar the jar or folder of the host, below its folder with slashes
 * @param library the library, such as {@code gson}
 * @param found its version there; empty if unknown
 * @param built the version that OneModel is built with; empty if none
 * @param sentence what it means and what to do
 */
public record Finding(
        Kind kind, String jar, String library, String found, String built, String sentence) {

    /** How much it matters. */
    public enum Kind {
        /** The host's own library is used and has all that OneModel needs. */
        USED,
        /** It may matter. */
        NOTE,
        /** OneModel would not work. */
        OBSTACLE
    }

    /** Every part is there, if only empty. */
    public Finding {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(jar);
        Objects.requireNonNull(library);
        Objects.requireNonNull(found);
        Objects.requireNonNull(built);
        Objects.requireNonNull(sentence);
    }
}
