/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */

/** What an embedding holds and what changes when it is changed: noise maps as images, scaling. */
package org.onemodel.explore;
