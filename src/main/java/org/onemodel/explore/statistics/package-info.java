/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */

/** How the values of latent codes and noise maps are distributed, over many images. */
package org.onemodel.explore.statistics;
