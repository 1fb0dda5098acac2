/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;

/**
 * One pass through a network: where the values of its parameters come from, and whether it trains.
 *
 * @param store gives the parameters' values, per device
 * @param training whether batch statistics are taken and gradients recorded
 */
public record Pass(ParameterStore store, boolean training) {

    /**
     * The value of a parameter on the device of an activation.
     *
     * <p>The result belongs to the model. An operation's result is attached to its first operand's
     * manager: put the activation first, or the result stays in memory as long as the model.
     *
     * @param parameter the parameter
     * @param activation a tensor on the wanted device
     * @return the value
     */
    public NDArray value(Parameter parameter, NDArray activation) {
        return store.getValue(parameter, activation.getDevice(), training);
    }

    /**
     * The value of a parameter times a factor, attached to the activation's manager.
     *
     * @param parameter the parameter
     * @param factor the factor
     * @param activation a tensor of the pass, which gives device and manager
     * @return the product
     */
    public NDArray scaled(Parameter parameter, double factor, NDArray activation) {
        NDArray scale = Constants.scalar(activation.getManager(), factor);
        return scale.mul(value(parameter, activation));
    }
}
