/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

/**
 * The paper's experiments on any image: what its latent code and its noise maps are, and what
 * becomes of the image when they change.
 *
 * <p>From {@link OneModelService#explorer}. Given images are not modified, results are not shown;
 * failures and cancellation are told as by the service's other methods.
 */
public interface Explorer {}
