/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.optimize;

import ai.djl.nn.Parameter;

/**
 * A parameter that an optimiser changes.
 *
 * @param parameter the parameter, with values and a gradient
 * @param rate factor of the learning rate, 1 for the full one
 */
public record Trainable(Parameter parameter, double rate) {}
