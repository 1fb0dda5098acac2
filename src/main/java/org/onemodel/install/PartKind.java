/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

/** What a file of the distribution is. */
public enum PartKind {
    /** The jar of OneModel itself. */
    PLUGIN,
    /** The jar of a library. */
    LIBRARY,
    /** A jar with PyTorch's native libraries for one system. */
    ENGINE,
    /** A macro that is a command of its own. */
    MACRO,
    /** A set of tools for ImageJ's toolbar. */
    TOOLSET,
    /** A SciJava script. */
    SCRIPT;

    /**
     * Whether people read and change such files.
     *
     * @return false for jars
     */
    public boolean isText() {
        return this == MACRO || this == TOOLSET || this == SCRIPT;
    }
}
