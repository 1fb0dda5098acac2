/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that end too early, as downloads do that were broken off. */
class CutFilesTest {

    private static final int SAMPLES = 60;

    @TempDir Path folder;

    static Stream<Specimen> small() {
        return Specimen.small();
    }

    static Stream<Specimen> golden() throws IOException {
        return Specimen.golden();
    }

    @ParameterizedTest
    @MethodSource("small")
    void aSmallCheckpointCutAtAnyByteIsRefused(Specimen specimen) throws IOException {
        for (int length = 0; length < specimen.bytes().length; length++) {
            assertCutIsRefused(specimen, length);
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void aRealCheckpointCutAtAnyOfManyBytesIsRefused(Specimen specimen) throws IOException {
        int whole = specimen.bytes().length;
        TreeSet<Integer> lengths = new TreeSet<>();
        Random random = new Random(specimen.name().hashCode());
        for (int i = 0; i < SAMPLES; i++) {
            lengths.add(i);
            lengths.add(whole - 1 - i);
            lengths.add(random.nextInt(20_000));
            lengths.add(random.nextInt(whole));
        }
        for (int length : lengths) {
            assertCutIsRefused(specimen, length);
        }
    }

    private void assertCutIsRefused(Specimen specimen, int length) throws IOException {
        Path file = folder.resolve("cut");
        Files.write(file, Arrays.copyOf(specimen.bytes(), length));
        Outcome.of(() -> ForeignModel.read(file))
                .assertRefused(file, "the first " + length + " bytes of " + specimen);
    }
}
