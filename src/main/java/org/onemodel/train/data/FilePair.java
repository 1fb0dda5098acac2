/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An image file and that of its target.
 *
 * @param image the file
 * @param target the file of the same name; nothing if the supervision needs none
 */
record FilePair(Path image, Optional<Path> target) {}
