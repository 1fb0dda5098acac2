/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.autoencoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onemodel.decoder.Decoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.encoder.Encoder;
import org.onemodel.encoder.TwoNetworkEncoder;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;

/**
 * An encoder and a decoder that belong together, with the memory that holds their weights.
 *
 * <p>Encoding and decoding only read the weights, so several threads may do both at a time, each
 * with tensors of a manager of its own.
 */
public final class Autoencoder implements AutoCloseable {

    private final NDManager manager;
    private final Encoder encoder;
    private final Decoder decoder;
    private final ParameterStore store;

    /**
     * Joins an encoder and a decoder.
     *
     * @param manager the owner of the weights, closed with this autoencoder
     * @param encoder the encoder
     * @param decoder the decoder
     */
    public Autoencoder(NDManager manager, Encoder encoder, Decoder decoder) {
        this.manager = manager;
        this.encoder = encoder;
        this.decoder = decoder;
        this.store = new ParameterStore(manager, false);
    }

    /**
     * Reads latent code and noise maps.
     *
     * @param images {@code [N, 3, H, W]}, values about [-1, 1]
     * @return the embedding, on the images' manager
     */
    public Embedding encode(NDArray images) {
        return encoder.encode(pass(false), images);
    }

    /**
     * Turns an embedding into images.
     *
     * @param embedding latent code and noise maps
     * @return {@code [N, 3, H, W]}, on the embedding's manager
     */
    public NDArray decode(Embedding embedding) {
        return decoder.decode(pass(false), embedding);
    }

    /**
     * A pass through both networks.
     *
     * @param training whether batch statistics are taken and gradients recorded
     * @return the pass
     */
    public Pass pass(boolean training) {
        return new Pass(store, training);
    }

    /**
     * All parameters under the names of the authors' files: {@code encoder.…} (or {@code
     * latent_encoder.…} and {@code noise_encoder.…} of an encoder of two networks), {@code
     * decoder.…}.
     *
     * @return a new map, in order
     */
    public Map<String, Parameter> parameters() {
        Map<String, Parameter> table = new LinkedHashMap<>();
        String prefix = encoder instanceof TwoNetworkEncoder ? "" : "encoder.";
        ((NetworkBlock) encoder).parameters().forEach((n, p) -> table.put(prefix + n, p));
        ((NetworkBlock) decoder).parameters().forEach((n, p) -> table.put("decoder." + n, p));
        return table;
    }

    /**
     * The encoder.
     *
     * @return the network that is trained
     */
    public Encoder encoder() {
        return encoder;
    }

    /**
     * The decoder.
     *
     * @return the frozen generator
     */
    public Decoder decoder() {
        return decoder;
    }

    /**
     * The owner of the weights.
     *
     * @return a manager on the device of this autoencoder; make sub-managers for computations
     */
    public NDManager manager() {
        return manager;
    }

    /** Frees the weights. */
    @Override
    public void close() {
        manager.close();
    }
}
