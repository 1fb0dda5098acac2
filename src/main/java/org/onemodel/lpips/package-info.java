/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * LPIPS, the distance between images that learned features see (Zhang et al. 2018), differentiable
 * with respect to the images.
 */
package org.onemodel.lpips;
