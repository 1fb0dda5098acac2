/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

/** A command that can do without an open image, as it may take images from elsewhere. */
public interface ImageIsOptional {}
