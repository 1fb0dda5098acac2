/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldOutTest {

    private static FilePair file(String name) {
        return new FilePair(Path.of("scans", name), Optional.empty());
    }

    private static List<FilePair> files(int count) {
        return IntStream.range(0, count).mapToObj(i -> file("Zelle " + i + ".tif")).toList();
    }

    @Test
    void aboutTheShareIsHeldOutAndNoFileIsLostOrInBothParts() {
        HoldOut split = HoldOut.split(files(500), 0.1, 1);
        assertThat(split.validation()).hasSizeBetween(30, 70);
        List<FilePair> all = new ArrayList<>(split.training());
        all.addAll(split.validation());
        assertThat(all).containsExactlyInAnyOrderElementsOf(files(500));
    }

    @Test
    void addingFilesMovesNoneOfTheOthers() {
        List<FilePair> before = HoldOut.split(files(200), 0.1, 1).validation();
        List<FilePair> after = HoldOut.split(files(300), 0.1, 1).validation();
        assertThat(after).containsAll(before);
        assertThat(after.stream().filter(files(200)::contains)).containsExactlyElementsOf(before);
    }

    @Test
    void anotherSeedHoldsOutOtherFiles() {
        assertThat(HoldOut.split(files(200), 0.1, 1)).isEqualTo(HoldOut.split(files(200), 0.1, 1));
        assertThat(HoldOut.split(files(200), 0.1, 1).validation())
                .isNotEqualTo(HoldOut.split(files(200), 0.1, 2).validation());
    }

    @Test
    void eachPartHasAtLeastOneFile() {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(HoldOut.split(files(3), 0.001, seed).validation()).hasSize(1);
            assertThat(HoldOut.split(files(3), 0.999, seed).training()).hasSize(1);
        }
    }

    @Test
    void bothWaysToWriteAnUmlautAreTheSameName() {
        List<FilePair> composed = new ArrayList<>();
        List<FilePair> decomposed = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String name = "größe " + i + ".tif";
            composed.add(file(name));
            decomposed.add(file(Normalizer.normalize(name, Normalizer.Form.NFD)));
        }
        List<Integer> first =
                HoldOut.split(composed, 0.3, 1).validation().stream()
                        .map(composed::indexOf)
                        .toList();
        List<Integer> second =
                HoldOut.split(decomposed, 0.3, 1).validation().stream()
                        .map(decomposed::indexOf)
                        .toList();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aSingleFileCannotBeSplit() {
        assertThatThrownBy(() -> HoldOut.split(files(1), 0.1, 1))
                .hasMessage(
                        "Setting data.validation holds out a share of the files, but data.images"
                                + " names only "
                                + Path.of("scans", "Zelle 0.tif")
                                + "; name a file or folder in data.validation.");
    }
}
