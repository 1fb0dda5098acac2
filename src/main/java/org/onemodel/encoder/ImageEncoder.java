/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.onemodel.embedding.Embedding;
import org.onemodel.embedding.LatentSpace;
import org.onemodel.nn.Constants;
import org.onemodel.nn.Draw;
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

    /**
     * {@inheritDoc}
     *
     * <p>What a network with one kind of heads does not read is the same for all images: noise maps
     * drawn from the normal distribution, as generators are trained with, or the latent code 0 in
     * Z, the middle of what the mapping network was trained with.
     */
    @Override
    public final Embedding encode(Pass pass, NDArray images) {
        Reading reading = readChecked(pass, images);
        List<NDArray> maps = heads.readNoise() ? reading.noiseMaps() : drawnNoise(images);
        if (reading.latent().isPresent()) {
            return new Embedding(projection.space(), reading.latent().get(), maps);
        }
        long count = images.getShape().get(0);
        NDArray centre =
                images.getManager().zeros(new Shape(count, latent.get(latent.dimension() - 1)));
        return new Embedding(LatentSpace.Z, centre, maps);
    }

    private List<NDArray> drawnNoise(NDArray images) {
        Random random = new Random(0);
        NDManager manager = images.getManager();
        NDArray zeros = manager.zeros(new Shape(images.getShape().get(0), 1, 1, 1));
        List<NDArray> maps = new ArrayList<>();
        for (Shape shape : noiseShapes(images.getShape())) {
            Shape one = new Shape(1, 1, shape.get(2), shape.get(3));
            float[] values = Draw.normal(1).values(Math.toIntExact(one.size()), random);
            maps.add(zeros.add(Constants.tensor(manager, values, one)));
        }
        return maps;
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
        List<Shape> shapes = new ArrayList<>();
        if (heads.readLatent()) {
            shapes.add(new Shape(inputs[0].get(0)).addAll(latent));
        }
        if (heads.readNoise()) {
            shapes.addAll(noiseShapes(inputs[0]));
        }
        return shapes.toArray(new Shape[0]);
    }

    /** The shapes of the noise maps of images {@code [N, 3, H, W]}. */
    private List<Shape> noiseShapes(Shape images) {
        List<Shape> shapes = new ArrayList<>();
        for (int r : noiseMaps.sizes()) {
            long factor = noiseMaps.size() / r;
            long height = images.get(2) / factor;
            shapes.add(new Shape(images.get(0), 1, height, images.get(3) / factor));
        }
        return shapes;
    }
}
