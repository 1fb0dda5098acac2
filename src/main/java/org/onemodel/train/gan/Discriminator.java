/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.SortedMap;
import org.onemodel.nn.BlockSequence;
import org.onemodel.nn.Dual;
import org.onemodel.nn.EqualizedLinear;
import org.onemodel.nn.Pass;
import org.onemodel.nn.Shapes;
import org.onemodel.train.gan.DiscriminatorLayer.Kind;

/**
 * StyleGAN 2's residual discriminator (Karras et al. 2020) with the parameter names of the
 * best-known PyTorch port. The port's filters are constants and are not among the parameters.
 *
 * <p>Images {@code [N, 3, S, S]} in about [-1, 1] to logits {@code [N]}, the higher the more like a
 * real image. N must be at most 4 or a multiple of 4 (see {@link MinibatchDeviation}).
 */
public final class Discriminator extends DualBlock {

    private final int size;
    private final BlockSequence<DualBlock> convs = new BlockSequence<>();
    private final DiscriminatorLayer finalConv;
    private final BlockSequence<EqualizedLinear> finalLinear = new BlockSequence<>();

    /**
     * A discriminator whose parameters have no values yet.
     *
     * @param size side S of the images, a power of two from 8
     * @param channels channels at each resolution 4, 8 … S, as the generator's
     */
    public Discriminator(int size, SortedMap<Integer, Integer> channels) {
        this.size = size;
        addChildBlock("convs", convs);
        convs.add(new DiscriminatorLayer(3, channels.get(size), 1, Kind.SAME)); // from RGB
        for (int r = size; r > 4; r /= 2) {
            convs.add(new DiscriminatorBlock(channels.get(r), channels.get(r / 2)));
        }
        int width = channels.get(4);
        finalConv =
                addChildBlock("final_conv", new DiscriminatorLayer(width + 1, width, 3, Kind.SAME));
        addChildBlock("final_linear", finalLinear);
        finalLinear.add(new EqualizedLinear(width * 16, width, 1, 0));
        finalLinear.add(new EqualizedLinear(width, 1, 1, 0));
    }

    /**
     * Judges images.
     *
     * @param pass the pass
     * @param images {@code [N, 3, S, S]}
     * @return logits {@code [N]}, on the images' manager
     */
    public NDArray apply(Pass pass, NDArray images) {
        return apply(pass, Dual.of(images)).value();
    }

    /**
     * The derivative of the logits when the images move: Σ v·∂D/∂x for each image.
     *
     * @param pass the pass
     * @param images x, {@code [N, 3, S, S]}
     * @param direction v, of the same shape
     * @return {@code [N]}; a tensor whose gradients for the parameters can be taken
     */
    public NDArray derivative(Pass pass, NDArray images, NDArray direction) {
        return apply(pass, Dual.of(images, direction)).tangent();
    }

    @Override
    Dual apply(Pass pass, Dual images) {
        Shapes.check("image", images.value(), Shapes.ANY, 3, size, size);
        long count = images.value().getShape().get(0);
        Dual x = images;
        for (int i = 0; i < convs.size(); i++) {
            x = convs.get(i).apply(pass, x);
        }
        x = finalConv.apply(pass, MinibatchDeviation.append(x));
        x = x.linear(a -> a.reshape(count, -1)); // [N, 16·C4]
        x = finalLinear.get(0).apply(pass, x).times(Math.sqrt(2)).leakyRelu();
        return finalLinear.get(1).apply(pass, x).linear(a -> a.reshape(count));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0))};
    }
}
