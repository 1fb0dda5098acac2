/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import ij.ImagePlus;
import java.util.Optional;
import org.onemodel.explore.maps.EncodedImage;

/**
 * What a projection found.
 *
 * @param image the plane as the decoder draws it from the best embedding, like the given one in
 *     size, type and calibration; not shown
 * @param snapshots images of the way as a stack whose labels tell step and errors, if they were
 *     wanted; not shown
 * @param curve the errors step by step
 * @param embedding latent code in W+ and noise maps of the plane's tiles, which can be kept in a
 *     file and decoded; empty where the plane is constant and needs none
 */
public record Projection(
        ImagePlus image,
        Optional<ImagePlus> snapshots,
        ProjectionCurve curve,
        Optional<EncodedImage> embedding) {}
