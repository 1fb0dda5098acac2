/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import ai.djl.Device;
import ai.djl.nn.Parameter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.weights.Safetensors;

/** Writes a model's weights as a state_dict for PyTorch. */
public final class Exporter {

    private static final String DECODER = "decoder.";

    private Exporter() {}

    /**
     * Writes a safetensors file of float32 tensors.
     *
     * <p>They have the names of the state_dict of the port that the networks follow, as {@code
     * load_state_dict(…, strict=False)} takes them: a generator's own, such as {@code
     * convs.0.conv.weight}, or those of the paper's autoencoder, such as {@code
     * encoder.to_noise.0.bias} and {@code decoder.convs.0.conv.weight}. Left out is what the port
     * stores and its networks make themselves (filters) or never use. The mean latent vector, which
     * the port keeps beside the generator, is {@code latent_avg}.
     *
     * @param bundle the model
     * @param out takes the file; closing it is left to the caller
     * @return the number of tensors
     * @throws IOException if the model cannot be loaded or the file cannot be written
     */
    public static int export(ModelBundle bundle, OutputStream out) throws IOException {
        try (Autoencoder autoencoder = bundle.load(Device.cpu())) {
            boolean alone = bundle.description().architecture().encoder() == EncoderKind.NONE;
            Map<String, Parameter> tensors = new LinkedHashMap<>();
            autoencoder
                    .parameters()
                    .forEach(
                            (name, parameter) ->
                                    tensors.put(
                                            alone ? name.substring(DECODER.length()) : name,
                                            parameter));
            Map<String, long[]> shapes = new LinkedHashMap<>();
            tensors.forEach((name, p) -> shapes.put(name, p.getShape().getShape()));
            Safetensors.write(out, shapes, name -> tensors.get(name).getArray().toFloatArray());
            return tensors.size();
        }
    }
}
