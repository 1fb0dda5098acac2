/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.onemodel.nn.BlockSequence;
import org.onemodel.nn.Convolution;
import org.onemodel.nn.Draw;
import org.onemodel.nn.Pass;

/**
 * The encoder of "One Model to Reconstruct Them All" (2020).
 *
 * <p>2 + 2·(log2(S) − 2) residual blocks, two per resolution from S down to 4. After each block a
 * pooled 1×1 convolution gives a latent vector (for projection into Z without a sum, after the last
 * block only), and a 1×1 convolution a noise map: after the first of the two where the generator
 * takes one map per resolution, after both where it takes two. Images {@code [N, 3, S, S]}; latent
 * code {@code [N, 2·log2(S) − 2, L]} or {@code [N, L]}; noise maps {@code [N, 1, r, r]}, coarse to
 * fine.
 */
public final class ResNetEncoder extends ImageEncoder {

    private final ResNetSpec spec;
    private final BlockSequence<BasicBlock> main = new BlockSequence<>();
    private final BlockSequence<BasicBlock> intermediate = new BlockSequence<>();
    private final BlockSequence<Convolution> toLatents = new BlockSequence<>();
    private final BlockSequence<Convolution> intermediateToLatents = new BlockSequence<>();
    private final Optional<Convolution> toOneLatent;
    private final BlockSequence<Convolution> toNoise = new BlockSequence<>();
    private final BlockSequence<Convolution> intermediateToNoise = new BlockSequence<>();

    /**
     * An encoder whose parameters have no values yet.
     *
     * @param spec its sizes
     */
    public ResNetEncoder(ResNetSpec spec) {
        super(
                spec.noiseMaps(),
                spec.projection(),
                spec.heads(),
                spec.projection() == Projection.W_PLUS
                        ? new Shape(spec.latentCount(), spec.latentSize())
                        : new Shape(spec.latentSize()));
        this.spec = spec;
        addChildBlock("resnet_blocks", main);
        addChildBlock("intermediate_resnet_blocks", intermediate);
        int inputs = 3;
        for (int r = spec.size(); r >= 4; r /= 2) {
            int width = spec.channels().get(r);
            main.add(new BasicBlock(inputs, width, r == spec.size() ? 1 : 2));
            if (r > 4 || spec.heads().readLatent()) { // noise maps come without the last one
                intermediate.add(new BasicBlock(width, width, 1));
            }
            inputs = width;
        }
        boolean one = spec.heads().readLatent() && spec.projection() == Projection.Z;
        toOneLatent =
                one
                        ? Optional.of(addChildBlock("to_latent", head(4, spec.latentSize())))
                        : Optional.empty();
        if (spec.heads().readLatent() && !one) {
            addChildBlock("to_latent", toLatents);
            addChildBlock("intermediate_to_latent", intermediateToLatents);
        }
        if (spec.heads().readNoise()) {
            addChildBlock("to_noise", toNoise);
            addChildBlock("intermediate_to_noise", intermediateToNoise);
        }
        for (int r = spec.size(); r >= 4; r /= 2) {
            toLatents.add(head(r, spec.latentSize()));
            intermediateToLatents.add(head(r, spec.latentSize()));
            toNoise.add(head(r, 1));
            if (spec.noiseMaps().count(r) == 2) {
                intermediateToNoise.add(head(r, 1));
            }
        }
    }

    private Convolution head(int resolution, int outputs) {
        int width = spec.channels().get(resolution);
        return Convolution.biased(width, outputs, 1, Draw.normal(1 / Math.sqrt(width)));
    }

    @Override
    Reading read(Pass pass, NDArray images) {
        List<NDArray> latents = new ArrayList<>();
        List<NDArray> maps = new ArrayList<>();
        NDArray x = images;
        for (int i = 0; i < main.size(); i++) {
            x = main.get(i).apply(pass, x);
            readHeads(pass, x, toLatents.get(i), latents, Optional.of(toNoise.get(i)), maps);
            if (i == intermediate.size()) {
                break;
            }
            x = intermediate.get(i).apply(pass, x);
            Optional<Convolution> noise =
                    i < intermediateToNoise.size()
                            ? Optional.of(intermediateToNoise.get(i))
                            : Optional.empty();
            readHeads(pass, x, intermediateToLatents.get(i), latents, noise, maps);
        }
        Collections.reverse(latents); // now the coarsest is first
        Collections.reverse(maps);
        return new Reading(latent(pass, x, latents), maps);
    }

    private void readHeads(
            Pass pass,
            NDArray x,
            Convolution latentHead,
            List<NDArray> latents,
            Optional<Convolution> noiseHead,
            List<NDArray> maps) {
        if (spec.heads().readLatent() && toOneLatent.isEmpty()) {
            latents.add(latentHead.apply(pass, pooled(x)));
        }
        if (spec.heads().readNoise()) {
            noiseHead.ifPresent(head -> maps.add(head.apply(pass, x)));
        }
    }

    private Optional<NDArray> latent(Pass pass, NDArray last, List<NDArray> latents) {
        if (!spec.heads().readLatent()) {
            return Optional.empty();
        }
        if (toOneLatent.isPresent()) {
            return Optional.of(
                    toOneLatent.get().apply(pass, pooled(last)).reshape(-1, spec.latentSize()));
        }
        NDArray stacked =
                latents.get(0)
                        .getNDArrayInternal()
                        .concat(new NDList(latents.subList(1, latents.size())), 2) // [N, L, n, 1]
                        .squeeze(3)
                        .transpose(0, 2, 1); // [N, n, L]
        return Optional.of(
                spec.projection() == Projection.Z_SUM ? stacked.sum(new int[] {1}) : stacked);
    }

    @Override
    public boolean latentCarriesTone() {
        return heads().readLatent();
    }
}
