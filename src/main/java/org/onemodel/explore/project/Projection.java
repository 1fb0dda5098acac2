/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import ij.ImagePlus;
import java.util.List;
import java.util.Optional;

/**
 * What a projection found.
 *
 * @param image the plane as the decoder draws it from the best embedding, like the given one in
 *     size, type and calibration; not shown
 * @param snapshots images of the way as a stack whose labels tell step and errors, if they were
 *     wanted; not shown
 * @param curve the errors step by step
 * @param embedding latent code and noise maps of each tile, row by row; empty where the plane is
 *     constant and needs none
 */
public record Projection(
        ImagePlus image,
        Optional<ImagePlus> snapshots,
        ProjectionCurve curve,
        List<TileEmbedding> embedding) {

    /** Copies the list. */
    public Projection {
        embedding = List.copyOf(embedding);
    }
}
