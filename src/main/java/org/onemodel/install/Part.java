/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.nio.file.Path;

/**
 * A file of the distribution.
 *
 * @param kind what it is
 * @param source where it is now
 */
public record Part(PartKind kind, Path source) {

    /**
     * Its name in the host.
     *
     * @return the name without folders
     */
    public String name() {
        return source.getFileName().toString();
    }
}
