/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
/** Noise maps times factors, one after the other, with everything else unchanged. */
package org.onemodel.explore.sweep;
