/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * A block whose parameters have fixed shapes and the names that public checkpoints give them.
 *
 * <p>Child blocks and parameters are added under the parts of those names, so {@link #parameters}
 * yields {@code convs.0.conv.weight} without a translation.
 */
public abstract class NetworkBlock extends AbstractBlock {

    /**
     * Adds a parameter that is trained unless it is frozen.
     *
     * @param name the last part of its name in a checkpoint
     * @param draw the values to start from
     * @param shape its shape
     * @return the parameter
     */
    protected final Parameter weight(String name, Draw draw, long... shape) {
        return add(name, Parameter.Type.WEIGHT, draw, shape);
    }

    /**
     * Adds a parameter that no gradient ever changes, such as running statistics.
     *
     * @param name the last part of its name in a checkpoint
     * @param draw the values to start from
     * @param shape its shape
     * @return the parameter
     */
    protected final Parameter buffer(String name, Draw draw, long... shape) {
        return add(name, Parameter.Type.OTHER, draw, shape);
    }

    private Parameter add(String name, Parameter.Type type, Draw draw, long... shape) {
        return addParameter(
                Parameter.builder()
                        .setName(name)
                        .setType(type)
                        .optShape(new Shape(shape))
                        .optInitializer(draw)
                        .optRequiresGrad(type != Parameter.Type.OTHER)
                        .build());
    }

    /**
     * All parameters of this block and its children under their full names, in order.
     *
     * @return a new map from names such as {@code convs.0.conv.weight}
     */
    public final Map<String, Parameter> parameters() {
        Map<String, Parameter> table = new LinkedHashMap<>();
        collect("", table);
        return table;
    }

    private void collect(String prefix, Map<String, Parameter> table) {
        for (Pair<String, Parameter> entry : getDirectParameters()) {
            table.put(prefix + entry.getKey(), entry.getValue());
        }
        int index = 1;
        for (Pair<String, ai.djl.nn.Block> child : getChildren()) {
            // DJL puts the child's number in front of its name, in two digits or more: 01conv1
            String name = child.getKey().substring(String.format("%02d", index++).length());
            ((NetworkBlock) child.getValue()).collect(prefix + name + ".", table);
        }
    }

    /**
     * Gives a parameter its values.
     *
     * @param parameter a parameter of a network
     * @param manager the owner of the values
     * @param values as many as its shape says, row by row
     */
    public static void fill(Parameter parameter, NDManager manager, float[] values) {
        parameter.setInitializer((owner, shape, type) -> Constants.tensor(owner, values, shape));
        parameter.initialize(manager, DataType.FLOAT32);
        // Only while filling: a network must not hold its values twice.
        parameter.setInitializer(Draw.constant(0));
    }

    /**
     * Gives every parameter its starting values.
     *
     * @param manager the owner of the values
     * @param seed the same seed gives the same values
     */
    public final void draw(NDManager manager, long seed) {
        Random random = new Random(seed);
        for (Parameter parameter : parameters().values()) {
            Shape shape = parameter.getShape();
            Draw draw = (Draw) parameter.getInitializer();
            float[] values = draw.values(Math.toIntExact(shape.size()), random);
            fill(parameter, manager, values);
        }
    }

    /**
     * Replaces the values of a tensor in place, by arithmetic, which moves no memory.
     *
     * @param target a tensor of finite values
     * @param source a tensor of the same shape
     */
    public static void overwrite(NDArray target, NDArray source) {
        target.muli(0).addi(source);
    }

    /** Freezes this network: from now on no gradient is taken of its parameters. */
    public final void freeze() {
        parameters().values().forEach(parameter -> parameter.freeze(true));
    }

    @Override
    protected void initializeChildBlocks(
            NDManager manager, DataType dataType, Shape... inputShapes) {
        // Parameters have fixed shapes: what enters makes no difference to them.
        for (Pair<String, ai.djl.nn.Block> child : getChildren()) {
            child.getValue().initialize(manager, dataType, inputShapes);
        }
    }

    /**
     * Applies leaky ReLU with slope 0.2, as all published networks of this family do.
     *
     * @param x any tensor
     * @return a tensor of the same shape
     */
    protected static NDArray leakyRelu(NDArray x) {
        return x.getNDArrayInternal().leakyRelu(0.2f);
    }
}
