/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
/** How gradients change weights: Adam, its learning rate, the moving average of weights. */
package org.onemodel.train.optimize;
