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
import java.util.TreeMap;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.stylegan2.DrawnGenerator;
import org.onemodel.decoder.stylegan2.StyleGan2Decoder;
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
        NetworkConfig networks = config.networks();
        NDManager manager = TensorEngine.newManager(device);
        Autoencoder autoencoder = networks.architecture().build(manager);
        try {
            Map<String, float[]> given =
                    networks.start().isPresent()
                            ? encoderValues(networks.start().get(), networks)
                            : Map.of();
            fill(config, autoencoder, given);
            return new StartingNetworks(autoencoder, fillDecoder(networks, autoencoder));
        } catch (IOException | RuntimeException e) {
            autoencoder.close();
            throw e;
        }
    }

    /** The encoder of a bundle under the names that its tensors have in the new networks. */
    private static Map<String, float[]> encoderValues(String start, NetworkConfig networks)
            throws IOException {
        Map<String, float[]> values = new TreeMap<>();
        ModelBundle bundle = Models.standard().find(start);
        boolean first =
                bundle.description().architecture().networks()
                        != networks.architecture().networks();
        try (Autoencoder source = bundle.load(Device.cpu())) {
            source.parameters()
                    .forEach(
                            (name, parameter) -> {
                                if (ParameterGroup.of(name) != ParameterGroup.DECODER) {
                                    String target =
                                            first
                                                    ? name.replaceFirst(ENCODER, LATENT_ENCODER)
                                                    : name;
                                    values.put(target, parameter.getArray().toFloatArray());
                                }
                            });
        }
        return values;
    }

    /** What no bundle gives is drawn; the draws are the same whatever it gives. */
    private static void fill(
            TrainingConfig config, Autoencoder autoencoder, Map<String, float[]> given) {
        ((NetworkBlock) autoencoder.encoder()).draw(autoencoder.manager(), config.run().seed());
        boolean silent =
                config.strategy().strategy() == Strategy.LATENT
                        && config.networks().start().isEmpty();
        autoencoder
                .parameters()
                .forEach(
                        (name, parameter) -> {
                            if (given.containsKey(name)) {
                                overwrite(parameter, given.get(name));
                            } else if (silent && ParameterGroup.isNoiseHead(name)) {
                                // Until stage 2 has trained them, noise maps are to be 0.
                                parameter.getArray().muli(0).addi(0); // and not -0
                            }
                        });
    }

    private static void overwrite(Parameter parameter, float[] values) {
        NDManager manager = parameter.getArray().getManager();
        try (var array = manager.create(values, parameter.getShape())) {
            NetworkBlock.overwrite(parameter.getArray(), array);
        }
    }

    private static String fillDecoder(NetworkConfig networks, Autoencoder autoencoder)
            throws IOException {
        StyleGan2Decoder decoder = (StyleGan2Decoder) autoencoder.decoder();
        String sentence;
        if (networks.start().isEmpty() && networks.decoder().equals(NetworkConfig.DRAWN)) {
            DrawnGenerator.draw(decoder, autoencoder.manager(), networks.decoderSeed());
            sentence =
                    "The decoder is a StyleGAN 2 generator of random weights (seed "
                            + networks.decoderSeed()
                            + "), never trained.";
        } else {
            String source = networks.start().orElse(networks.decoder());
            ModelBundle bundle = Models.standard().find(source);
            copy(bundle, decoder, autoencoder.manager());
            ModelDescription description = bundle.description();
            sentence =
                    networks.start().isPresent()
                            ? description.decoder()
                            : "The decoder is that of model "
                                    + description.name()
                                    + " "
                                    + description.version()
                                    + ". "
                                    + description.decoder();
        }
        decoder.freeze();
        return sentence;
    }

    private static void copy(ModelBundle bundle, StyleGan2Decoder target, NDManager manager)
            throws IOException {
        try (Autoencoder source = bundle.load(manager.getDevice())) {
            Map<String, Parameter> given = ((NetworkBlock) source.decoder()).parameters();
            for (Map.Entry<String, Parameter> entry : target.parameters().entrySet()) {
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
