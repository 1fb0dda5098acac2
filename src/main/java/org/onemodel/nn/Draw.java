/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import java.util.Random;

/**
 * The values that a parameter has before training: normally distributed or constant.
 *
 * <p>Drawn from Java's own generator, so that a seed gives the same network with every version of
 * the engine and on every device.
 *
 * @param mean the mean
 * @param deviation the standard deviation, 0 for a constant
 */
public record Draw(double mean, double deviation) implements Initializer {

    /**
     * All values alike.
     *
     * @param value the value
     * @return the initializer
     */
    public static Draw constant(double value) {
        return new Draw(value, 0);
    }

    /**
     * Normally distributed about zero.
     *
     * @param deviation the standard deviation
     * @return the initializer
     */
    public static Draw normal(double deviation) {
        return new Draw(0, deviation);
    }

    /**
     * He's initialisation for leaky ReLU layers: normal with deviation √(2 / fan-in).
     *
     * @param fanIn the number of inputs to one output
     * @return the initializer
     */
    public static Draw he(long fanIn) {
        return normal(Math.sqrt(2.0 / fanIn));
    }

    /**
     * Draws values.
     *
     * @param count how many
     * @param random the generator
     * @return the values
     */
    public float[] values(int count, Random random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (deviation == 0 ? mean : mean + deviation * random.nextGaussian());
        }
        return values;
    }

    @Override
    public NDArray initialize(NDManager manager, Shape shape, DataType dataType) {
        float[] values = values(Math.toIntExact(shape.size()), new Random(0));
        return manager.create(values, shape).toType(dataType, false);
    }
}
