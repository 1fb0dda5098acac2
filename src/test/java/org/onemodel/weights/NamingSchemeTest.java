/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.decoder.GeneratorExtra;
import org.onemodel.nn.NetworkBlock;

class NamingSchemeTest {

    /** The names of all parameters of a generator of 1024×1024 with all that it can have. */
    private static List<String> parameters(int styleGan) {
        TreeMap<Integer, Integer> channels = new TreeMap<>();
        for (int r = 4; r <= 1024; r *= 2) {
            channels.put(r, 2);
        }
        Architecture generator =
                new Architecture(styleGan, 1024, 4, 8, channels, EncoderKind.NONE, List.of(), 0)
                        .withExtras(EnumSet.allOf(GeneratorExtra.class));
        try (Autoencoder networks = generator.build(NDManager.newBaseManager())) {
            return new ArrayList<>(((NetworkBlock) networks.decoder()).parameters().keySet());
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachParameterComesFromATensorOfItsOwn(NamingScheme scheme) {
        List<String> parameters = parameters(scheme.styleGan());
        List<String> sources = new ArrayList<>();
        for (String parameter : parameters) {
            assertThat(scheme.source(parameter)).as(parameter).isPresent();
            sources.add(scheme.source(parameter).get().name());
        }

        assertThat(new HashSet<>(sources)).hasSameSizeAs(sources);
        assertThat(sources).noneMatch(name -> scheme.filter(name).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void theMarkIsATensorOfNoOtherScheme(NamingScheme scheme) {
        List<String> others = new ArrayList<>();
        for (NamingScheme other : NamingScheme.values()) {
            for (String parameter : parameters(other.styleGan())) {
                String source = other.source(parameter).orElseThrow().name();
                if (other == scheme ? source.equals(scheme.mark()) : true) {
                    others.add((other == scheme ? "own " : "") + source);
                }
            }
        }

        assertThat(others).contains("own " + scheme.mark()).doesNotContain(scheme.mark());
    }

    @ParameterizedTest
    @CsvSource({
        "0, style.{n+1}.weight, style.1.weight",
        "3, convs.{2n}.bias, convs.6.bias",
        "3, convs.{2n+1}.bias, convs.7.bias",
        "2, synthesis.b{r}.conv0, synthesis.b32.conv0",
        "5, to_rgb1.bias, to_rgb1.bias",
    })
    void anIndexIsComputedForEachNameOfASeries(int n, String series, String name) {
        assertThat(Series.at(n, series)).isEqualTo(name);
    }

    @Test
    void onlyAxesOfLengthOneMayDiffer() {
        long[] ours = {1, 5, 4, 3, 3};

        assertThat(Conversion.SAME.fits(new long[] {5, 4, 3, 3}, ours)).isFalse();
        assertThat(Conversion.NONE.fits(new long[] {5, 4, 3, 3}, ours)).isTrue();
        assertThat(Conversion.NONE.fits(new long[] {4, 5, 3, 3}, ours)).isFalse();
        assertThat(Conversion.NONE.fits(new long[0], new long[] {1})).isTrue();
    }

    @Test
    void weightsAreMultipliedByTheRootOfTheirFanIn() {
        float[] ones = new float[5 * 4 * 9];
        Arrays.fill(ones, 1);

        float[] converted =
                Conversion.TIMES_ROOT_OF_FAN_IN.convert(ones, new long[] {1, 5, 4, 3, 3});

        assertThat(converted).hasSize(ones.length).containsOnly(6); // 6² = 4·9
    }

    @Test
    void aGreyGeneratorGivesThreeColoursAlike() {
        long[] expected = {1, 3, 2, 1, 1};

        assertThat(Conversion.COLOURS.fits(new long[] {1, 2, 1, 1}, expected)).isTrue();
        assertThat(Conversion.COLOURS.fits(new long[] {3, 2, 1, 1}, expected)).isTrue();
        assertThat(Conversion.COLOURS.fits(new long[] {2, 2, 1, 1}, expected)).isFalse();
        assertThat(Conversion.COLOURS.convert(new float[] {7, 8}, expected))
                .containsExactly(7, 8, 7, 8, 7, 8);
        assertThat(Conversion.COLOURS.convert(new float[] {5}, new long[] {1, 3, 1, 1}))
                .containsExactly(5, 5, 5);
    }
}
