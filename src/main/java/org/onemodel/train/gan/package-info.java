/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
/** Trains a StyleGAN 2 generator on images: generator against discriminator. */
package org.onemodel.train.gan;
