/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.decoder.Decoder;
import org.onemodel.decoder.PartialDecoding;
import org.onemodel.embedding.Embedding;
import org.onemodel.embedding.LatentSpace;
import org.onemodel.encoder.Heads;
import org.onemodel.encoder.Projection;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;
import org.onemodel.nn.Scratch;

/** Each generator with each form of encoder. */
class EveryFormTest {

    private static Architecture architecture(int styleGan, int size, EncoderKind kind) {
        TreeMap<Integer, Integer> channels = new TreeMap<>();
        for (int r = 4; r <= size; r *= 2) {
            channels.put(r, 6);
        }
        boolean expanding = kind == EncoderKind.EXPANDING;
        List<Integer> widths =
                expanding ? channels.headMap(size).values().stream().toList() : List.of();
        return new Architecture(styleGan, size, 8, 2, channels, kind, widths, expanding ? 1 : 0);
    }

    static Stream<Architecture> forms() {
        List<Architecture> forms = new ArrayList<>();
        for (int styleGan = 1; styleGan <= 2; styleGan++) {
            for (EncoderKind kind : List.of(EncoderKind.RESNET, EncoderKind.EXPANDING)) {
                Architecture base = architecture(styleGan, 32, kind);
                for (Projection projection : Projection.values()) {
                    Architecture projected = base.withProjection(projection);
                    for (Heads heads : Heads.values()) {
                        forms.add(projected.withHeads(heads));
                    }
                    forms.add(projected.withNetworks(EncoderNetworks.TWO));
                }
            }
        }
        return forms.stream();
    }

    private static Autoencoder drawn(Architecture architecture) {
        Autoencoder autoencoder = architecture.build(NDManager.newBaseManager());
        ((NetworkBlock) autoencoder.encoder()).draw(autoencoder.manager(), 1);
        ((NetworkBlock) autoencoder.decoder()).draw(autoencoder.manager(), 2);
        return autoencoder;
    }

    @ParameterizedTest
    @MethodSource("forms")
    void imagesAreEncodedAndDecoded(Architecture architecture) {
        try (Autoencoder autoencoder = drawn(architecture);
                NDManager scratch = autoencoder.manager().newSubManager()) {
            autoencoder.manager().cap(); // a stray tensor throws from here on
            NDArray images = scratch.randomNormal(new Shape(2, 3, 32, 64));

            Embedding embedding = autoencoder.encode(images);
            NDArray decoded = autoencoder.decode(embedding);

            boolean wPlus =
                    architecture.projection() == Projection.W_PLUS
                            && architecture.heads() != Heads.NOISE;
            assertThat(embedding.space()).isEqualTo(wPlus ? LatentSpace.W_PLUS : LatentSpace.Z);
            assertThat(embedding.latent().getShape())
                    .isEqualTo(wPlus ? new Shape(2, 8, 8) : new Shape(2, 8));
            assertThat(embedding.noiseMaps())
                    .extracting(map -> map.getShape().get(2))
                    .map(Long::intValue)
                    .isEqualTo(autoencoder.decoder().noiseMapSizes());
            assertThat(decoded.getShape()).isEqualTo(images.getShape());
            for (float value : decoded.toFloatArray()) {
                assertThat(value).isFinite();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void decodingGoesOnFromAnyNoiseMap(Architecture architecture) {
        try (Autoencoder autoencoder = drawn(architecture);
                NDManager manager = autoencoder.manager().newSubManager()) {
            Decoder decoder = autoencoder.decoder();
            Pass pass = autoencoder.pass(false);
            NDArray images = manager.randomNormal(new Shape(2, 3, 32, 64));
            Embedding embedding = autoencoder.encode(images);
            NDList inputs = new NDList(embedding.noiseMaps());
            inputs.add(embedding.latent());
            PartialDecoding at =
                    Scratch.compute(
                            manager,
                            inputs,
                            () -> decoder.begin(pass, embedding),
                            PartialDecoding::tensors);
            for (int map = 0; map < decoder.noiseMapSizes().size(); map++) {
                int next = map;
                PartialDecoding from = at;
                inputs.addAll(from.tensors());
                at =
                        Scratch.compute(
                                manager,
                                inputs,
                                () -> decoder.advance(pass, from, embedding, next),
                                PartialDecoding::tensors);
                inputs.addAll(at.tensors());
                PartialDecoding here = at;
                Embedding scaled = embedding.scaleNoiseMap(map, 3);
                inputs.add(scaled.noiseMaps().get(map));
                NDArray finished =
                        Scratch.array(manager, inputs, () -> decoder.finish(pass, here, scaled));

                assertThat(finished.toFloatArray())
                        .isEqualTo(autoencoder.decode(scaled).toFloatArray());
                assertThat(here.map()).isEqualTo(map);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void nothingIsKeptOfWhatArisesInBetween(int styleGan) {
        try (Autoencoder autoencoder = drawn(architecture(styleGan, 32, EncoderKind.RESNET));
                NDManager manager = autoencoder.manager().newSubManager()) {
            Embedding embedding = autoencoder.encode(manager.randomNormal(new Shape(2, 3, 32, 64)));
            NDList inputs = new NDList(embedding.noiseMaps());
            inputs.add(embedding.latent());
            int before = manager.getManagedArrays().size();
            NDArray decoded = Scratch.array(manager, inputs, () -> autoencoder.decode(embedding));

            assertThat(manager.getManagedArrays()).hasSize(before + 1).contains(decoded);
            assertThat(embedding.latent().getManager()).isSameAs(manager);
        }
    }

    @Test
    void whatAnEncoderDoesNotReadIsTheSameForAllImages() {
        Architecture base = architecture(1, 32, EncoderKind.RESNET);
        try (Autoencoder latent = drawn(base.withHeads(Heads.LATENT));
                Autoencoder noise = drawn(base.withHeads(Heads.NOISE));
                NDManager scratch = latent.manager().newSubManager()) {
            NDArray one = scratch.randomNormal(new Shape(1, 3, 32, 32));
            NDArray other = scratch.randomNormal(new Shape(1, 3, 32, 32));

            assertThat(latent.encode(one).noiseMaps().get(3))
                    .isEqualTo(latent.encode(other).noiseMaps().get(3));
            assertThat(latent.encode(one).latent()).isNotEqualTo(latent.encode(other).latent());
            assertThat(noise.encode(one).latent().toFloatArray()).containsOnly(0);
            assertThat(noise.encode(one).noiseMaps().get(3))
                    .isNotEqualTo(noise.encode(other).noiseMaps().get(3));
        }
    }

    @Test
    void twoNetworksAreNotHalved() {
        Architecture halved =
                architecture(2, 32, EncoderKind.RESNET)
                        .withNetworks(EncoderNetworks.TWO)
                        .withHeads(Heads.NOISE);
        try (NDManager manager = NDManager.newBaseManager()) {
            assertThatThrownBy(() -> halved.build(manager))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "An encoder of two networks reads the latent code and the noise maps.");
        }
    }

    static IntStream sizes() {
        return IntStream.of(32, 64, 128, 256, 512, 1024);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void thePapersEncoderHasTwoBlocksPerResolution(int size) {
        int log2 = Integer.numberOfTrailingZeros(size);
        for (int styleGan = 1; styleGan <= 2; styleGan++) {
            Architecture architecture = architecture(styleGan, size, EncoderKind.RESNET);
            try (Autoencoder networks = architecture.build(NDManager.newBaseManager())) {
                long blocks =
                        networks.parameters().keySet().stream()
                                .filter(name -> name.endsWith("conv1.weight"))
                                .filter(name -> name.startsWith("encoder."))
                                .count();
                assertThat(blocks).isEqualTo(2 + 2 * (log2 - 2));
                assertThat(networks.decoder().latentCount()).isEqualTo(2 * log2 - 2);
                assertThat(networks.decoder().noiseMapSizes())
                        .hasSize(styleGan == 1 ? log2 - 1 : 2 * log2 - 3);
                assertThat(networks.decoder().noiseLayers())
                        .hasSameSizeAs(networks.decoder().noiseMapSizes());
            }
        }
    }
}
