/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
/** The documentation is held to what the program does. */
package org.onemodel.docs;
