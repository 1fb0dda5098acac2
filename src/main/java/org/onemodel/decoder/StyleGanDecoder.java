/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onemodel.embedding.Embedding;
import org.onemodel.embedding.LatentSpace;
import org.onemodel.nn.Draw;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;
import org.onemodel.nn.Shapes;

/**
 * What the generators of the StyleGAN family have in common: sizes, checks of what enters, the mean
 * latent vector and fixed noise maps.
 *
 * <p>Latent code {@code [N, 2·log2(S) − 2, L]} (W+, two layers per resolution) or {@code [N, L]}
 * (Z); noise maps {@code [N, 1, r, r]}; output {@code [N, 3, S, S]}.
 */
public abstract class StyleGanDecoder extends NetworkBlock implements Decoder {

    private final GeneratorSpec spec;
    private final List<Integer> noiseMapSizes;
    private final Optional<Parameter> meanLatent;
    private final Optional<FixedNoise> fixedNoise;

    /**
     * A generator whose parameters have no values yet.
     *
     * @param spec its sizes
     * @param noiseMapSizes the side of each noise map, coarse to fine
     */
    protected StyleGanDecoder(GeneratorSpec spec, List<Integer> noiseMapSizes) {
        this.spec = spec;
        this.noiseMapSizes = List.copyOf(noiseMapSizes);
        meanLatent =
                spec.extras().contains(GeneratorExtra.MEAN_LATENT)
                        ? Optional.of(buffer("latent_avg", Draw.constant(0), spec.latentSize()))
                        : Optional.empty();
        fixedNoise =
                spec.extras().contains(GeneratorExtra.FIXED_NOISE)
                        ? Optional.of(addChildBlock("noises", new FixedNoise(noiseMapSizes)))
                        : Optional.empty();
    }

    /**
     * Runs the synthesis network as far as the coarsest noise map.
     *
     * @param pass the pass
     * @param latent {@code [N, layers, L]}, checked
     * @param coarsest noise map 0, of which only the shape counts
     * @return what there is before noise map 0 is added
     */
    protected abstract PartialDecoding start(Pass pass, NDArray latent, NDArray coarsest);

    /**
     * Adds a noise map, and goes on as far as the next, which exists.
     *
     * @param pass the pass
     * @param from what there is before the map is added
     * @param latent {@code [N, layers, L]}, checked
     * @param noiseMap the map, checked
     * @return what there is before the next map is added
     */
    protected abstract PartialDecoding next(
            Pass pass, PartialDecoding from, NDArray latent, NDArray noiseMap);

    /**
     * Adds the finest noise map, and goes on to the end.
     *
     * @param pass the pass
     * @param from what there is before the map is added
     * @param latent {@code [N, layers, L]}, checked
     * @param noiseMap the map, checked
     * @return {@code [N, 3, H, W]}
     */
    protected abstract NDArray end(
            Pass pass, PartialDecoding from, NDArray latent, NDArray noiseMap);

    /**
     * The sizes.
     *
     * @return as given to the constructor
     */
    public final GeneratorSpec spec() {
        return spec;
    }

    @Override
    public final int size() {
        return spec.size();
    }

    @Override
    public final int latentSize() {
        return spec.latentSize();
    }

    @Override
    public final int latentCount() {
        return spec.latentCount();
    }

    @Override
    public final Set<GeneratorExtra> extras() {
        return spec.extras();
    }

    @Override
    public final List<Integer> noiseMapSizes() {
        return noiseMapSizes;
    }

    @Override
    public final NDArray repeat(NDArray w) {
        return w.reshape(-1, 1, latentSize()).repeat(1, latentCount());
    }

    @Override
    public final NDArray truncate(Pass pass, NDArray w, double psi) {
        Parameter mean =
                meanLatent.orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "This generator has no mean latent vector, which truncation"
                                                + " needs: import it from a file that has"
                                                + " latent_avg."));
        return Decoder.truncate(w, pass.value(mean, w), psi);
    }

    @Override
    public final List<NDArray> fixedNoise(Pass pass, NDArray latent) {
        FixedNoise noise =
                fixedNoise.orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "This generator has no fixed noise maps: import it from a"
                                                + " file that has noises.noise_0 and so on."));
        return noise.repeat(pass, latent);
    }

    @Override
    public final NDArray decode(Pass pass, Embedding embedding) {
        NDArray latent = latentOf(pass, embedding);
        List<NDArray> noise = checked(embedding.noiseMaps());
        return finish(pass, start(pass, latent, noise.get(0)), latent, noise);
    }

    @Override
    public final PartialDecoding begin(Pass pass, Embedding embedding) {
        NDArray coarsest = checked(embedding.noiseMaps()).get(0);
        return start(pass, latentOf(pass, embedding), coarsest);
    }

    @Override
    public final PartialDecoding advance(
            Pass pass, PartialDecoding from, Embedding embedding, int map) {
        if (map < from.map() || map >= noiseMapSizes.size()) {
            throw new IllegalArgumentException(
                    "Decoding stands before noise map "
                            + from.map()
                            + " of "
                            + noiseMapSizes.size()
                            + " and can't go on as far as map "
                            + map
                            + ".");
        }
        NDArray latent = latentOf(pass, embedding);
        List<NDArray> noise = checked(embedding.noiseMaps());
        return advance(pass, from, latent, noise, map);
    }

    private PartialDecoding advance(
            Pass pass, PartialDecoding from, NDArray latent, List<NDArray> noise, int map) {
        PartialDecoding at = from;
        while (at.map() < map) {
            at = next(pass, at, latent, noise.get(at.map()));
        }
        return at;
    }

    @Override
    public final NDArray finish(Pass pass, PartialDecoding from, Embedding embedding) {
        NDArray latent = latentOf(pass, embedding);
        return finish(pass, from, latent, checked(embedding.noiseMaps()));
    }

    private NDArray finish(Pass pass, PartialDecoding from, NDArray latent, List<NDArray> noise) {
        int last = noise.size() - 1;
        return end(pass, advance(pass, from, latent, noise, last), latent, noise.get(last));
    }

    private NDArray latentOf(Pass pass, Embedding embedding) {
        NDArray latent = embedding.latent();
        boolean mapped = embedding.space() == LatentSpace.Z;
        return checked(mapped ? repeat(map(pass, latent)) : latent);
    }

    /**
     * Checks a latent code.
     *
     * @param latent {@code [N, layers, L]}
     * @return the same
     * @throws IllegalArgumentException if its shape is another
     */
    protected final NDArray checked(NDArray latent) {
        return Shapes.check("latent code", latent, Shapes.ANY, latentCount(), latentSize());
    }

    /**
     * Checks noise maps.
     *
     * @param noise {@code [N, 1, r, r]} each, coarse to fine, or all of a multiple of that
     * @return the same
     * @throws IllegalArgumentException if their number or a shape is another
     */
    protected final List<NDArray> checked(List<NDArray> noise) {
        if (noise.size() != noiseMapSizes.size()) {
            throw new IllegalArgumentException(
                    "This generator takes "
                            + noiseMapSizes.size()
                            + " noise maps, not "
                            + noise.size()
                            + ".");
        }
        Shape coarsest = noise.get(0).getShape();
        if (coarsest.get(2) % LearnedConstant.SIDE != 0
                || coarsest.get(3) % LearnedConstant.SIDE != 0) {
            throw new IllegalArgumentException(
                    "The sides of noise map 0 must be multiples of 4, not " + coarsest + ".");
        }
        for (int i = 0; i < noise.size(); i++) {
            long factor = noiseMapSizes.get(i) / LearnedConstant.SIDE;
            long height = coarsest.get(2) * factor;
            long width = coarsest.get(3) * factor;
            Shapes.check("noise map " + i, noise.get(i), coarsest.get(0), 1, height, width);
        }
        return noise;
    }

    @Override
    protected final NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        NDArray latent = inputs.head();
        LatentSpace space = latent.getShape().dimension() == 2 ? LatentSpace.Z : LatentSpace.W_PLUS;
        Embedding embedding = new Embedding(space, latent, inputs.subNDList(1));
        return new NDList(decode(new Pass(store, training), embedding));
    }

    @Override
    public final Shape[] getOutputShapes(Shape[] inputs) {
        Shape coarsest = inputs[1];
        long factor = size() / LearnedConstant.SIDE;
        return new Shape[] {
            new Shape(coarsest.get(0), 3, coarsest.get(2) * factor, coarsest.get(3) * factor)
        };
    }
}
