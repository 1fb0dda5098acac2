/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.onemodel.decoder.GeneratorSpec;
import org.onemodel.decoder.LearnedConstant;
import org.onemodel.decoder.PartialDecoding;
import org.onemodel.decoder.StyleGanDecoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.nn.BlockSequence;
import org.onemodel.nn.Dual;
import org.onemodel.nn.Fir;
import org.onemodel.nn.Pass;
import org.onemodel.nn.Shapes;

/**
 * The StyleGAN 2 generator (Karras et al. 2020) with the parameter names of its best-known PyTorch
 * port, whose checkpoints researchers have.
 *
 * <p>Latent code {@code [N, 2·log2(S) − 2, L]} (W+) or {@code [N, L]} (Z); noise maps {@code [N, 1,
 * r, r]}: one at 4×4, then two per resolution, 2·log2(S) − 3 in all; output {@code [N, 3, S, S]}.
 */
public final class StyleGan2Decoder extends StyleGanDecoder {

    private final Mapping mapping;
    private final LearnedConstant constant;
    private final StyledConvolution conv1;
    private final ToRgb toRgb1;
    private final BlockSequence<StyledConvolution> convs = new BlockSequence<>();
    private final BlockSequence<ToRgb> toRgbs = new BlockSequence<>();

    /**
     * A generator whose parameters have no values yet.
     *
     * @param spec its sizes
     */
    public StyleGan2Decoder(GeneratorSpec spec) {
        super(spec, noiseMapSizes(spec));
        int latent = spec.latentSize();
        int width = spec.channels().get(4);
        mapping = addChildBlock("style", new Mapping(latent, spec.mappingLayers()));
        constant = addChildBlock("input", new LearnedConstant(width));
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
    }

    private static List<Integer> noiseMapSizes(GeneratorSpec spec) {
        List<Integer> sizes = new ArrayList<>(List.of(4));
        for (int r = 8; r <= spec.size(); r *= 2) {
            sizes.add(r);
            sizes.add(r);
        }
        return sizes;
    }

    @Override
    public List<Integer> latentResolutions() {
        return IntStream.range(0, latentCount())
                .mapToObj(i -> Math.min(size(), 4 << (i + 1) / 2))
                .toList();
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
    protected PartialDecoding start(Pass pass, NDArray latent, NDArray coarsest) {
        return begin(pass, Dual.of(latent), coarsest).values();
    }

    @Override
    protected PartialDecoding next(
            Pass pass, PartialDecoding from, NDArray latent, NDArray noiseMap) {
        return next(pass, Stage.of(from), Dual.of(latent), noiseMap).values();
    }

    @Override
    protected NDArray end(Pass pass, PartialDecoding from, NDArray latent, NDArray noiseMap) {
        return end(pass, Stage.of(from), Dual.of(latent), noiseMap).value();
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
        List<NDArray> noise = checked(embedding.noiseMaps());
        Stage stage = begin(pass, latent, noise.get(0));
        while (stage.map < noise.size() - 1) {
            stage = next(pass, stage, latent, noise.get(stage.map));
        }
        return end(pass, stage, latent, noise.get(stage.map)).tangent();
    }

    private Stage begin(Pass pass, Dual latent, NDArray coarsest) {
        Dual start = Dual.of(constant.apply(pass, coarsest));
        return new Stage(0, conv1.begin(pass, start, layer(latent, 0)), Optional.empty());
    }

    private Stage next(Pass pass, Stage stage, Dual latent, NDArray noiseMap) {
        int map = stage.map;
        Dual x = convolution(map).finish(pass, stage.features, noiseMap);
        Optional<Dual> image =
                endsResolution(map)
                        ? Optional.of(withColours(pass, stage, x, latent))
                        : stage.image;
        Dual features = convolution(map + 1).begin(pass, x, layer(latent, map + 1));
        return new Stage(map + 1, features, image);
    }

    private Dual end(Pass pass, Stage stage, Dual latent, NDArray noiseMap) {
        Dual x = convolution(stage.map).finish(pass, stage.features, noiseMap);
        return withColours(pass, stage, x, latent);
    }

    /** The convolution that takes a noise map: one at 4×4, then two per resolution. */
    private StyledConvolution convolution(int map) {
        return map == 0 ? conv1 : convs.get(map - 1);
    }

    private static boolean endsResolution(int map) {
        return map % 2 == 0;
    }

    private Dual withColours(Pass pass, Stage stage, Dual x, Dual latent) {
        int map = stage.map;
        ToRgb toRgb = map == 0 ? toRgb1 : toRgbs.get(map / 2 - 1);
        Dual colours = toRgb.apply(pass, x, layer(latent, map + 1));
        return stage.image.map(image -> image.linear(Fir::upsample).plus(colours)).orElse(colours);
    }

    private static Dual layer(Dual latent, int index) {
        return latent.linear(a -> a.get(new NDIndex(":, {}", index))); // [N, L]
    }

    /**
     * As {@link PartialDecoding}, with derivatives.
     *
     * @param map index of the noise map that comes next
     * @param features what it is added to
     * @param image the image so far, none before the first resolution is done
     */
    private record Stage(int map, Dual features, Optional<Dual> image) {

        static Stage of(PartialDecoding values) {
            return new Stage(
                    values.map(), Dual.of(values.features()), values.image().map(Dual::of));
        }

        PartialDecoding values() {
            return new PartialDecoding(map, features.value(), image.map(Dual::value));
        }
    }
}
