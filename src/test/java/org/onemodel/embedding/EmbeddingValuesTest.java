/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Embeddings between two others, and of two others. */
class EmbeddingValuesTest {

    private static final Shape TWO_LAYERS = new Shape(2, 2);

    private static EmbeddingValues values(float start) {
        float[][] latents = {ramp(start, 4), ramp(start + 10, 4)};
        return new EmbeddingValues(
                LatentSpace.W_PLUS,
                TWO_LAYERS,
                latents,
                List.of(
                        new NoiseMapValues(1, 1, new float[][] {{start}, {-start}}),
                        new NoiseMapValues(1, 2, new float[][] {{start, 1}, {2, start}})));
    }

    private static float[] ramp(float start, int length) {
        float[] ramp = new float[length];
        for (int i = 0; i < length; i++) {
            ramp[i] = start + i;
        }
        return ramp;
    }

    @Test
    void latentsGoStraightFromOneToTheOther() {
        EmbeddingValues between = values(0).withLatentsTowards(values(4), 0.25);

        assertThat(between.latents()[0]).containsExactly(1, 2, 3, 4);
        assertThat(between.latents()[1]).containsExactly(11, 12, 13, 14);
        assertThat(between.noiseMaps().get(1).images()[1]).containsExactly(2, 0);
    }

    @Test
    void noiseMapsGoStraightFromOneToTheOther() {
        EmbeddingValues start = values(0);

        EmbeddingValues between = start.withNoiseMapsTowards(values(4), 0.75);

        assertThat(between.noiseMaps().get(0).images()[0]).containsExactly(3);
        assertThat(between.noiseMaps().get(0).images()[1]).containsExactly(-3);
        assertThat(between.noiseMaps().get(1).images()[0]).containsExactly(3, 1);
        assertThat(between.noiseMaps().get(1).images()[1]).containsExactly(2, 3);
        assertThat(between.latents()).isSameAs(start.latents());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void theEndsAreThoseGivenToTheBit(double t) {
        float[][] odd = {{-0.0f, 1e38f, Float.MIN_VALUE, 0.1f}};
        EmbeddingValues start = new EmbeddingValues(LatentSpace.W_PLUS, TWO_LAYERS, odd, List.of());
        EmbeddingValues end = start.withLatents(new float[][] {{3, -0.0f, 1e-30f, 7.7f}});

        float[] at = start.withLatentsTowards(end, t).latents()[0];

        float[] expected = (t == 0 ? start : end).latents()[0];
        for (int i = 0; i < at.length; i++) {
            assertThat(Float.floatToRawIntBits(at[i]))
                    .isEqualTo(Float.floatToRawIntBits(expected[i]));
        }
    }

    @Test
    void layersFromOneOnAreTheOthers() {
        EmbeddingValues start = values(0);
        EmbeddingValues end = values(100);

        assertThat(start.withLayersOf(end, 0).latents()).isDeepEqualTo(end.latents());
        assertThat(start.withLayersOf(end, 2).latents()).isDeepEqualTo(start.latents());
        EmbeddingValues mixed = start.withLayersOf(end, 1);
        assertThat(mixed.latents()[0]).containsExactly(0, 1, 102, 103);
        assertThat(mixed.latents()[1]).containsExactly(10, 11, 112, 113);
        assertThat(mixed.noiseMaps()).isEqualTo(start.noiseMaps());
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        EmbeddingValues two = values(0);
        EmbeddingValues z =
                new EmbeddingValues(
                        LatentSpace.Z, new Shape(4), two.latents(), two.noiseMaps().subList(0, 1));
        EmbeddingValues one =
                new EmbeddingValues(
                        LatentSpace.W_PLUS, TWO_LAYERS, new float[][] {{1, 2, 3, 4}}, List.of());

        assertThatThrownBy(() -> two.withLatentsTowards(z, 0.5))
                .hasMessage("Latent codes of (4) in Z don't go with codes of (2, 2) in W_PLUS.");
        assertThatThrownBy(() -> two.withLatentsTowards(one, 0.5))
                .hasMessageContaining("2 images at the start of a line and 1 at its end");
        assertThatThrownBy(() -> two.withNoiseMapsTowards(z, 0.5))
                .hasMessageContaining("1 noise maps at the end of the line and 2 at its start");
        assertThatThrownBy(() -> two.withLatentsTowards(two, Double.NaN))
                .hasMessage("t is NaN; expected 0 to 1.");
        assertThatThrownBy(() -> two.withLatentsTowards(two, 1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> two.withLayersOf(two, 3))
                .hasMessage("There is no latent layer 3; expected 0 to 2.");
        assertThatThrownBy(() -> z.withLayersOf(z, 0)).hasMessageContaining("map it to W+ first");
    }
}
