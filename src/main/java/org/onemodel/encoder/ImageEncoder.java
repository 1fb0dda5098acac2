/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import org.onemodel.embedding.Embedding;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;
import org.onemodel.nn.Shapes;

/**
 * One convolutional network that reads images of any multiple of its size: {@code [N, 3, H, W]} to
 * a latent code ({@code [N, layers, L]} or {@code [N, L]}) and the noise maps that its generator
 * takes, {@code [N, 1, r, r]}, coarse to fine.
 */
abstract class ImageEncoder extends NetworkBlock implements Encoder {

    private final NoiseMapLayout noiseMaps;
    private final Projection projection;
    private final Heads heads;
    private final Shape latent;

    /**
     * A network of a form.
     *
     * @param noiseMaps which noise maps there are up to the size S that it was made for
     * @param projection the form of the latent code
     * @param heads what it reads
     * @param latent shape of one latent code, without N
     */
    ImageEncoder(NoiseMapLayout noiseMaps, Projection projection, Heads heads, Shape latent) {
        this.noiseMaps = noiseMaps;
        this.projection = projection;
        this.heads = heads;
        this.latent = latent;
    }

    /** Reads images whose shape has been checked. */
    abstract Reading read(Pass pass, NDArray images);

    final Projection projection() {
        return projection;
    }

    final Heads heads() {
        return heads;
    }

    /**
     * Reads images.
     *
     * @throws IllegalArgumentException if their shape does not fit
     */
    final Reading readChecked(Pass pass, NDArray images) {
        Shapes.check("image batch", images, Shapes.ANY, 3, Shapes.ANY, Shapes.ANY);
        Shape shape = images.getShape();
        int size = noiseMaps.size();
        if (shape.get(2) % size != 0 || shape.get(3) % size != 0) {
            throw new IllegalArgumentException(
                    "Images of "
                            + shape.get(3)
                            + "×"
                            + shape.get(2)
                            + " pixels do not fit an encoder of size "
                            + size
                            + ": both sides must be multiples of it.");
        }
        return read(pass, images);
    }

    @Override
    public final Embedding encode(Pass pass, NDArray images) {
        if (heads != Heads.ALL) {
            throw new IllegalStateException(
                    "A network with " + heads + " heads only is half an encoder.");
        }
        Reading reading = readChecked(pass, images);
        return new Embedding(
                projection.space(), reading.latent().orElseThrow(), reading.noiseMaps());
    }

    /** The mean of each channel, {@code [N, C, 1, 1]}. */
    static NDArray pooled(NDArray x) {
        return x.mean(new int[] {3}, true).mean(new int[] {2}, true);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        Reading reading = readChecked(new Pass(store, training), inputs.singletonOrThrow());
        NDList outputs = new NDList();
        reading.latent().ifPresent(outputs::add);
        outputs.addAll(reading.noiseMaps());
        return outputs;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape in = inputs[0];
        List<Shape> shapes = new ArrayList<>();
        if (heads.readLatent()) {
            shapes.add(new Shape(in.get(0)).addAll(latent));
        }
        if (heads.readNoise()) {
            for (int r : noiseMaps.sizes()) {
                long factor = noiseMaps.size() / r;
                shapes.add(new Shape(in.get(0), 1, in.get(2) / factor, in.get(3) / factor));
            }
        }
        return shapes.toArray(new Shape[0]);
    }
}
