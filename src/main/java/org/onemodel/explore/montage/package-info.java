/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */

/** Many pictures side by side in one image, with labels, as figures show them. */
package org.onemodel.explore.montage;
