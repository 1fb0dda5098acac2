/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.generation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.function.UnaryOperator;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.Decoder;
import org.onemodel.decoder.GeneratorExtra;
import org.onemodel.restore.Progress;

/**
 * Truncation of latent codes about the mean of the mapping network, w̄ + ψ(w − w̄) (Karras et al.,
 * A Style-Based Generator Architecture for Generative Adversarial Networks, 2019, appendix B).
 *
 * <p>Where a generator came without its mean, w̄ is that of {@value #CODES} random codes, the same
 * ones each time.
 */
final class Truncation {

    private static final int CODES = 10_000;
    private static final int AT_A_TIME = 1_000;
    private static final long SEED = 0;

    private final UnaryOperator<NDArray> truncate;

    private Truncation(UnaryOperator<NDArray> truncate) {
        this.truncate = truncate;
    }

    /**
     * Truncation about the generator's mean.
     *
     * @param autoencoder the model
     * @param psi ψ
     * @param progress asked while a mean is computed
     * @throws java.util.concurrent.CancellationException if canceled
     */
    static Truncation of(Autoencoder autoencoder, double psi, Progress progress) {
        Decoder decoder = autoencoder.decoder();
        if (psi == 1) {
            return new Truncation(w -> w);
        }
        if (decoder.extras().contains(GeneratorExtra.MEAN_LATENT)) {
            return new Truncation(w -> decoder.truncate(autoencoder.pass(false), w, psi));
        }
        return about(meanOf(autoencoder, progress), psi);
    }

    /** Truncation about a mean, {@code [L]}. */
    static Truncation about(float[] mean, double psi) {
        return new Truncation(
                w -> Decoder.truncate(w, w.getManager().create(mean, new Shape(mean.length)), psi));
    }

    /** Truncates latent codes {@code [N, L]}, on their manager. */
    NDArray apply(NDArray w) {
        return truncate.apply(w);
    }

    private static float[] meanOf(Autoencoder autoencoder, Progress progress) {
        int length = autoencoder.decoder().latentSize();
        double[] sum = new double[length];
        for (int from = 0; from < CODES; from += AT_A_TIME) {
            progress.checkCanceled();
            progress.update(0, "mean of " + CODES + " latent codes");
            float[] codes = new Draws(SEED, from, AT_A_TIME).normal(Draws.LATENT, length);
            try (NDManager scratch = autoencoder.manager().newSubManager()) {
                NDArray z = scratch.create(codes, new Shape(AT_A_TIME, length));
                float[] w = autoencoder.decoder().map(autoencoder.pass(false), z).toFloatArray();
                for (int i = 0; i < w.length; i++) {
                    sum[i % length] += w[i];
                }
            }
        }
        float[] mean = new float[length];
        for (int i = 0; i < length; i++) {
            mean[i] = (float) (sum[i] / CODES);
        }
        return mean;
    }
}
