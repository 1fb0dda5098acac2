/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.onemodel.nn.BlockSequence;
import org.onemodel.nn.Convolution;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;

/**
 * The convolutional part of a classification network, which gives away some of its activations.
 *
 * <p>Layers are numbered as in torchvision's {@code features}; their channels are those of the
 * weights. Input {@code [N, 3, H, W]}, outputs {@code [N, C[i], H[i], W[i]]}, fine to coarse.
 */
final class FeatureNetwork extends NetworkBlock {

    private static final int RGB = 3;

    private final BlockSequence<NetworkBlock> layers =
            addChildBlock("features", new BlockSequence<>());

    /** Numbers of the layers whose outputs are compared. */
    private final Set<Integer> taps = new TreeSet<>();

    private final List<Integer> tapChannels = new ArrayList<>();
    private int channels = RGB;

    /**
     * A network whose layers have the shapes of these weights.
     *
     * @param network which one
     * @param weights its weights, of which only the shapes are read
     * @throws IllegalArgumentException if a weight is missing or does not fit
     */
    FeatureNetwork(LpipsNetwork network, LpipsWeights weights) {
        switch (network) {
            case ALEX -> alexNet(weights);
            case SQUEEZE -> squeezeNet(weights);
            case VGG -> vgg16(weights);
            default -> throw new IllegalArgumentException("Unknown network " + network);
        }
    }

    private void alexNet(LpipsWeights weights) {
        convolutionAndRelu(weights, 4, 2);
        tap();
        layers.add(new MaxPool(3, false));
        convolutionAndRelu(weights, 1, 2);
        tap();
        layers.add(new MaxPool(3, false));
        for (int i = 0; i < 3; i++) {
            convolutionAndRelu(weights, 1, 1);
            tap();
        }
    }

    /** Version 1.1, whose pools let the last window reach over the border. */
    private void squeezeNet(LpipsWeights weights) {
        convolutionAndRelu(weights, 2, 0);
        tap();
        for (int i = 0; i < 2; i++) {
            layers.add(new MaxPool(3, true));
            fire(weights);
            fire(weights);
            tap();
        }
        layers.add(new MaxPool(3, true));
        for (int i = 0; i < 4; i++) {
            fire(weights);
            tap();
        }
    }

    private void vgg16(LpipsWeights weights) {
        int[] convolutions = {2, 2, 3, 3, 3};
        for (int group = 0; group < convolutions.length; group++) {
            if (group > 0) {
                layers.add(new MaxPool(2, false));
            }
            for (int i = 0; i < convolutions[group]; i++) {
                convolutionAndRelu(weights, 1, 1);
            }
            tap();
        }
    }

    private void convolutionAndRelu(LpipsWeights weights, int stride, int padding) {
        int[] kernel = kernel(weights, "", channels);
        layers.add(Convolution.padded(channels, kernel[0], kernel[2], stride, padding));
        layers.add(new Relu());
        channels = kernel[0];
    }

    private void fire(LpipsWeights weights) {
        int squeezed = kernel(weights, ".squeeze", channels)[0];
        int expanded1 = kernel(weights, ".expand1x1", squeezed)[0];
        int expanded3 = kernel(weights, ".expand3x3", squeezed)[0];
        layers.add(new Fire(channels, squeezed, expanded1, expanded3));
        channels = expanded1 + expanded3;
    }

    /** The shape of a weight of the next layer. */
    private int[] kernel(LpipsWeights weights, String part, int inputs) {
        String name = "features." + layers.size() + part;
        int[] kernel = weights.kernel(name);
        if (kernel[1] != inputs) {
            throw new IllegalArgumentException(
                    String.format(
                            "the tensor %s.weight is for %d channels, but %d come in",
                            name, kernel[1], inputs));
        }
        return kernel;
    }

    private void tap() {
        taps.add(layers.size() - 1);
        tapChannels.add(channels);
    }

    /** The channels of each output. */
    List<Integer> tapChannels() {
        return List.copyOf(tapChannels);
    }

    /**
     * Computes the activations that are compared.
     *
     * @param pass the pass
     * @param images {@code [N, 3, H, W]}
     * @return one tensor per tap, on the manager of the images, fine to coarse
     */
    NDList apply(Pass pass, NDArray images) {
        NDList outputs = new NDList(taps.size());
        NDArray x = images;
        for (int i = 0; i < layers.size(); i++) {
            NDArray y =
                    layers.get(i)
                            .forward(pass.store(), new NDList(x), pass.training())
                            .singletonOrThrow();
            if (x != images && !taps.contains(i - 1)) {
                x.close(); // what the gradient needs of it, the engine keeps
            }
            x = y;
            if (taps.contains(i)) {
                outputs.add(x);
            }
        }
        return outputs;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        return apply(new Pass(store, training), inputs.singletonOrThrow());
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape[] outputs = new Shape[taps.size()];
        Shape[] current = inputs;
        int next = 0;
        for (int i = 0; i < layers.size(); i++) {
            current = layers.get(i).getOutputShapes(current);
            if (taps.contains(i)) {
                outputs[next++] = current[0];
            }
        }
        return outputs;
    }
}
