/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onemodel.decoder.Decoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.embedding.LatentSpace;
import org.onemodel.nn.BlockSequence;
import org.onemodel.nn.Draw;
import org.onemodel.nn.Dual;
import org.onemodel.nn.Fir;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;
import org.onemodel.nn.Shapes;

/**
 * The StyleGAN 2 generator (Karras et al. 2020) with the parameter names of its best-known PyTorch
 * port, whose checkpoints researchers have.
 *
 * <p>Latent code {@code [N, 2·log2(S) − 2, L]} (W+) or {@code [N, L]} (Z); noise maps {@code [N, 1,
 * r, r]}: one at 4×4, then two per resolution, 2·log2(S) − 3 in all; output {@code [N, 3, S, S]}.
 */
public final class StyleGan2Decoder extends NetworkBlock implements Decoder {

    private final StyleGan2Spec spec;
    private final Mapping mapping;
    private final Parameter constant;
    private final Optional<Parameter> meanLatent;
    private final Optional<FixedNoise> fixedNoise;
    private final StyledConvolution conv1;
    private final ToRgb toRgb1;
    private final BlockSequence<StyledConvolution> convs = new BlockSequence<>();
    private final BlockSequence<ToRgb> toRgbs = new BlockSequence<>();

    /**
     * A generator whose parameters have no values yet.
     *
     * @param spec its sizes
     */
    public StyleGan2Decoder(StyleGan2Spec spec) {
        this.spec = spec;
        int latent = spec.latentSize();
        int width = spec.channels().get(4);
        mapping = addChildBlock("style", new Mapping(latent, spec.mappingLayers()));
        Constant input = addChildBlock("input", new Constant(width));
        constant = input.value;
        conv1 =
                addChildBlock(
                        "conv1",
                        new StyledConvolution(
                                width, width, latent, ModulatedConvolution.Kind.SAME));
        toRgb1 = addChildBlock("to_rgb1", new ToRgb(width, latent));
        addChildBlock("convs", convs);
        addChildBlock("to_rgbs", toRgbs);
        for (int r = 8; r <= spec.size(); r *= 2) {
            int in = spec.channels().get(r / 2);
            int out = spec.channels().get(r);
            convs.add(new StyledConvolution(in, out, latent, ModulatedConvolution.Kind.UPSAMPLING));
            convs.add(new StyledConvolution(out, out, latent, ModulatedConvolution.Kind.SAME));
            toRgbs.add(new ToRgb(out, latent));
        }
        meanLatent =
                spec.extras().contains(GeneratorExtra.MEAN_LATENT)
                        ? Optional.of(buffer("latent_avg", Draw.constant(0), latent))
                        : Optional.empty();
        fixedNoise =
                spec.extras().contains(GeneratorExtra.FIXED_NOISE)
                        ? Optional.of(addChildBlock("noises", new FixedNoise(noiseMapSizes())))
                        : Optional.empty();
    }

    /**
     * The sizes.
     *
     * @return as given to the constructor
     */
    public StyleGan2Spec spec() {
        return spec;
    }

    @Override
    public int size() {
        return spec.size();
    }

    @Override
    public int latentSize() {
        return spec.latentSize();
    }

    @Override
    public int latentCount() {
        return spec.latentCount();
    }

    @Override
    public List<Integer> noiseMapSizes() {
        List<Integer> sizes = new ArrayList<>(List.of(4));
        for (int r = 8; r <= spec.size(); r *= 2) {
            sizes.add(r);
            sizes.add(r);
        }
        return List.copyOf(sizes);
    }

    @Override
    public List<String> noiseLayers() {
        List<String> layers = new ArrayList<>(List.of("conv1"));
        for (int i = 0; i < convs.size(); i++) {
            layers.add("convs." + i);
        }
        return List.copyOf(layers);
    }

    @Override
    public NDArray map(Pass pass, NDArray z) {
        return mapping.apply(pass, Shapes.check("latent code z", z, Shapes.ANY, latentSize()));
    }

    @Override
    public NDArray repeat(NDArray w) {
        return w.reshape(-1, 1, latentSize()).repeat(1, latentCount());
    }

    @Override
    public NDArray truncate(Pass pass, NDArray w, double psi) {
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
    public List<NDArray> fixedNoise(Pass pass, NDArray latent) {
        FixedNoise noise =
                fixedNoise.orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "This generator has no fixed noise maps: import it from a"
                                                + " file that has noises.noise_0 and so on."));
        return noise.repeat(pass, latent);
    }

    @Override
    public NDArray decode(Pass pass, Embedding embedding) {
        NDArray latent = embedding.latent();
        if (embedding.space() == LatentSpace.Z) {
            latent = repeat(map(pass, latent));
        }
        return synthesize(pass, Dual.of(checked(latent)), checked(embedding.noiseMaps())).value();
    }

    /**
     * The derivative of the images when their latent codes move.
     *
     * @param pass the pass
     * @param embedding latent code in W+, {@code [N, layers, L]}, and noise maps of N images
     * @param direction where the latent codes move, of the same shape
     * @return {@code [N, 3, H, W]}; a tensor whose gradients for the parameters can be taken
     * @throws IllegalArgumentException if a shape does not fit this generator
     */
    public NDArray derivative(Pass pass, Embedding embedding, NDArray direction) {
        Dual latent = Dual.of(checked(embedding.latent()), checked(direction));
        return synthesize(pass, latent, checked(embedding.noiseMaps())).tangent();
    }

    private Dual synthesize(Pass pass, Dual latent, List<NDArray> noise) {
        Dual start = Dual.of(start(pass, noise.get(0)));
        Dual x = conv1.apply(pass, start, layer(latent, 0), noise.get(0));
        Dual image = toRgb1.apply(pass, x, layer(latent, 1));
        for (int k = 0; k < spec.doublings(); k++) {
            int first = 2 * k;
            Dual up = layer(latent, first + 1);
            x = convs.get(first).apply(pass, x, up, noise.get(first + 1));
            x = convs.get(first + 1).apply(pass, x, layer(latent, first + 2), noise.get(first + 2));
            Dual colours = toRgbs.get(k).apply(pass, x, layer(latent, first + 3));
            image = image.linear(Fir::upsample).plus(colours);
        }
        return image;
    }

    /** The learned constant, repeated to the size of the coarsest noise map. */
    private NDArray start(Pass pass, NDArray coarsest) {
        Shape shape = coarsest.getShape();
        NDArray start = pass.scaled(constant, 1, coarsest);
        return start.tile(new long[] {shape.get(0), 1, shape.get(2) / 4, shape.get(3) / 4});
    }

    private static Dual layer(Dual latent, int index) {
        return latent.linear(a -> a.get(new NDIndex(":, {}", index))); // [N, L]
    }

    private NDArray checked(NDArray latent) {
        return Shapes.check("latent code", latent, Shapes.ANY, latentCount(), latentSize());
    }

    private List<NDArray> checked(List<NDArray> noise) {
        List<Integer> sizes = noiseMapSizes();
        if (noise.size() != sizes.size()) {
            throw new IllegalArgumentException(
                    "This generator takes "
                            + sizes.size()
                            + " noise maps, not "
                            + noise.size()
                            + ".");
        }
        Shape coarsest = noise.get(0).getShape();
        if (coarsest.get(2) % 4 != 0 || coarsest.get(3) % 4 != 0) {
            throw new IllegalArgumentException(
                    "The sides of noise map 0 must be multiples of 4, not " + coarsest + ".");
        }
        for (int i = 0; i < sizes.size(); i++) {
            long factor = sizes.get(i) / 4;
            long height = coarsest.get(2) * factor;
            long width = coarsest.get(3) * factor;
            Shapes.check("noise map " + i, noise.get(i), coarsest.get(0), 1, height, width);
        }
        return noise;
    }

    @Override
    protected NDList forwardInternal(
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
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape coarsest = inputs[1];
        long factor = size() / 4;
        return new Shape[] {
            new Shape(coarsest.get(0), 3, coarsest.get(2) * factor, coarsest.get(3) * factor)
        };
    }

    /** The learned constant {@code [1, C4, 4, 4]} that every image starts from. */
    private static final class Constant extends NetworkBlock {

        private final Parameter value;

        Constant(int channels) {
            value = weight("input", Draw.normal(1), 1, channels, 4, 4);
        }

        @Override
        protected NDList forwardInternal(
                ParameterStore store,
                NDList inputs,
                boolean training,
                PairList<String, Object> parameters) {
            return new NDList(new Pass(store, training).value(value, inputs.head()));
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputs) {
            return new Shape[] {value.getShape()};
        }
    }
}
