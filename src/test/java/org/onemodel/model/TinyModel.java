/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import ai.djl.Device;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.decoder.stylegan2.StyleGan2Decoder;
import org.onemodel.nn.NetworkBlock;

/** A model of 16×16 pixels, small enough to write and load in each test. */
final class TinyModel {

    private TinyModel() {}

    static Architecture architecture() {
        return new Architecture(
                2,
                16,
                8,
                1,
                new TreeMap<>(Map.of(4, 4, 8, 4, 16, 4)),
                EncoderKind.EXPANDING,
                List.of(4, 4),
                1);
    }

    static ModelDescription description() {
        return new ModelDescription(
                "tiny",
                "1.0",
                Task.DENOISE,
                architecture(),
                16,
                List.of(5.0, 50.0),
                "grey and colour",
                "A StyleGAN 2 generator whose weights were drawn at random (σ = 1).",
                "BSD-2-Clause",
                "none",
                new TreeMap<>(Map.of("PSNR", 28.25)),
                "");
    }

    static Autoencoder autoencoder(long seed) throws ModelException {
        Autoencoder autoencoder = architecture().build(TensorEngine.newManager(Device.cpu()));
        ((NetworkBlock) autoencoder.encoder()).draw(autoencoder.manager(), seed);
        ((StyleGan2Decoder) autoencoder.decoder()).draw(autoencoder.manager(), seed + 1);
        return autoencoder;
    }
}
