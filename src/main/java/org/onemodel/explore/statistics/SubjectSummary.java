/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

/**
 * The distribution of one subject's values over all planes.
 *
 * @param subject what the values are of
 * @param summary the figures
 * @param histogram how often values are how large
 */
public record SubjectSummary(Subject subject, Summary summary, Histogram histogram) {}
