/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onemodel.decoder.stylegan2.DrawnGenerator;
import org.onemodel.decoder.stylegan2.StyleGan2Decoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.nn.NetworkBlock;

class AutoencoderTest {

    private static Autoencoder tiny(EncoderKind kind, int size) {
        TreeMap<Integer, Integer> channels = new TreeMap<>();
        for (int r = 4; r <= size; r *= 2) {
            channels.put(r, 4 + r / 8);
        }
        boolean expanding = kind == EncoderKind.EXPANDING;
        List<Integer> widths =
                expanding ? channels.headMap(size).values().stream().toList() : List.of();
        Architecture architecture =
                new Architecture(2, size, 8, 2, channels, kind, widths, expanding ? 1 : 0);
        Autoencoder autoencoder = architecture.build(NDManager.newBaseManager());
        ((NetworkBlock) autoencoder.encoder()).draw(autoencoder.manager(), 1);
        DrawnGenerator.draw((StyleGan2Decoder) autoencoder.decoder(), autoencoder.manager(), 2);
        return autoencoder;
    }

    @ParameterizedTest
    @EnumSource(names = {"RESNET", "EXPANDING"})
    void theEmbeddingHasTheShapesThatTheDecoderTakes(EncoderKind kind) {
        for (int size = 16; size <= 64; size *= 2) {
            try (Autoencoder autoencoder = tiny(kind, size);
                    NDManager scratch = autoencoder.manager().newSubManager()) {
                NDArray images = scratch.randomNormal(new Shape(2, 3, size, size));
                Embedding embedding = autoencoder.encode(images);
                assertThat(embedding.latent().getShape())
                        .isEqualTo(new Shape(2, autoencoder.decoder().latentCount(), 8));
                assertThat(embedding.noiseMaps().stream().map(m -> (int) m.getShape().get(2)))
                        .isEqualTo(autoencoder.decoder().noiseMapSizes());
                assertThat(autoencoder.decode(embedding).getShape()).isEqualTo(images.getShape());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RESNET", "EXPANDING"})
    void aMultipleOfTheSizeIsDecodedWithARepeatedConstant(EncoderKind kind) {
        try (Autoencoder autoencoder = tiny(kind, 16);
                NDManager scratch = autoencoder.manager().newSubManager()) {
            NDArray images = scratch.randomNormal(new Shape(1, 3, 32, 48));
            NDArray decoded = autoencoder.decode(autoencoder.encode(images));
            assertThat(decoded.getShape()).isEqualTo(images.getShape());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RESNET", "EXPANDING"})
    void nothingStaysOnTheModelsManager(EncoderKind kind) {
        try (Autoencoder autoencoder = tiny(kind, 16);
                NDManager scratch = autoencoder.manager().newSubManager()) {
            autoencoder.manager().cap(); // a stray tensor throws from here on
            NDArray images = scratch.randomNormal(new Shape(1, 3, 16, 16));
            autoencoder.decode(autoencoder.encode(images).scaleNoiseMap(1, 2));
        }
    }

    @Test
    void imagesThatDoNotFitAreNamed() {
        try (Autoencoder autoencoder = tiny(EncoderKind.EXPANDING, 16);
                NDManager scratch = autoencoder.manager().newSubManager()) {
            NDArray images = scratch.zeros(new Shape(1, 3, 16, 20));
            assertThatThrownBy(() -> autoencoder.encode(images))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(
                            "Images of 20×16 pixels do not fit an encoder of size 16");
        }
    }

    @Test
    void parametersHaveTheNamesOfPublicCheckpoints() {
        try (Autoencoder autoencoder = tiny(EncoderKind.RESNET, 16)) {
            assertThat(autoencoder.parameters())
                    .containsKeys(
                            "encoder.resnet_blocks.0.downsample.1.running_var",
                            "encoder.intermediate_to_noise.1.bias",
                            "decoder.style.2.weight",
                            "decoder.input.input",
                            "decoder.convs.3.conv.modulation.bias",
                            "decoder.to_rgbs.1.conv.weight");
        }
    }

    @Test
    void theSameSeedDrawsTheSameNetwork() {
        try (Autoencoder one = tiny(EncoderKind.EXPANDING, 16);
                Autoencoder other = tiny(EncoderKind.EXPANDING, 16)) {
            one.parameters()
                    .forEach(
                            (name, parameter) ->
                                    assertThat(parameter.getArray().toFloatArray())
                                            .as(name)
                                            .isEqualTo(
                                                    other.parameters()
                                                            .get(name)
                                                            .getArray()
                                                            .toFloatArray()));
        }
    }

    @Test
    void theLastNoiseMapOfADrawnGeneratorChangesBrightnessOnly() {
        try (Autoencoder autoencoder = tiny(EncoderKind.EXPANDING, 16);
                NDManager scratch = autoencoder.manager().newSubManager()) {
            // far above zero everywhere, where the leaky ReLU is linear
            Embedding base = autoencoder.encode(scratch.zeros(new Shape(1, 3, 16, 16)));
            List<NDArray> bright = new java.util.ArrayList<>(base.noiseMaps());
            int last = bright.size() - 1;
            bright.set(last, scratch.full(new Shape(1, 1, 16, 16), 50f));
            Embedding offset = new Embedding(base.space(), base.latent(), bright);
            bright.set(last, scratch.full(new Shape(1, 1, 16, 16), 51f));
            Embedding brighter = new Embedding(base.space(), base.latent(), bright);
            float[] change =
                    autoencoder
                            .decode(brighter)
                            .sub(autoencoder.decode(offset))
                            .mean(new int[] {3})
                            .mean(new int[] {2})
                            .toFloatArray();
            assertThat(change[0]).isGreaterThan(0.1f);
        }
    }
}
