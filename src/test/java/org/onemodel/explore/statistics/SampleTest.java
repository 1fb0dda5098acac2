/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {

    private static Sample of(int capacity, long seed, int from, int to) {
        Sample sample = new Sample(capacity, seed);
        IntStream.range(from, to).forEach(sample::add);
        return sample;
    }

    @Test
    void aShortStreamIsKeptAsItIs() {
        Sample sample = of(1000, 1, 0, 700);

        assertThat(sample.values()).isEqualTo(IntStream.range(0, 700).asDoubleStream().toArray());
        assertThat(sample.seen()).isEqualTo(700);
    }

    @Test
    void aLongStreamLeavesDistinctValuesOfItTheSameForTheSameSeed() {
        Sample sample = of(1000, 1, 0, 50_000);

        assertThat(sample.values()).hasSize(1000).doesNotHaveDuplicates();
        assertThat(sample.seen()).isEqualTo(50_000);
        assertThat(of(1000, 1, 0, 50_000).values()).isEqualTo(sample.values());
        assertThat(of(1000, 2, 0, 50_000).values()).isNotEqualTo(sample.values());
    }

    /**
     * Of 2000 streams, each tenth of 100 values should be kept equally often: 2000, give or take.
     */
    @Test
    void eachPlaceInTheStreamIsKeptEquallyOften() {
        int[] kept = new int[10];
        int[] keptOfMerged = new int[10];
        for (int seed = 0; seed < 2000; seed++) {
            for (double value : of(10, seed, 0, 100).values()) {
                kept[(int) value / 10]++;
            }
            Sample merged = of(10, seed, 0, 7);
            merged.merge(of(10, ~seed, 7, 60));
            merged.merge(of(10, ~seed + 9999, 60, 100));
            assertThat(merged.seen()).isEqualTo(100);
            assertThat(merged.values()).doesNotHaveDuplicates();
            for (double value : merged.values()) {
                keptOfMerged[(int) value / 10]++;
            }
        }
        // The deviation of each is about sqrt(2000 * 0.9) = 42; 5 of them are allowed.
        assertThat(Arrays.stream(kept)).allMatch(count -> Math.abs(count - 2000) < 212);
        assertThat(Arrays.stream(keptOfMerged)).allMatch(count -> Math.abs(count - 2000) < 212);
    }

    @Test
    void partsThatFitAreMergedWhole() {
        Sample merged = of(20, 1, 0, 5);
        merged.merge(of(20, 1, 5, 20));

        assertThat(merged.values()).isEqualTo(IntStream.range(0, 20).asDoubleStream().toArray());
    }

    @Test
    void aPartOfItIsTheSameEachTime() {
        Sample sample = of(1000, 1, 0, 1000);

        assertThat(sample.some(100)).hasSize(100).doesNotHaveDuplicates();
        assertThat(sample.some(100)).isEqualTo(sample.some(100));
        assertThat(sample.some(100)).isNotEqualTo(Arrays.copyOf(sample.values(), 100));
        assertThat(sample.some(2000)).isEqualTo(sample.values());
        assertThat(new Sample(5, 1).some(3)).isEmpty();
    }

    @Test
    void refusesSamplesOfAnotherCapacity() {
        assertThatThrownBy(() -> of(5, 1, 0, 3).merge(of(6, 1, 0, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A sample of at most 6 values can't be merged into one of at most 5.");
    }
}
