/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Tests of ImageJ's real windows: {@link org.onemodel.windows.XServer} is the display, {@link
 * org.onemodel.windows.WindowedImageJ} an ImageJ of its own on it, {@link
 * org.onemodel.windows.Desk} what a user sees and does there.
 */
package org.onemodel.windows;
