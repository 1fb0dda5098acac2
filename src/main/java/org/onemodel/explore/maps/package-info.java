/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
/** Noise maps as stacks that can be looked at and edited, and edited stacks as images again. */
package org.onemodel.explore.maps;
