/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damages checkpoints of every format at random and reads them: each must end in a model or in one
 * sentence about the file, within bounds of time and memory.
 *
 * <p>The damage is drawn from a seed, so that each run does the same. A longer campaign, or one
 * case again, is run with
 *
 * <pre>mvn test -Dtest=MutatedFilesTest -Donemodel.fuzz.seed=7000 -Donemodel.fuzz.count=100000
 * </pre>
 *
 * <p>The cases have the seeds from {@code onemodel.fuzz.seed} on, and their number is {@code
 * onemodel.fuzz.count}.
 */
class MutatedFilesTest {

    private static final long FIRST = Long.getLong("onemodel.fuzz.seed", 0);
    private static final int COUNT = Integer.getInteger("onemodel.fuzz.count", 8000);

    /** Real checkpoints take far longer to read than small ones, which have the same structure. */
    private static final int SMALL_PER_REAL = 15;

    @TempDir Path folder;

    @Test
    void everyDamagedFileIsAModelOrOneSentence() throws IOException {
        List<Specimen> small = Specimen.small().toList();
        List<Specimen> real = Specimen.golden().toList();
        Path file = folder.resolve("damaged");
        Set<String> sentences = new HashSet<>();
        int models = 0;
        for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
            // The seeds are neighbours, and Random draws alike from those.
            Random random = new Random(new SplittableRandom(seed).nextLong());
            List<Specimen> kind = random.nextInt(SMALL_PER_REAL + 1) == 0 ? real : small;
            Specimen specimen = kind.get(random.nextInt(kind.size()));
            List<Mutation> mutations = mutations(specimen, random);
            byte[] bytes = specimen.bytes();
            for (Mutation mutation : mutations) {
                bytes = mutation.apply(bytes, random);
            }
            if (random.nextInt(50) == 0) {
                bytes = splice(bytes, small.get(random.nextInt(small.size())).bytes(), random);
            }
            Files.write(file, bytes);
            Outcome outcome = Outcome.of(() -> ForeignModel.read(file));
            outcome.assertOrderly(
                    file,
                    String.format(
                            "%s after %s (again with -Donemodel.fuzz.seed=%d"
                                    + " -Donemodel.fuzz.count=1)",
                            specimen, mutations, seed));
            if (outcome.isRefusal()) {
                sentences.add(outcome.failure().getMessage().replaceAll("[^ a-z]+", ""));
            } else {
                models++;
            }
        }
        if (COUNT >= 1000) { // else the damage stopped at the door and proved nothing
            assertThat(models).as("models read in spite of the damage").isGreaterThan(COUNT / 100);
            assertThat(sentences).as("ways in which files were refused").hasSizeGreaterThan(50);
        }
    }

    private static List<Mutation> mutations(Specimen specimen, Random random) {
        List<Mutation> fitting = new ArrayList<>(Arrays.asList(fitting(specimen)));
        List<Mutation> mutations = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            mutations.add(
                    random.nextInt(3) == 0
                            ? ByteMutation.any(random)
                            : fitting.get(random.nextInt(fitting.size())));
        }
        return mutations;
    }

    private static Mutation[] fitting(Specimen specimen) {
        return switch (specimen.bytes()[0]) {
            case 'P' -> ZipMutation.values();
            case (byte) 0x80 -> PickleMutation.values();
            default -> SafetensorsMutation.values();
        };
    }

    /** The start of one file and the end of another. */
    private static byte[] splice(byte[] file, byte[] other, Random random) {
        return Mutation.replace(
                file,
                Mutation.place(file, random),
                file.length,
                Arrays.copyOfRange(other, Mutation.place(other, random), other.length));
    }
}
