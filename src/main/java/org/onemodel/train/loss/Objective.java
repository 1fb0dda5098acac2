/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.loss;

import static org.onemodel.nn.Shapes.ANY;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.onemodel.lpips.Lpips;
import org.onemodel.lpips.LpipsFiles;
import org.onemodel.nn.Constants;
import org.onemodel.nn.Shapes;

/**
 * What training makes small: as published, each loss is a mean over an image's pixels and is summed
 * over the batch.
 *
 * <p>Holds the weights of LPIPS where that takes part. Not thread-safe.
 */
public final class Objective implements AutoCloseable {

    /** A loss and its weight. */
    private record Weighted(double weight, Loss loss) {}

    private final Map<String, Weighted> losses = new LinkedHashMap<>();
    private final Optional<Lpips> lpips;

    private Objective(ObjectiveConfig config, Optional<Lpips> lpips) {
        this.lpips = lpips;
        add("mse", config.mse(), PixelLosses::squared);
        add("l1", config.l1(), PixelLosses::absolute);
        add("msSsim", config.msSsim(), Objective::dissimilarity);
        lpips.ifPresent(network -> add("lpips", config.lpips(), perceptual(network)));
    }

    private void add(String name, double weight, Loss loss) {
        if (weight > 0) {
            losses.put(name, new Weighted(weight, loss));
        }
    }

    private static NDArray dissimilarity(NDArray output, NDArray target, Optional<NDArray> mask) {
        refuse(mask, "MS-SSIM");
        return MsSsim.of(output, target).neg().add(1);
    }

    private static Loss perceptual(Lpips network) {
        return (output, target, mask) -> {
            refuse(mask, "LPIPS");
            return network.distance(output, target);
        };
    }

    private static void refuse(Optional<NDArray> mask, String loss) {
        if (mask.isPresent()) {
            throw new IllegalArgumentException(
                    loss + " compares neighbourhoods, so that its pixels cannot be weighted");
        }
    }

    /**
     * An objective that is ready to use.
     *
     * @param config the weights
     * @param parent the manager that closes this objective's memory at the latest; gives the device
     * @return the objective, for the caller to close
     * @throws IOException if LPIPS takes part and its weights cannot be had; the message says in
     *     one sentence what to do
     */
    public static Objective of(ObjectiveConfig config, NDManager parent) throws IOException {
        if (config.lpips() == 0) {
            return new Objective(config, Optional.empty());
        }
        LpipsFiles files =
                new LpipsFiles(
                        config.weightsFolder().orElseGet(LpipsFiles::standardFolder),
                        config.fetch());
        return new Objective(config, Optional.of(Lpips.load(config.network(), files, parent)));
    }

    /**
     * Judges a batch.
     *
     * @param output {@code [N, 3, H, W]}, values about [-1, 1]; the gradient flows to it
     * @param target of the same shape; no gradient flows to it
     * @param mask weight of each pixel {@code [N, 1, H, W]}, none negative: losses are means over
     *     what it marks, and 0 for an image of which it marks nothing; empty where all count
     * @return total and parts, on the output's manager
     * @throws IllegalArgumentException if a shape differs, images are smaller than {@link
     *     ObjectiveConfig#smallestSide}, or there is a mask and {@link ObjectiveConfig#canBeMasked}
     *     is false
     */
    public Terms loss(NDArray output, NDArray target, Optional<NDArray> mask) {
        long images = Shapes.check("output", output, ANY, 3, ANY, ANY).getShape().get(0);
        long[] shape = output.getShape().getShape();
        Shapes.check("target", target, shape);
        mask.ifPresent(map -> Shapes.check("mask", map, images, 1, shape[2], shape[3]));
        NDManager owner = output.getManager();
        try (NDManager scratch = owner.newSubManager()) {
            NDArray x = output.reshape(shape); // the same values, whose results go to scratch
            x.attach(scratch);
            NDArray y = target.stopGradient();
            y.attach(scratch);
            NDArray total = Constants.scalar(scratch, 0);
            Map<String, NDArray> parts = new LinkedHashMap<>();
            for (Map.Entry<String, Weighted> entry : losses.entrySet()) {
                NDArray sum = entry.getValue().loss().perImage(x, y, mask).sum();
                total = total.add(Constants.times(sum, entry.getValue().weight()));
                NDArray part = Constants.times(sum.stopGradient(), 1.0 / images);
                part.attach(owner);
                parts.put(entry.getKey(), part);
            }
            total.attach(owner);
            return new Terms(total, parts);
        }
    }

    /** Frees LPIPS's weights, if it holds any. */
    @Override
    public void close() {
        lpips.ifPresent(Lpips::close);
    }
}
