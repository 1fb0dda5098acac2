/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.io.IOException;
import java.util.Map;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.stylegan2.DrawnGenerator;
import org.onemodel.decoder.stylegan2.StyleGan2Decoder;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.ModelDescription;
import org.onemodel.model.Models;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.train.settings.TrainingException;

/** Where the frozen generator of a training run comes from: drawn from a seed, or a bundle's. */
final class Generators {

    private static final String DRAWN = "drawn";

    private Generators() {}

    /**
     * Gives the decoder its values and freezes it.
     *
     * @param config the settings
     * @param autoencoder the networks; the decoder has no values yet
     * @return what the generator is, in one sentence
     */
    static String fill(TrainingConfig config, Autoencoder autoencoder) throws IOException {
        StyleGan2Decoder decoder = (StyleGan2Decoder) autoencoder.decoder();
        String sentence;
        if (config.decoder().equals(DRAWN)) {
            DrawnGenerator.draw(decoder, autoencoder.manager(), config.decoderSeed());
            sentence =
                    "The decoder is a StyleGAN 2 generator of random weights (seed "
                            + config.decoderSeed()
                            + "), never trained.";
        } else {
            ModelBundle bundle = Models.standard().find(config.decoder());
            copy(bundle, decoder, autoencoder.manager());
            ModelDescription source = bundle.description();
            sentence =
                    "The decoder is that of model "
                            + source.name()
                            + " "
                            + source.version()
                            + ". "
                            + source.decoder();
        }
        decoder.freeze();
        return sentence;
    }

    private static void copy(ModelBundle bundle, StyleGan2Decoder target, NDManager manager)
            throws IOException {
        try (Autoencoder source = bundle.load(manager.getDevice())) {
            Map<String, Parameter> given = ((NetworkBlock) source.decoder()).parameters();
            Map<String, Parameter> wanted = target.parameters();
            for (Map.Entry<String, Parameter> entry : wanted.entrySet()) {
                Parameter parameter = given.get(entry.getKey());
                if (parameter == null
                        || !parameter.getShape().equals(entry.getValue().getShape())) {
                    throw new TrainingException(
                            "The generator of "
                                    + bundle.where()
                                    + " does not fit setting architecture: "
                                    + entry.getKey()
                                    + " is missing or of another shape.");
                }
                NetworkBlock.fill(entry.getValue(), manager, parameter.getArray().toFloatArray());
            }
        }
    }
}
