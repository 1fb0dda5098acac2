/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
/** Files from the network: fetched once, and kept only if they are what they should be. */
package org.onemodel.fetch;
