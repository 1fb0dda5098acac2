/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */

/**
 * Whole images through an autoencoder: normalise, tile, batch, blend.
 *
 * <p>Nothing here knows a user interface: progress and cancellation come from outside as {@link
 * org.onemodel.restore.Progress}, wishes as {@link org.onemodel.restore.RestoreOptions}.
 */
package org.onemodel.restore;
