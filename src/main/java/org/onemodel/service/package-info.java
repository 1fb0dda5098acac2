/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */

/**
 * OneModel for any SciJava script, command or program: devices, the engine, and the loaded models
 * with the native memory that they hold.
 */
package org.onemodel.service;
