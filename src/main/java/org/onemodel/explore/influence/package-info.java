/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */

/** What each noise map changes in an image: its colours, its brightness, its structure. */
package org.onemodel.explore.influence;
