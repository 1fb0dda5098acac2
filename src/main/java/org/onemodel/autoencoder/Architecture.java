/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.autoencoder;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.onemodel.decoder.stylegan2.GeneratorExtra;
import org.onemodel.decoder.stylegan2.StyleGan2Decoder;
import org.onemodel.decoder.stylegan2.StyleGan2Spec;
import org.onemodel.encoder.Encoder;
import org.onemodel.encoder.ExpandingEncoder;
import org.onemodel.encoder.ExpandingSpec;
import org.onemodel.encoder.NoEncoder;
import org.onemodel.encoder.ResNetEncoder;
import org.onemodel.encoder.ResNetSpec;

/**
 * All that is needed to build an autoencoder without its weights.
 *
 * @param styleGan the generator's version, 2
 * @param size side S of the generator's images
 * @param latentSize length L of a latent vector
 * @param mappingLayers depth of the generator's mapping network
 * @param channels the generator's channels at each resolution
 * @param encoder the form of the encoder
 * @param encoderWidths channels of an expanding encoder at S/2, S/4 … 4; empty for the paper's,
 *     which takes the generator's
 * @param encoderDepth residual blocks per level of an expanding encoder; 0 for the paper's
 * @param extras what the generator has besides its networks
 */
public record Architecture(
        int styleGan,
        int size,
        int latentSize,
        int mappingLayers,
        SortedMap<Integer, Integer> channels,
        EncoderKind encoder,
        List<Integer> encoderWidths,
        int encoderDepth,
        Set<GeneratorExtra> extras) {

    /**
     * An architecture whose generator has no extras.
     *
     * @param styleGan the generator's version, 2
     * @param size side S of the generator's images
     * @param latentSize length L of a latent vector
     * @param mappingLayers depth of the generator's mapping network
     * @param channels the generator's channels at each resolution
     * @param encoder the form of the encoder
     * @param encoderWidths channels of an expanding encoder at S/2, S/4 … 4, else empty
     * @param encoderDepth residual blocks per level of an expanding encoder, else 0
     */
    public Architecture(
            int styleGan,
            int size,
            int latentSize,
            int mappingLayers,
            SortedMap<Integer, Integer> channels,
            EncoderKind encoder,
            List<Integer> encoderWidths,
            int encoderDepth) {
        this(
                styleGan,
                size,
                latentSize,
                mappingLayers,
                channels,
                encoder,
                encoderWidths,
                encoderDepth,
                Set.of());
    }

    /**
     * Builds the networks, without values.
     *
     * @param manager the owner of their values from now on; closed with the autoencoder
     * @return the autoencoder
     * @throws IllegalArgumentException if the sizes do not go together
     */
    public Autoencoder build(NDManager manager) {
        if (styleGan != 2) {
            throw new IllegalArgumentException(
                    "There is no decoder for StyleGAN " + styleGan + ".");
        }
        StyleGan2Decoder decoder =
                new StyleGan2Decoder(
                        new StyleGan2Spec(size, latentSize, mappingLayers, channels, extras));
        return new Autoencoder(manager, buildEncoder(decoder), decoder);
    }

    private Encoder buildEncoder(StyleGan2Decoder decoder) {
        return switch (encoder) {
            case RESNET -> new ResNetEncoder(new ResNetSpec(size, latentSize, channels));
            case EXPANDING ->
                    new ExpandingEncoder(
                            new ExpandingSpec(
                                    size,
                                    latentSize,
                                    decoder.latentCount(),
                                    encoderWidths,
                                    encoderDepth));
            case NONE -> new NoEncoder();
        };
    }
}
