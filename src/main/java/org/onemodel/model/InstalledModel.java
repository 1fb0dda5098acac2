/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

/**
 * A model that can be had by name.
 *
 * @param name its name
 * @param version its own version
 * @param task what it was made for
 * @param bytes its size on disk
 * @param licence the licence of its weights
 * @param where its folder or zip, or words for a built-in one
 * @param card the model card, Markdown
 * @param removable whether it lies in the user's own folder
 */
public record InstalledModel(
        String name,
        String version,
        Task task,
        long bytes,
        String licence,
        String where,
        String card,
        boolean removable) {}
