/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

/**
 * The distribution of one subject's values in one plane.
 *
 * @param image the image's title or the path of its file
 * @param plane the plane's place in the stack, from 1
 * @param subject what the values are of
 * @param summary the figures
 */
public record PlaneSummary(String image, int plane, Subject subject, Summary summary) {}
