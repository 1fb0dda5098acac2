/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.Decoder;
import org.onemodel.decoder.GeneratorExtra;
import org.onemodel.decoder.StyleGanDecoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.embedding.LatentSpace;

/**
 * The embedding that knows no image: the mean latent vector in all layers, and noise maps of zeros,
 * or random ones of deviation 1, as StyleGAN 2's projector begins.
 *
 * <p>The mean is the one that came with the generator; if none did, that of {@value #CODES} mapped
 * random codes, always the same ones.
 */
final class MeanStart {

    private static final int CODES = 4096;
    private static final int CODES_AT_A_TIME = 256;

    private final Autoencoder autoencoder;
    private final float[] mean;
    private final OptionalLong seed;

    /**
     * Works the mean out.
     *
     * @param autoencoder the model
     * @param seed of random noise maps; without one they are 0
     */
    MeanStart(Autoencoder autoencoder, OptionalLong seed) {
        this.autoencoder = autoencoder;
        this.seed = seed;
        try (NDManager scratch = autoencoder.manager().newSubManager()) {
            mean = hasMean() ? given(scratch) : estimated(scratch);
        }
    }

    private boolean hasMean() {
        return autoencoder.decoder() instanceof StyleGanDecoder generator
                && generator.spec().extras().contains(GeneratorExtra.MEAN_LATENT);
    }

    private float[] given(NDManager scratch) {
        Decoder decoder = autoencoder.decoder();
        NDArray any = scratch.zeros(new Shape(1, decoder.latentSize()));
        return decoder.truncate(autoencoder.pass(false), any, 0).toFloatArray();
    }

    private float[] estimated(NDManager scratch) {
        int length = autoencoder.decoder().latentSize();
        Random random = new Random(0);
        double[] sum = new double[length];
        for (int from = 0; from < CODES; from += CODES_AT_A_TIME) {
            float[] codes = normal(random, CODES_AT_A_TIME * length);
            NDArray z = scratch.create(codes, new Shape(CODES_AT_A_TIME, length));
            NDArray w = autoencoder.decoder().map(autoencoder.pass(false), z);
            float[] part = w.mean(new int[] {0}).toFloatArray();
            for (int i = 0; i < length; i++) {
                sum[i] += part[i];
            }
        }
        float[] estimate = new float[length];
        for (int i = 0; i < length; i++) {
            estimate[i] = (float) (sum[i] * CODES_AT_A_TIME / CODES);
        }
        return estimate;
    }

    private static float[] normal(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /**
     * The start of some tiles; a tile's noise maps are the same whatever it is computed with.
     *
     * @param first number of the first tile on its plane
     * @param count N
     * @param side of a tile, T
     * @param owner of the tensors
     */
    Embedding of(int first, int count, int side, NDManager owner) {
        Decoder decoder = autoencoder.decoder();
        NDArray w = owner.create(mean, new Shape(1, decoder.latentSize()));
        NDArray latent = decoder.repeat(w.repeat(0, count)); // [N, layers, L]
        List<Random> randoms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            randoms.add(new Random(seed.orElse(0) * 1_000_003 + first + i));
        }
        List<NDArray> maps = new ArrayList<>();
        for (int size : decoder.noiseMapSizes()) {
            int r = size * (side / decoder.size());
            float[] values = new float[count * r * r];
            for (int i = 0; i < count; i++) {
                if (seed.isPresent()) {
                    float[] drawn = normal(randoms.get(i), r * r);
                    System.arraycopy(drawn, 0, values, i * r * r, drawn.length);
                }
            }
            maps.add(owner.create(values, new Shape(count, 1, r, r)));
        }
        return new Embedding(LatentSpace.W_PLUS, latent, maps);
    }
}
