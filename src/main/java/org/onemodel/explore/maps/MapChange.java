/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

import java.util.BitSet;

/**
 * Pixels of a plane's noise map that were changed.
 *
 * @param at which
 * @param values their new values, in the network's units; others mean nothing
 */
record MapChange(BitSet at, float[] values) {

    /** Whether there are none. */
    boolean isEmpty() {
        return at.isEmpty();
    }
}
