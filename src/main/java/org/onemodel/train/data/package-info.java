/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Where training batches come from: image files as planes, held-out files, crops, noise, the four
 * kinds of supervision, and batches that depend on a seed and their number alone.
 */
package org.onemodel.train.data;
