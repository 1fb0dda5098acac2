/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan1;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.onemodel.decoder.LearnedConstant;
import org.onemodel.nn.Layer;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;

/**
 * All layers of one resolution: the learned constant, or upsampling and blur; then twice a weighted
 * noise map, leaky ReLU and adaptive instance normalisation, with a convolution in between.
 *
 * <p>Inputs {@code [N, in, H/2, W/2]} (the noise map itself where the constant stands), a noise map
 * {@code [N, 1, H, W]} and two latent vectors {@code [N, L]}; output {@code [N, out, H, W]}.
 */
final class StyledBlock extends NetworkBlock {

    /** From this resolution on, upsampling and convolution are one. */
    private static final int FUSED_FROM = 128;

    private final Layer conv1;
    private final boolean blurred;
    private final NoiseInjection noise1;
    private final AdaptiveInstanceNorm adain1;
    private final Named conv2;
    private final NoiseInjection noise2;
    private final AdaptiveInstanceNorm adain2;
    private final int outputs;

    private StyledBlock(Layer conv1, boolean blurred, int outputs, int latentSize) {
        this.outputs = outputs;
        this.blurred = blurred;
        this.conv1 = addChildBlock("conv1", conv1);
        noise1 = addChildBlock("noise1", new NoiseInjection(outputs));
        adain1 = addChildBlock("adain1", new AdaptiveInstanceNorm(outputs, latentSize));
        conv2 =
                addChildBlock(
                        "conv2", new Named("conv", ScaledConvolution.same(outputs, outputs, 3)));
        noise2 = addChildBlock("noise2", new NoiseInjection(outputs));
        adain2 = addChildBlock("adain2", new AdaptiveInstanceNorm(outputs, latentSize));
    }

    /** The block at 4×4. */
    static StyledBlock first(int channels, int latentSize) {
        return new StyledBlock(new LearnedConstant(channels), false, channels, latentSize);
    }

    /**
     * A block that doubles the size.
     *
     * @param resolution that of its output
     */
    static StyledBlock doubling(int resolution, int inputs, int outputs, int latentSize) {
        Named upsampling =
                resolution < FUSED_FROM
                        ? new Named(
                                "1",
                                new Named("conv", ScaledConvolution.upsampling(inputs, outputs)))
                        : new Named("0", new FusedUpsampling(inputs, outputs));
        return new StyledBlock(upsampling, true, outputs, latentSize);
    }

    /** What there is before the noise map is added. */
    NDArray begin(Pass pass, NDArray x) {
        NDArray y = conv1.apply(pass, x);
        return blurred ? Blur.apply(y) : y;
    }

    /** Goes on from {@link #begin}. */
    NDArray finish(
            Pass pass, NDArray begun, NDArray noiseMap, NDArray firstStyle, NDArray secondStyle) {
        NDArray y = leakyRelu(begun.add(noise1.apply(pass, noiseMap)));
        y = conv2.apply(pass, adain1.apply(pass, y, firstStyle));
        y = leakyRelu(y.add(noise2.apply(pass, noiseMap)));
        return adain2.apply(pass, y, secondStyle);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        Pass pass = new Pass(store, training);
        NDArray begun = begin(pass, inputs.get(0));
        return new NDList(finish(pass, begun, inputs.get(1), inputs.get(2), inputs.get(3)));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape map = inputs[1];
        return new Shape[] {new Shape(map.get(0), outputs, map.get(2), map.get(3))};
    }
}
