/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.onemodel.nn.BlockSequence;
import org.onemodel.nn.Constants;
import org.onemodel.nn.Convolution;
import org.onemodel.nn.Draw;
import org.onemodel.nn.Pass;
import org.onemodel.nn.PixelShuffle;

/**
 * An encoder with an expanding path: a U-Net (Ronneberger et al. 2015) whose noise heads sit on the
 * way up, where each has seen the coarse context. It denoises better than the paper's encoder,
 * whose heads sit on the way down.
 *
 * <p>The image is folded 2×2 into channels (as FFDNet does), so all convolutions run at S/2 and
 * below. Images {@code [N, 3, H, W]}, H and W multiples of S; latent code {@code [N, count, L]} or
 * {@code [N, L]} from the pooled coarsest level; noise maps {@code [N, 1, r, r]}, as many per
 * resolution as the generator takes.
 */
public final class ExpandingEncoder extends ImageEncoder {

    /**
     * A style scales whole layers: its head learns more slowly than the others, as the mapping
     * network of StyleGAN does.
     */
    private static final double LATENT_RATE = 0.05;

    private final ExpandingSpec spec;
    private final Convolution stem;
    private final BlockSequence<BlockSequence<ResidualBlock>> contracting = new BlockSequence<>();
    private final BlockSequence<Convolution> down = new BlockSequence<>();
    private final BlockSequence<Convolution> up = new BlockSequence<>();
    private final BlockSequence<BlockSequence<ResidualBlock>> expanding = new BlockSequence<>();
    private final BlockSequence<Convolution> toNoise = new BlockSequence<>();
    private final Convolution toFinestNoise;
    private final Convolution toLatent;

    /**
     * An encoder whose parameters have no values yet.
     *
     * @param spec its sizes
     */
    public ExpandingEncoder(ExpandingSpec spec) {
        super(
                spec.noiseMaps(),
                spec.projection(),
                spec.heads(),
                spec.projection() == Projection.W_PLUS
                        ? new Shape(spec.latentCount(), spec.latentSize())
                        : new Shape(spec.latentSize()));
        this.spec = spec;
        List<Integer> widths = spec.widths();
        int coarsest = widths.size() - 1;
        NoiseMapLayout maps = spec.noiseMaps();
        stem =
                addChildBlock(
                        "stem", Convolution.biased(3 * PixelShuffle.PIXELS, widths.get(0), 3, 1));
        addChildBlock("contracting", contracting);
        addChildBlock("down", down);
        boolean readNoise = spec.heads().readNoise();
        if (readNoise) {
            addChildBlock("up", up);
            addChildBlock("expanding", expanding);
            addChildBlock("to_noise", toNoise);
        }
        for (int level = 0; level <= coarsest; level++) {
            int width = widths.get(level);
            contracting.add(residualBlocks(width));
            if (level < coarsest) {
                int below = widths.get(level + 1);
                down.add(Convolution.biased(width, below, 3, 2));
                up.add(Convolution.biased(below, PixelShuffle.PIXELS * width, 1, 1));
                expanding.add(residualBlocks(width));
            }
            toNoise.add(noiseHead(width, maps.count(maps.size() >> level + 1)));
        }
        Convolution finest =
                noiseHead(widths.get(0), maps.count(maps.size()) * PixelShuffle.PIXELS);
        toFinestNoise = readNoise ? addChildBlock("to_finest_noise", finest) : finest;
        int latents = spec.predictedLatents() * spec.latentSize();
        Draw small = Draw.normal(0.1 / Math.sqrt(widths.get(coarsest)));
        Convolution latent = Convolution.biased(widths.get(coarsest), latents, 1, small);
        toLatent = spec.heads().readLatent() ? addChildBlock("to_latent", latent) : latent;
    }

    /** A head whose maps start small, so that the first images are near the middle of the range. */
    private static Convolution noiseHead(int width, int maps) {
        return Convolution.biased(width, maps, 3, Draw.normal(0.3 / Math.sqrt(9.0 * width)));
    }

    private BlockSequence<ResidualBlock> residualBlocks(int width) {
        BlockSequence<ResidualBlock> blocks = new BlockSequence<>();
        for (int i = 0; i < spec.depth(); i++) {
            blocks.add(new ResidualBlock(width));
        }
        return blocks;
    }

    /**
     * The sizes.
     *
     * @return as given to the constructor
     */
    public ExpandingSpec spec() {
        return spec;
    }

    @Override
    Reading read(Pass pass, NDArray images) {
        Deque<NDArray> skips = new ArrayDeque<>();
        NDArray x = stem.apply(pass, PixelShuffle.fold(images));
        for (int level = 0; level < contracting.size(); level++) {
            if (level > 0) {
                x = leakyRelu(down.get(level - 1).apply(pass, x));
            }
            x = residual(pass, contracting.get(level), x);
            skips.push(x);
        }
        NDArray coarsest = skips.pop();
        return new Reading(
                spec.heads().readLatent() ? Optional.of(latent(pass, coarsest)) : Optional.empty(),
                spec.heads().readNoise() ? expand(pass, coarsest, skips) : List.of());
    }

    private NDArray latent(Pass pass, NDArray coarsest) {
        NDArray slow = Constants.times(pooled(coarsest), LATENT_RATE); // [N, C, 1, 1]
        NDArray vectors =
                toLatent.apply(pass, slow).reshape(-1, spec.predictedLatents(), spec.latentSize());
        return switch (spec.projection()) {
            case W_PLUS -> vectors;
            case Z_SUM -> vectors.sum(new int[] {1});
            case Z -> vectors.squeeze(1);
        };
    }

    private List<NDArray> expand(Pass pass, NDArray coarsest, Deque<NDArray> skips) {
        List<NDArray> maps = new ArrayList<>();
        NDArray x = coarsest;
        for (int level = contracting.size() - 1; level >= 0; level--) {
            if (level < contracting.size() - 1) {
                NDArray wide = PixelShuffle.unfold(up.get(level).apply(pass, x));
                x = residual(pass, expanding.get(level), wide.add(skips.pop()));
            }
            addMaps(maps, toNoise.get(level).apply(pass, x));
        }
        addMaps(maps, PixelShuffle.unfold(toFinestNoise.apply(pass, x)));
        return maps;
    }

    private static NDArray residual(Pass pass, BlockSequence<ResidualBlock> blocks, NDArray x) {
        NDArray y = x;
        for (int i = 0; i < blocks.size(); i++) {
            y = blocks.get(i).apply(pass, y);
        }
        return y;
    }

    private static void addMaps(List<NDArray> maps, NDArray heads) {
        for (long i = 0; i < heads.getShape().get(1); i++) {
            maps.add(heads.get(new NDIndex(":, {}:{}", i, i + 1))); // [N, 1, r, r]
        }
    }

    /** The noise maps learn the tone, before the slow head of the latent code does. */
    @Override
    public boolean latentCarriesTone() {
        return false;
    }
}
