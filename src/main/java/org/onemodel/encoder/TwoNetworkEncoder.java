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
import java.util.Arrays;
import java.util.List;
import org.onemodel.embedding.Embedding;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;

/**
 * The paper's encoder of two networks: one reads the latent code, the other, trained after it, the
 * noise maps. Their names in files are {@code latent_encoder} and {@code noise_encoder}.
 */
public final class TwoNetworkEncoder extends NetworkBlock implements Encoder {

    private final ImageEncoder latentEncoder;
    private final ImageEncoder noiseEncoder;

    /**
     * Joins two networks.
     *
     * @param latentEncoder has latent heads only
     * @param noiseEncoder has noise heads only
     */
    TwoNetworkEncoder(ImageEncoder latentEncoder, ImageEncoder noiseEncoder) {
        if (latentEncoder.heads() != Heads.LATENT || noiseEncoder.heads() != Heads.NOISE) {
            throw new IllegalArgumentException(
                    "Two networks read the latent code and the noise maps, in this order.");
        }
        this.latentEncoder = addChildBlock("latent_encoder", latentEncoder);
        this.noiseEncoder = addChildBlock("noise_encoder", noiseEncoder);
    }

    /**
     * Two networks of the paper's form.
     *
     * @param spec their sizes
     * @return the encoder
     */
    public static TwoNetworkEncoder of(ResNetSpec spec) {
        return new TwoNetworkEncoder(
                new ResNetEncoder(spec.withHeads(Heads.LATENT)),
                new ResNetEncoder(spec.withHeads(Heads.NOISE)));
    }

    /**
     * Two networks with expanding paths, of which that for the latent code needs only the
     * contracting one.
     *
     * @param spec their sizes
     * @return the encoder
     */
    public static TwoNetworkEncoder of(ExpandingSpec spec) {
        return new TwoNetworkEncoder(
                new ExpandingEncoder(spec.withHeads(Heads.LATENT)),
                new ExpandingEncoder(spec.withHeads(Heads.NOISE)));
    }

    /**
     * Encodes while only the second network is trained: the first works as it does after training,
     * with its running statistics.
     *
     * @param pass the pass of the second network
     * @param images {@code [N, 3, H, W]}
     * @return the embedding, on the images' manager
     */
    public Embedding encodeForNoiseTraining(Pass pass, NDArray images) {
        return encode(new Pass(pass.store(), false), pass, images);
    }

    @Override
    public Embedding encode(Pass pass, NDArray images) {
        return encode(pass, pass, images);
    }

    private Embedding encode(Pass latentPass, Pass noisePass, NDArray images) {
        NDArray latent = latentEncoder.readChecked(latentPass, images).latent().orElseThrow();
        List<NDArray> maps = noiseEncoder.readChecked(noisePass, images).noiseMaps();
        return new Embedding(latentEncoder.projection().space(), latent, maps);
    }

    @Override
    public boolean latentCarriesTone() {
        return latentEncoder.latentCarriesTone();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        Embedding embedding = encode(new Pass(store, training), inputs.singletonOrThrow());
        NDList outputs = new NDList(embedding.latent());
        outputs.addAll(embedding.noiseMaps());
        return outputs;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        List<Shape> shapes = new ArrayList<>(List.of(latentEncoder.getOutputShapes(inputs)));
        shapes.addAll(Arrays.asList(noiseEncoder.getOutputShapes(inputs)));
        return shapes.toArray(new Shape[0]);
    }
}
