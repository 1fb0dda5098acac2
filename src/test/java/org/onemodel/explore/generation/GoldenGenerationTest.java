/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.generation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.GeneratorExtra;
import org.onemodel.embedding.NoiseMapValues;
import org.onemodel.model.TensorEngine;
import org.onemodel.restore.Progress;
import org.onemodel.weights.ForeignModel;

/** Generated images against what the reference networks made from the same random numbers. */
class GoldenGenerationTest {

    private static final double TOLERANCE = 1e-4; // that of the command verify
    private static final double PSI = 0.5;

    private static Autoencoder generator(String file) throws IOException {
        TensorEngine.start();
        return ForeignModel.read(golden(file)).build(TensorEngine.newManager(Device.cpu()));
    }

    private static Path golden(String file) {
        try {
            return Path.of(GoldenGenerationTest.class.getResource("/golden/" + file).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NDList vectors(NDManager manager, String file) throws IOException {
        try (InputStream in = GoldenGenerationTest.class.getResourceAsStream("/golden/" + file)) {
            return NDList.decode(manager, in);
        }
    }

    private static GivenNoise givenNoise(NDList vectors) {
        List<NoiseMapValues> maps = new ArrayList<>();
        String name = "noise_00";
        while (vectors.contains(name)) {
            NDArray map = vectors.get(name);
            int n = Math.toIntExact(map.getShape().get(0));
            int side = Math.toIntExact(map.getShape().get(2));
            float[][] images = new float[n][];
            for (int i = 0; i < n; i++) {
                images[i] = map.get(i).toFloatArray();
            }
            maps.add(new NoiseMapValues(side, side, images));
            name = String.format(Locale.ROOT, "noise_%02d", maps.size());
        }
        return new GivenNoise(maps);
    }

    private static void assertGives(
            Autoencoder generator,
            NDList vectors,
            String output,
            Truncation truncation,
            NoiseSource noise) {
        NDArray z = vectors.get("z");
        Draws draws = new Draws(0, 0, Math.toIntExact(z.getShape().get(0)));
        float[] images = new Synthesis(generator, truncation, noise).images(z, draws);
        NDArray expected = vectors.get(output);
        float scale = Math.max(1, expected.square().mean().sqrt().getFloat());
        float[] values = expected.toFloatArray();
        assertThat(images).hasSameSizeAs(values);
        for (int i = 0; i < values.length; i++) {
            assertThat(Math.abs(images[i] - values[i]) / scale)
                    .as("%s at %d", output, i)
                    .isLessThan((float) TOLERANCE);
        }
    }

    private static Truncation none(Autoencoder generator) {
        return Truncation.of(generator, 1, Progress.NONE);
    }

    private static Truncation about(NDArray mean) {
        return Truncation.about(mean.toFloatArray(), PSI);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stylegan2_generator.pt", "stylegan2_generator_legacy.pt"})
    void styleGan2(String file) throws IOException {
        try (Autoencoder generator = generator(file);
                NDManager manager = generator.manager().newSubManager()) {
            NDList vectors = vectors(manager, "stylegan2_generator.npz");
            Truncation half = about(vectors.get("w_mean"));
            GivenNoise given = givenNoise(vectors);

            assertGives(generator, vectors, "y", none(generator), given);
            assertGives(generator, vectors, "y_trunc05", half, given);
            assertGives(generator, vectors, "y_bufnoise", none(generator), StandardNoise.FIXED);
        }
    }

    @Test
    void styleGan2Ada() throws IOException {
        try (Autoencoder generator = generator("stylegan2_ada_generator.pkl");
                NDManager manager = generator.manager().newSubManager()) {
            NDList vectors = vectors(manager, "stylegan2_ada_generator.npz");
            Truncation own = Truncation.of(generator, PSI, Progress.NONE);

            assertThat(generator.decoder().extras()).contains(GeneratorExtra.MEAN_LATENT);
            assertGives(generator, vectors, "y_bufnoise", none(generator), StandardNoise.FIXED);
            assertGives(generator, vectors, "y_trunc05_bufnoise", own, StandardNoise.FIXED);
            GivenNoise given = givenNoise(vectors);
            assertGives(generator, vectors, "y_trunc05_bufnoise", own, given);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stylegan1_generator.model", "stylegan1_generator_legacy.model"})
    void styleGan1(String file) throws IOException {
        try (Autoencoder generator = generator(file);
                NDManager manager = generator.manager().newSubManager()) {
            NDList vectors = vectors(manager, "stylegan1_generator.npz");

            assertGives(generator, vectors, "y", none(generator), givenNoise(vectors));
        }
    }

    @Test
    void theNoiseMapsOfAnEncodedImageAreReadFromItsFile() throws IOException {
        String file = "stylegan2_wplusencoder.npz";
        try (Autoencoder model = generator("stylegan2_wplusencoder.pt");
                NDManager manager = model.manager().newSubManager()) {
            List<NoiseMapValues> expected = givenNoise(vectors(manager, file)).maps();

            GivenNoise read = GivenNoise.read(golden(file));

            assertThat(read.scale(model.decoder())).isEqualTo(1);
            assertThat(read.maps()).hasSameSizeAs(expected);
            for (int k = 0; k < expected.size(); k++) {
                assertThat(read.maps().get(k).images()).isDeepEqualTo(expected.get(k).images());
            }
        }
    }
}
