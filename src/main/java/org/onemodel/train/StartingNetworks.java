/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.io.IOException;
import java.util.Map;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.stylegan2.DrawnGenerator;
import org.onemodel.decoder.stylegan2.StyleGan2Decoder;
import org.onemodel.encoder.TwoNetworkEncoder;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.ModelDescription;
import org.onemodel.model.Models;
import org.onemodel.model.TensorEngine;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.train.settings.TrainingException;

/**
 * The networks as a run finds them: drawn from seeds, taken from a bundle, or half and half.
 *
 * @param autoencoder the networks, with values; for the caller to close
 * @param decoder what the generator is, in one sentence
 */
record StartingNetworks(Autoencoder autoencoder, String decoder) {

    private static final String ENCODER = "encoder.";
    private static final String LATENT_ENCODER = "latent_encoder.";

    /**
     * Makes the networks.
     *
     * @param config the settings
     * @param device where they live
     * @return the networks
     * @throws IOException if a bundle cannot be read
     * @throws TrainingException if a generator does not fit the architecture
     */
    static StartingNetworks of(TrainingConfig config, Device device) throws IOException {
        NDManager manager = TensorEngine.newManager(device);
        Autoencoder autoencoder = config.networks().architecture().build(manager);
        try {
            // What no model gives; the draws are the same whatever it gives.
            ((NetworkBlock) autoencoder.encoder()).draw(manager, config.run().seed());
            String decoder =
                    config.networks().start().isPresent()
                            ? goOn(config.networks().start().get(), autoencoder)
                            : begin(config, autoencoder);
            ((NetworkBlock) autoencoder.decoder()).freeze();
            return new StartingNetworks(autoencoder, decoder);
        } catch (IOException | RuntimeException e) {
            autoencoder.close();
            throw e;
        }
    }

    /** Takes encoder and generator of a model. */
    private static String goOn(String start, Autoencoder autoencoder) throws IOException {
        ModelBundle bundle = Models.standard().find(start);
        try (Autoencoder source = bundle.load(autoencoder.manager().getDevice())) {
            copyEncoder(source, autoencoder);
            copyDecoder(bundle, source, autoencoder);
        }
        return bundle.description().decoder();
    }

    /** An encoder of one network becomes the first of two. */
    private static void copyEncoder(Autoencoder source, Autoencoder target) {
        boolean first =
                target.encoder() instanceof TwoNetworkEncoder
                        && !(source.encoder() instanceof TwoNetworkEncoder);
        Map<String, Parameter> wanted = target.parameters();
        source.parameters()
                .forEach(
                        (name, given) -> {
                            String inTarget =
                                    first ? name.replaceFirst(ENCODER, LATENT_ENCODER) : name;
                            if (ParameterGroup.of(name) != ParameterGroup.DECODER
                                    && wanted.containsKey(inTarget)) {
                                NetworkBlock.overwrite(
                                        wanted.get(inTarget).getArray(), given.getArray());
                            }
                        });
    }

    private static String begin(TrainingConfig config, Autoencoder autoencoder) throws IOException {
        if (config.strategy().strategy() == Strategy.LATENT) {
            silenceNoiseHeads(autoencoder);
        }
        NetworkConfig networks = config.networks();
        if (networks.decoder().equals(NetworkConfig.DRAWN)) {
            StyleGan2Decoder decoder = (StyleGan2Decoder) autoencoder.decoder();
            DrawnGenerator.draw(decoder, autoencoder.manager(), networks.decoderSeed());
            return "The decoder is a StyleGAN 2 generator of random weights (seed "
                    + networks.decoderSeed()
                    + "), never trained.";
        }
        ModelBundle bundle = Models.standard().find(networks.decoder());
        try (Autoencoder source = bundle.load(autoencoder.manager().getDevice())) {
            copyDecoder(bundle, source, autoencoder);
        }
        ModelDescription description = bundle.description();
        return "The decoder is that of model "
                + description.name()
                + " "
                + description.version()
                + ". "
                + description.decoder();
    }

    /** Until stage 2 has trained them, noise maps are to be 0. */
    private static void silenceNoiseHeads(Autoencoder autoencoder) {
        autoencoder
                .parameters()
                .forEach(
                        (name, parameter) -> {
                            if (ParameterGroup.isNoiseHead(name)) {
                                parameter.getArray().muli(0).addi(0); // and not -0
                            }
                        });
    }

    private static void copyDecoder(ModelBundle bundle, Autoencoder source, Autoencoder target) {
        Map<String, Parameter> given = ((NetworkBlock) source.decoder()).parameters();
        Map<String, Parameter> wanted = ((NetworkBlock) target.decoder()).parameters();
        for (Map.Entry<String, Parameter> entry : wanted.entrySet()) {
            Parameter parameter = given.get(entry.getKey());
            if (parameter == null || !parameter.getShape().equals(entry.getValue().getShape())) {
                throw new TrainingException(
                        "The generator of "
                                + bundle.where()
                                + " does not fit setting architecture: "
                                + entry.getKey()
                                + " is missing or of another shape.");
            }
            NetworkBlock.fill(
                    entry.getValue(), target.manager(), parameter.getArray().toFloatArray());
        }
    }
}
