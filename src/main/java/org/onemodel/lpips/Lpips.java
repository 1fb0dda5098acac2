/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onemodel.nn.Constants;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;
import org.onemodel.nn.Shapes;

/**
 * LPIPS v0.1 (Zhang, Isola, Efros, Shechtman and Wang, "The unreasonable effectiveness of deep
 * features as a perceptual metric", 2018): how different two images look to a network.
 *
 * <p>0 for equal images, and about 0.7 for images that have nothing in common. All weights are
 * frozen; gradients flow to the images. Holds its weights on a manager of its own. Not thread-safe.
 */
public final class Lpips implements AutoCloseable {

    /** ImageNet's mean and deviation on the scale [-1, 1]. */
    private static final float[] SHIFT = {-.030f, -.088f, -.188f};

    private static final float[] SCALE = {.458f, .448f, .450f};
    private static final Shape PER_CHANNEL = new Shape(1, 3, 1, 1);

    private final LpipsNetwork network;
    private final NDManager manager;
    private final ParameterStore store;
    private final FeatureNetwork features;
    private final List<FeatureDistance> distances = new ArrayList<>();

    /**
     * A network with these weights; its channels are theirs.
     *
     * @throws IllegalArgumentException if a weight is missing or does not fit
     */
    Lpips(LpipsNetwork network, LpipsWeights weights, NDManager parent) {
        this.network = network;
        features = new FeatureNetwork(network, weights);
        features.tapChannels().forEach(channels -> distances.add(new FeatureDistance(channels)));
        manager = parent.newSubManager();
        store = new ParameterStore(manager, false);
        try {
            fill(weights);
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    private void fill(LpipsWeights weights) {
        features.freeze();
        distances.forEach(NetworkBlock::freeze);
        parameters()
                .forEach(
                        (name, parameter) -> {
                            long[] shape = parameter.getShape().getShape();
                            float[] values = weights.values(name, shape);
                            NetworkBlock.fill(parameter, manager, values);
                        });
    }

    /**
     * Reads a network's weights.
     *
     * @param network which one
     * @param files where its weights lie, or where they are fetched to
     * @param parent the manager that closes the weights at the latest; gives the device
     * @return the distance, for the caller to close
     * @throws IOException if weights are missing, cannot be fetched, or are not those of this
     *     network; the message says in one sentence what to do
     */
    public static Lpips load(LpipsNetwork network, LpipsFiles files, NDManager parent)
            throws IOException {
        LpipsWeights weights = files.read(network);
        try {
            return new Lpips(network, weights, parent);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    String.format(
                            "The LPIPS weights in the folder %s are not those of the network %s:"
                                    + " %s; remove them and let them be fetched again.",
                            files.folder(), network.word(), e.getMessage()),
                    e);
        }
    }

    /** All parameters under the names of the published files. */
    Map<String, Parameter> parameters() {
        Map<String, Parameter> table = new LinkedHashMap<>(features.parameters());
        for (int i = 0; i < distances.size(); i++) {
            String prefix = "lin" + i + ".";
            distances.get(i).parameters().forEach((name, p) -> table.put(prefix + name, p));
        }
        return table;
    }

    /**
     * Compares images pair by pair.
     *
     * @param x images {@code [N, 3, H, W]} in [-1, 1], of any size from {@link
     *     LpipsNetwork#smallestSide} up
     * @param y images of the same shape
     * @return the distances {@code [N]}, on the manager of x
     * @throws IllegalArgumentException if shapes differ or the images are too small
     */
    public NDArray distance(NDArray x, NDArray y) {
        checkShapes(x, y);
        NDManager owner = x.getManager();
        try (NDManager scratch = owner.newSubManager()) {
            NDList xs = features(x, scratch);
            NDList ys = features(y, scratch);
            Pass pass = new Pass(store, false);
            NDArray sum = distances.get(0).apply(pass, xs.get(0), ys.get(0));
            for (int i = 1; i < distances.size(); i++) {
                sum = sum.add(distances.get(i).apply(pass, xs.get(i), ys.get(i)));
            }
            sum.attach(owner);
            return sum;
        }
    }

    private void checkShapes(NDArray x, NDArray y) {
        Shapes.check("image batch x", x, Shapes.ANY, 3, Shapes.ANY, Shapes.ANY);
        Shapes.check("image batch y", y, x.getShape().getShape());
        long side = Math.min(x.getShape().get(2), x.getShape().get(3));
        if (side < network.smallestSide()) {
            throw new IllegalArgumentException(
                    String.format(
                            "LPIPS with the network %s needs images of at least %d pixels a side,"
                                    + " but these have %d",
                            network.word(), network.smallestSide(), side));
        }
    }

    private NDList features(NDArray images, NDManager scratch) {
        NDArray opposite = Constants.tensor(scratch, SHIFT, PER_CHANNEL).neg();
        NDArray scaled = opposite.add(images).div(Constants.tensor(scratch, SCALE, PER_CHANNEL));
        return features.apply(new Pass(store, false), scaled);
    }

    /** The owner of the weights. */
    NDManager manager() {
        return manager;
    }

    /** Frees the weights. */
    @Override
    public void close() {
        manager.close();
    }
}
