/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
/** The settings of a training run as its YAML file gives them, read by dotted path. */
package org.onemodel.train.settings;
