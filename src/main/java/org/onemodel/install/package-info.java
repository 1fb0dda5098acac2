/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Puts OneModel into ImageJ or Fiji and takes it out again: which folder is what, what goes where,
 * which libraries of the host do, and a manifest of all that was put.
 */
package org.onemodel.install;
