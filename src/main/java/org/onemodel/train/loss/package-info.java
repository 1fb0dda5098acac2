/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
/** What training makes small: a weighted sum of differentiable losses between output and target. */
package org.onemodel.train.loss;
