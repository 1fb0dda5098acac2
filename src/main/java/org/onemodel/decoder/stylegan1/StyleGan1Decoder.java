/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan1;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.onemodel.decoder.GeneratorSpec;
import org.onemodel.decoder.PartialDecoding;
import org.onemodel.decoder.StyleGanDecoder;
import org.onemodel.nn.Pass;
import org.onemodel.nn.Shapes;

/**
 * The StyleGAN 1 generator (Karras et al. 2019) with the parameter names of its best-known PyTorch
 * port, whose checkpoints researchers have.
 *
 * <p>Latent code {@code [N, 2·log2(S) − 2, L]} (W+) or {@code [N, L]} (Z); noise maps {@code [N, 1,
 * r, r]}: one per resolution, log2(S) − 1 in all, which both layers of the resolution take; output
 * {@code [N, 3, S, S]}.
 */
public final class StyleGan1Decoder extends StyleGanDecoder {

    private final Mapping mapping;
    private final Synthesis synthesis;

    /**
     * A generator whose parameters have no values yet.
     *
     * @param spec its sizes
     */
    public StyleGan1Decoder(GeneratorSpec spec) {
        super(spec, noiseMapSizes(spec));
        mapping = addChildBlock("style", new Mapping(spec.latentSize(), spec.mappingLayers()));
        synthesis = addChildBlock("generator", new Synthesis(spec));
    }

    private static List<Integer> noiseMapSizes(GeneratorSpec spec) {
        List<Integer> sizes = new ArrayList<>();
        for (int r = 4; r <= spec.size(); r *= 2) {
            sizes.add(r);
        }
        return sizes;
    }

    @Override
    public List<Integer> latentResolutions() {
        return IntStream.range(0, latentCount()).mapToObj(i -> 4 << i / 2).toList();
    }

    @Override
    public List<String> noiseLayers() {
        List<String> layers = new ArrayList<>();
        for (int i = 0; i <= spec().doublings(); i++) {
            layers.add("generator.progression." + i);
        }
        return List.copyOf(layers);
    }

    @Override
    public NDArray map(Pass pass, NDArray z) {
        return mapping.apply(pass, Shapes.check("latent code z", z, Shapes.ANY, latentSize()));
    }

    @Override
    protected PartialDecoding start(Pass pass, NDArray latent, NDArray coarsest) {
        return before(pass, 0, coarsest);
    }

    @Override
    protected PartialDecoding next(
            Pass pass, PartialDecoding from, NDArray latent, NDArray noiseMap) {
        int block = from.map();
        NDArray x = synthesis.finish(pass, block, from.features(), latent, noiseMap);
        return before(pass, block + 1, x);
    }

    private PartialDecoding before(Pass pass, int block, NDArray x) {
        return new PartialDecoding(block, synthesis.begin(pass, block, x), Optional.empty());
    }

    @Override
    protected NDArray end(Pass pass, PartialDecoding from, NDArray latent, NDArray noiseMap) {
        NDArray x = synthesis.finish(pass, from.map(), from.features(), latent, noiseMap);
        return synthesis.colours(pass, x);
    }
}
