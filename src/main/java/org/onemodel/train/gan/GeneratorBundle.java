/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.decoder.GeneratorExtra;
import org.onemodel.decoder.GeneratorSpec;
import org.onemodel.decoder.stylegan2.StyleGan2Decoder;
import org.onemodel.encoder.Projection;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.ModelDescription;
import org.onemodel.model.ModelException;
import org.onemodel.model.Task;
import org.onemodel.model.TensorEngine;
import org.onemodel.nn.Draw;
import org.onemodel.nn.NetworkBlock;

/**
 * Writes the averaged generator as a bundle, with its mean latent vector, fixed noise maps and a
 * card that says how it was trained.
 */
final class GeneratorBundle {

    private static final int MEAN_SAMPLES = 4096;
    private static final String MEAN = "latent_avg";

    private static final String CITATION =
            "T. Karras, S. Laine, M. Aittala, J. Hellsten, J. Lehtinen, T. Aila: Analyzing and"
                    + " Improving the Image Quality of StyleGAN. CVPR 2020.";

    private final GeneratorConfig config;
    private final ModelDescription description;

    /**
     * For one run.
     *
     * @param config its settings
     * @throws IllegalArgumentException if they make no bundle, such as a name that is none
     */
    GeneratorBundle(GeneratorConfig config) {
        this.config = config;
        GeneratorSpec spec = config.generator();
        Architecture architecture =
                new Architecture(
                                2,
                                spec.size(),
                                spec.latentSize(),
                                spec.mappingLayers(),
                                spec.channels(),
                                EncoderKind.NONE,
                                List.of(),
                                0)
                        .withProjection(Projection.Z)
                        .withExtras(EnumSet.allOf(GeneratorExtra.class));
        this.description =
                new ModelDescription(
                        config.name(),
                        "1",
                        Task.GENERATE,
                        architecture,
                        spec.size(),
                        List.of(),
                        config.data().colours(),
                        "A StyleGAN 2 generator of "
                                + spec.size()
                                + "×"
                                + spec.size()
                                + " pixels, trained on the images of its user.",
                        config.licence(),
                        CITATION,
                        new TreeMap<>(),
                        "");
    }

    /**
     * Writes the bundle, in place of the one before.
     *
     * @param iteration iterations done
     * @param weights the averaged weights, by the names of the generator's parameters
     * @throws ModelException if it cannot be written
     */
    void write(int iteration, Map<String, float[]> weights) throws ModelException {
        NDManager manager = TensorEngine.newManager(Device.cpu());
        try (Autoencoder autoencoder = description.architecture().build(manager)) {
            fill(autoencoder, weights);
            ModelBundle.write(config.output(), description, autoencoder, card(iteration));
        }
    }

    private void fill(Autoencoder autoencoder, Map<String, float[]> weights) {
        StyleGan2Decoder generator = (StyleGan2Decoder) autoencoder.decoder();
        NDManager manager = autoencoder.manager();
        Random random = new Random(config.seed());
        generator
                .parameters()
                .forEach(
                        (name, parameter) -> {
                            int count = Math.toIntExact(parameter.getShape().size());
                            float[] values = weights.get(name);
                            // A fixed noise map, or the mean until it is known.
                            if (values == null) {
                                values = Draw.normal(1).values(count, random);
                            }
                            NetworkBlock.fill(parameter, manager, values);
                        });
        NetworkBlock.fill(
                generator.parameters().get(MEAN), manager, meanLatent(autoencoder, random));
    }

    private static float[] meanLatent(Autoencoder autoencoder, Random random) {
        int length = autoencoder.decoder().latentSize();
        try (NDManager scratch = autoencoder.manager().newSubManager()) {
            float[] codes = Draw.normal(1).values(MEAN_SAMPLES * length, random);
            NDArray z = scratch.create(codes, new Shape(MEAN_SAMPLES, length));
            NDArray w = autoencoder.decoder().map(autoencoder.pass(false), z);
            return w.mean(new int[] {0}).toFloatArray();
        }
    }

    private String card(int iteration) {
        GeneratorSpec spec = config.generator();
        return String.format(
                Locale.ROOT,
                """
                # %s

                A StyleGAN 2 generator of %d×%d pixels (%s images), without an encoder: the decoder of a model that \
                `onemodel train` makes with `decoder: %s`.

                Trained on crops of the images in %s for %d of %d iterations, %d images each: non-saturating logistic loss, \
                R1 (γ = %s) every %d iterations, path length regularisation (weight %s), style mixing %s, Adam with learning rate %s. The weights are a moving average \
                that forgets half in %d images. Its mean latent vector is that of %d latent codes.

                What it generates resembles its training images; whether they may be shown or shared is for their owner to say.

                Weights: %s. Cite: %s
                """,
                config.name(),
                spec.size(),
                spec.size(),
                config.data().colours(),
                config.output(),
                config.data().images(),
                iteration,
                config.iterations(),
                config.batch(),
                config.r1().weight(),
                config.r1().every(),
                config.pathLength().weight(),
                config.mixing(),
                config.optimizer().learningRate(),
                config.averageHalfLife(),
                MEAN_SAMPLES,
                config.licence(),
                CITATION);
    }
}
