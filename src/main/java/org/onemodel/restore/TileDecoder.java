/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.function.Consumer;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.PartialDecoding;
import org.onemodel.embedding.Embedding;
import org.onemodel.nn.Pass;
import org.onemodel.nn.Scratch;

/**
 * Decodes one batch of tiles in several variations, one after another; what arises in between is
 * freed after each. Used by one thread.
 */
public final class TileDecoder {

    private final Autoencoder autoencoder;
    private final Pass pass;
    private final NDManager manager;
    private final Consumer<NDArray> images;

    /**
     * Decodes with a model.
     *
     * @param autoencoder the model, which stays its owner's
     * @param manager owns the embeddings
     * @param images takes each image, {@code [N, 3, T, T]}, which is freed afterwards
     */
    public TileDecoder(Autoencoder autoencoder, NDManager manager, Consumer<NDArray> images) {
        this.autoencoder = autoencoder;
        this.pass = autoencoder.pass(false);
        this.manager = manager;
        this.images = images;
    }

    /**
     * Decodes the next variation from the beginning.
     *
     * @param embedding its latent codes and noise maps
     */
    public void decode(Embedding embedding) {
        Scratch.run(
                manager, tensors(embedding), () -> images.accept(autoencoder.decode(embedding)));
    }

    /**
     * Decodes as far as the coarsest noise map.
     *
     * @param embedding latent codes and noise maps
     * @return what there is before noise map 0 is added
     */
    public PartialDecoding begin(Embedding embedding) {
        return Scratch.compute(
                manager,
                tensors(embedding),
                () -> autoencoder.decoder().begin(pass, embedding),
                PartialDecoding::tensors);
    }

    /**
     * Decodes further.
     *
     * @param from how far it is decoded; used up, unless the map is its own
     * @param embedding latent codes and noise maps
     * @param map index of the noise map to stop before
     * @return what there is before that map is added
     */
    public PartialDecoding advance(PartialDecoding from, Embedding embedding, int map) {
        if (map == from.map()) {
            return from;
        }
        PartialDecoding next = further(from, embedding, map);
        closeUnlessIn(next, from);
        return next;
    }

    /**
     * Decodes further, and leaves what it started from, for other branches.
     *
     * @param from how far it is decoded
     * @param embedding latent codes and noise maps
     * @param map index of the noise map to stop before, a finer one than that of {@code from}
     * @param branch gets what there is before that map is added, which is freed afterwards
     */
    public void branch(
            PartialDecoding from, Embedding embedding, int map, Consumer<PartialDecoding> branch) {
        PartialDecoding next = further(from, embedding, map);
        branch.accept(next);
        closeUnlessIn(from, next);
    }

    private PartialDecoding further(PartialDecoding from, Embedding embedding, int map) {
        return Scratch.compute(
                manager,
                tensors(embedding).addAll(from.tensors()),
                () -> autoencoder.decoder().advance(pass, from, embedding, map),
                PartialDecoding::tensors);
    }

    /** Frees a decoding; the image so far may be the same before two maps. */
    private static void closeUnlessIn(PartialDecoding kept, PartialDecoding used) {
        for (NDArray tensor : used.tensors()) {
            // Not contains(), which compares values: NaN differs from itself.
            if (kept.tensors().stream().noneMatch(other -> other == tensor)) {
                tensor.close();
            }
        }
    }

    /**
     * Decodes the next variation to its end.
     *
     * @param from how far it is decoded
     * @param embedding its latent codes, and its noise maps from there on
     */
    public void finish(PartialDecoding from, Embedding embedding) {
        Scratch.run(
                manager,
                tensors(embedding).addAll(from.tensors()),
                () -> images.accept(autoencoder.decoder().finish(pass, from, embedding)));
    }

    private static NDList tensors(Embedding embedding) {
        NDList tensors = new NDList(embedding.noiseMaps());
        tensors.add(embedding.latent());
        return tensors;
    }
}
