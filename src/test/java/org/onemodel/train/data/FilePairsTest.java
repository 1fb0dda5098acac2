/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.onemodel.train.settings.TrainingException;

class FilePairsTest extends DataTestBase {

    private List<FilePair> match() {
        return FilePairs.match(
                "data.images", List.of(path("noisy")), "data.targets", List.of(path("clean")));
    }

    @Test
    void foldersFilesAndGlobsAreFoundAndEachFileOnce() throws IOException {
        Path a = save("scans/a b.tif", flat8(4, 4, 1));
        Files.writeString(folder.resolve("scans/notes.txt"), "no image");
        Path deep = save("scans/day 1/größe.tif", flat8(4, 4, 1));

        assertThat(
                        FilePairs.find(
                                "data.images",
                                List.of(path("scans"), path("scans/**.tif"), a.toString())))
                .extracting(FilePair::image)
                .containsExactly(a, deep);
        assertThatThrownBy(() -> FilePairs.find("data.images", List.of(path("scans/*.png"))))
                .isInstanceOf(TrainingException.class)
                .hasMessage(
                        "Setting data.images: There is no file that matches "
                                + path("scans/*.png")
                                + "; check the path.");
    }

    @Test
    void partnersHaveTheSameNameWhateverTheExtension() {
        Path noisy = save("noisy/Größe 1.tif", flat8(4, 4, 1));
        Path clean = save("clean/Größe 1.png", flat8(4, 4, 2));
        save("clean/spare.png", flat8(4, 4, 2));
        assertThat(match()).containsExactly(new FilePair(noisy, Optional.of(clean)));
    }

    @Test
    void anImageWithoutPartnerIsNamed() {
        save("noisy/a.tif", flat8(4, 4, 1));
        Path lonely = save("noisy/b.tif", flat8(4, 4, 1));
        save("clean/a.tif", flat8(4, 4, 1));
        assertThatThrownBy(this::match)
                .isInstanceOf(TrainingException.class)
                .hasMessage(
                        "The image "
                                + lonely
                                + " of data.images has no partner of the same name among the 1"
                                + " files of data.targets; add it, or take the image away.");
    }

    @Test
    void twoPossiblePartnersAreNamed() {
        save("noisy/a.tif", flat8(4, 4, 1));
        Path png = save("clean/a.png", flat8(4, 4, 1));
        Path tif = save("clean/a.tif", flat8(4, 4, 1));
        assertThatThrownBy(this::match)
                .hasMessageContaining(png + " and " + tif + " have the same name");
    }
}
