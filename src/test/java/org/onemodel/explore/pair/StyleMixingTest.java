/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.image.ImagePlanes;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.PlaneCodec;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;

/** Coarse latent layers of one image and fine ones of another. */
class StyleMixingTest {

    private static final int TILE = 32;

    private static Autoencoder tiny;

    @TempDir Path folder;

    @BeforeAll
    static void draw() {
        tiny = TinyModel.draw();
    }

    @AfterAll
    static void close() {
        tiny.close();
    }

    private static Object mixed(
            Autoencoder model,
            int tile,
            RestoreOptions options,
            StyleMix mix,
            ImagePlus first,
            ImagePlus second) {
        return new StyleMixing(model, tile, options, mix)
                .of(first, second, Progress.NONE)
                .get(0)
                .getProcessor()
                .getPixels();
    }

    private static void assertEnds(
            Autoencoder model, int tile, RestoreOptions options, int width, int height, int bits) {
        ImagePlus first = Pairs.first(width, height, bits);
        ImagePlus second = Pairs.second(width, height, bits);
        int layers = model.decoder().latentCount();
        StyleMix ofFirst = StyleMix.defaults().withCrossover(Crossover.atLayer(layers));
        StyleMix ofSecond =
                StyleMix.defaults()
                        .withCrossover(Crossover.atLayer(0))
                        .withNoise(StyleNoise.SECOND);

        assertThat(mixed(model, tile, options, ofFirst, first, second))
                .as("all layers and noise maps of the first")
                .isEqualTo(Pairs.reconstructed(model, tile, options, first));
        assertThat(mixed(model, tile, options, ofSecond, first, second))
                .as("all layers and noise maps of the second")
                .isEqualTo(Pairs.reconstructed(model, tile, options, second));
    }

    @ParameterizedTest
    @CsvSource({"8, 100, 70, 0", "16, 33, 97, 16", "32, 64, 64, 0", "24, 50, 33, 16"})
    void theEndsAreTheTwoReconstructionsToTheBit(int bits, int width, int height, int tile) {
        RestoreOptions options = Pairs.OPTIONS.withTile(tile).withBatch(3);
        assertEnds(tiny, TILE, options, width, height, bits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stylegan1_wplusencoder.pt",
                "stylegan1_wencoder.pt",
                "stylegan2_wplusencoder.pt",
                "stylegan2_wencoder.pt",
                "stylegan2_twostem.pt"
            })
    void theEndsAreReconstructionsInBothStyleGansAndLatentSpaces(String file) throws IOException {
        try (Autoencoder model = Pairs.golden(file, folder)) {
            int size = model.decoder().size();
            assertEnds(model, size, Pairs.OPTIONS.withTile(size), 90, 60, 8);
            assertEnds(model, size, Pairs.OPTIONS.withTile(size).withBatch(2), 50, 70, 24);
        }
    }

    @Test
    void eachCrossoverGivesAnotherImage() {
        ImagePlus first = Pairs.first(32, 32, 32);
        ImagePlus second = Pairs.second(32, 32, 32);
        Set<List<Float>> images = new HashSet<>();
        for (int layer = 0; layer <= tiny.decoder().latentCount(); layer++) {
            StyleMix mix = StyleMix.defaults().withCrossover(Crossover.atLayer(layer));
            float[] pixels = (float[]) mixed(tiny, TILE, Pairs.OPTIONS, mix, first, second);
            images.add(List.of(pixels[0], pixels[100], pixels[500], pixels[1000]));
        }
        assertThat(images).hasSize(tiny.decoder().latentCount() + 1);
    }

    @Test
    void randomNoiseHasASeed() {
        ImagePlus first = Pairs.first(32, 32, 8);
        ImagePlus second = Pairs.second(32, 32, 8);
        StyleMix mix = StyleMix.defaults().withNoise(StyleNoise.RANDOM);
        Object once = mixed(tiny, TILE, Pairs.OPTIONS, mix, first, second);
        assertThat(mixed(tiny, TILE, Pairs.OPTIONS, mix, first, second)).isEqualTo(once);
        assertThat(mixed(tiny, TILE, Pairs.OPTIONS, mix.withSeed(1), first, second))
                .isNotEqualTo(once);
    }

    @Test
    void aResolutionIsItsFirstLayer() throws IOException {
        assertThat(tiny.decoder().latentResolutions()).containsExactly(4, 8, 8, 16, 16, 16);
        try (Autoencoder one = Pairs.golden("stylegan1_wplusencoder.pt", folder)) {
            assertThat(one.decoder().latentResolutions())
                    .containsExactly(4, 4, 8, 8, 16, 16, 32, 32, 64, 64);
        }
        List<Integer> layers = tiny.decoder().latentResolutions();
        assertThat(Crossover.parse("4x4").layer("tiny", layers)).isZero();
        assertThat(Crossover.parse("8x8").layer("tiny", layers)).isEqualTo(1);
        assertThat(Crossover.parse(" 16 X 16 ").layer("tiny", layers)).isEqualTo(3);
        assertThat(Crossover.parse("6").layer("tiny", layers)).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "64x64", "12x12"})
    void aCrossoverThatTheModelLacksIsRefused(String words) {
        StyleMix mix = StyleMix.defaults().withCrossover(Crossover.parse(words));
        RestoreOptions options = Pairs.OPTIONS.withModel("tiny");
        assertThatThrownBy(() -> new StyleMixing(tiny, TILE, options, mix))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "The crossover is "
                                + words
                                + "; the model 'tiny' has 6 latent layers: give 0 (all of the"
                                + " second image) to 6 (all of the first), or a resolution from 4x4"
                                + " to 16x16 that is a power of two.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "8x16", "half", "99999999"})
    void aCrossoverThatIsNoneIsRefused(String words) {
        assertThatThrownBy(() -> Crossover.parse(words))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "The crossover is '"
                                + words
                                + "'; give the number of a latent layer such as 4, or a resolution"
                                + " such as 16x16.");
    }

    @ParameterizedTest
    @EnumSource(PairOutput.class)
    void whatIsWantedIsGiven(PairOutput output) {
        ImagePlus first = Pairs.first(96, 96, 16);
        ImagePlus second = Pairs.second(96, 96, 16);
        StyleMix mix = StyleMix.defaults().withShow(output);
        List<ImagePlus> images =
                new StyleMixing(tiny, TILE, Pairs.OPTIONS, mix).of(first, second, Progress.NONE);
        assertThat(images).hasSize(output == PairOutput.BOTH ? 2 : 1);
        if (output.hasResult()) {
            assertThat(images.get(0).getTitle()).isEqualTo("tiny-mixed.tif");
            assertThat(images.get(0).getStackSize()).isEqualTo(1);
        }
        if (output.hasMontage()) {
            ImagePlus montage = images.get(images.size() - 1);
            assertThat(montage.getTitle()).isEqualTo("tiny-mix-montage.tif");
            assertThat(montage.getWidth()).isGreaterThan(9 * 96);
            assertThat(montage.getHeight()).isBetween(3 * 96, 4 * 96);
        }
    }

    @Test
    void latentCodesAreMappedAsInTheGenerator() throws IOException {
        try (Autoencoder model = Pairs.golden("stylegan2_wencoder.pt", folder)) {
            int size = model.decoder().size();
            PlaneCodec codec = new PlaneCodec(model, size, Pairs.OPTIONS.withTile(size));
            ImagePlanes shown = codec.shown(Pairs.first(100, 80, 8));
            EncodedPlane plane = codec.encode(shown, Progress.NONE).get(0);
            EncodedPlane mapped = codec.inWPlus(plane, Progress.NONE);

            assertThat(plane.tiles().latentShape().dimension()).isEqualTo(1);
            assertThat(mapped.tiles().latentShape().dimension()).isEqualTo(2);
            assertThat(codec.decode(mapped, Progress.NONE).channels())
                    .isDeepEqualTo(codec.decode(plane, Progress.NONE).channels());
        }
    }

    @Test
    void wordsAreRead() {
        StyleMix read = StyleMix.defaults().withWords("5", "random", "both");
        assertThat(read.crossover()).isEqualTo(Crossover.atLayer(5));
        assertThat(read.noise()).isEqualTo(StyleNoise.RANDOM);
        assertThat(read.show()).isEqualTo(PairOutput.BOTH);
        assertThat(StyleMix.defaults().withWords("16x16", "first", "image"))
                .isEqualTo(StyleMix.defaults());
        assertThatThrownBy(() -> StyleMix.defaults().withWords("5", "both", "image"))
                .isInstanceOf(OneModelException.class)
                .hasMessage("The option noise is 'both'; give first or second or random.");
    }
}
