/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * TIFF files larger than memory, read and written by rows.
 *
 * <p>No library on Maven Central does both. ImageJ's own decoder and mil.nga:tiff know no BigTIFF,
 * and Commons Imaging only reads it; TwelveMonkeys' plug-ins for ImageIO read and write it, but
 * what is written has to be an image in memory, and they would take over the JPEG files of the host
 * as well. None but the first reads the large stacks of ImageJ, where all planes but the first have
 * no directory. What is needed of TIFF 6.0 and of BigTIFF is small enough to stand here:
 * directories, strips and tiles, three compressions. Metadata travel as they are, since ImageJ and
 * Fiji read them back.
 */
package org.onemodel.tiff;
