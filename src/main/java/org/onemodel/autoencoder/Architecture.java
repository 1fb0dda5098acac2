/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.autoencoder;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.onemodel.decoder.Decoder;
import org.onemodel.decoder.GeneratorExtra;
import org.onemodel.decoder.GeneratorSpec;
import org.onemodel.decoder.StyleGanDecoder;
import org.onemodel.decoder.stylegan1.StyleGan1Decoder;
import org.onemodel.decoder.stylegan2.StyleGan2Decoder;
import org.onemodel.encoder.Encoder;
import org.onemodel.encoder.ExpandingEncoder;
import org.onemodel.encoder.ExpandingSpec;
import org.onemodel.encoder.Heads;
import org.onemodel.encoder.NoEncoder;
import org.onemodel.encoder.NoiseMapLayout;
import org.onemodel.encoder.Projection;
import org.onemodel.encoder.ResNetEncoder;
import org.onemodel.encoder.ResNetSpec;
import org.onemodel.encoder.TwoNetworkEncoder;

/**
 * All that is needed to build an autoencoder without its weights.
 *
 * @param styleGan the generator's version, 1 or 2
 * @param size side S of the generator's images
 * @param latentSize length L of a latent vector
 * @param mappingLayers depth of the generator's mapping network
 * @param channels the generator's channels at each resolution
 * @param encoder the form of the encoder
 * @param encoderWidths channels of an expanding encoder at S/2, S/4 … 4; empty for the paper's,
 *     which takes the generator's
 * @param encoderDepth residual blocks per level of an expanding encoder; 0 for the paper's
 * @param projection the form of the latent code; of no meaning without encoder
 * @param heads what the encoder reads; the other half of the embedding is then always the same
 * @param networks how many networks the encoder has
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
        Projection projection,
        Heads heads,
        EncoderNetworks networks,
        Set<GeneratorExtra> extras) {

    /**
     * One network that projects into W+, and a generator without extras.
     *
     * @param styleGan the generator's version, 1 or 2
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
                Projection.W_PLUS,
                Heads.ALL,
                EncoderNetworks.ONE,
                Set.of());
    }

    /**
     * The same networks with another form of latent code.
     *
     * @param other the form
     * @return a new architecture
     */
    public Architecture withProjection(Projection other) {
        return with(other, heads, networks, extras);
    }

    /**
     * The same networks with an encoder that reads something else.
     *
     * @param other what it reads
     * @return a new architecture
     */
    public Architecture withHeads(Heads other) {
        return with(projection, other, networks, extras);
    }

    /**
     * The same networks with another number of them in the encoder.
     *
     * @param other how many
     * @return a new architecture
     */
    public Architecture withNetworks(EncoderNetworks other) {
        return with(projection, heads, other, extras);
    }

    /**
     * The same networks with other extras.
     *
     * @param other what the generator has besides its networks
     * @return a new architecture
     */
    public Architecture withExtras(Set<GeneratorExtra> other) {
        return with(projection, heads, networks, other);
    }

    private Architecture with(
            Projection projection,
            Heads heads,
            EncoderNetworks networks,
            Set<GeneratorExtra> extras) {
        return new Architecture(
                styleGan,
                size,
                latentSize,
                mappingLayers,
                channels,
                encoder,
                encoderWidths,
                encoderDepth,
                projection,
                heads,
                networks,
                extras);
    }

    /**
     * Builds the networks, without values.
     *
     * @param manager the owner of their values from now on; closed with the autoencoder
     * @return the autoencoder
     * @throws IllegalArgumentException if the sizes do not go together
     */
    public Autoencoder build(NDManager manager) {
        if (networks == EncoderNetworks.TWO && heads != Heads.ALL) {
            throw new IllegalArgumentException(
                    "An encoder of two networks reads the latent code and the noise maps.");
        }
        StyleGanDecoder decoder = buildDecoder();
        return new Autoencoder(manager, buildEncoder(decoder), decoder);
    }

    private StyleGanDecoder buildDecoder() {
        GeneratorSpec spec = new GeneratorSpec(size, latentSize, mappingLayers, channels, extras);
        return switch (styleGan) {
            case 1 -> new StyleGan1Decoder(spec);
            case 2 -> new StyleGan2Decoder(spec);
            default ->
                    throw new IllegalArgumentException(
                            "There is no decoder for StyleGAN " + styleGan + ".");
        };
    }

    private Encoder buildEncoder(Decoder decoder) {
        NoiseMapLayout noiseMaps = new NoiseMapLayout(decoder.noiseMapSizes());
        return switch (encoder) {
            case RESNET -> {
                ResNetSpec spec =
                        new ResNetSpec(noiseMaps, latentSize, channels, projection, heads);
                yield networks == EncoderNetworks.TWO
                        ? TwoNetworkEncoder.of(spec)
                        : new ResNetEncoder(spec);
            }
            case EXPANDING -> {
                ExpandingSpec spec =
                        new ExpandingSpec(
                                noiseMaps,
                                latentSize,
                                decoder.latentCount(),
                                encoderWidths,
                                encoderDepth,
                                projection,
                                heads);
                yield networks == EncoderNetworks.TWO
                        ? TwoNetworkEncoder.of(spec)
                        : new ExpandingEncoder(spec);
            }
            case NONE -> new NoEncoder();
        };
    }
}
