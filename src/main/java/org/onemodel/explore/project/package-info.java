/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */

/**
 * Projection by optimisation: gradients lead the embedding to the image, as in Image2StyleGAN
 * (Abdal, Qin and Wonka 2019) and StyleGAN 2's projector (Karras et al. 2020); the slow way that a
 * learned encoder replaces.
 */
package org.onemodel.explore.project;
