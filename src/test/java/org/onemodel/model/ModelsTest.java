/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.autoencoder.Autoencoder;

class ModelsTest {

    @TempDir Path folder;

    @BeforeEach
    void write() throws IOException {
        try (Autoencoder autoencoder = TinyModel.autoencoder(1)) {
            ModelBundle.write(folder.resolve("tiny"), TinyModel.description(), autoencoder, "");
        }
    }

    @Test
    void aModelIsFoundByItsNameAndByItsPath() throws IOException {
        Models models = Models.in(folder.resolve("nowhere"), folder);
        String path = folder.resolve("tiny").toString();
        assertThat(models.find("tiny").where()).isEqualTo(path);
        assertThat(Models.in().find(path).where()).isEqualTo(path);
    }

    @Test
    void anUnknownModelIsAnsweredWithTheKnownOnes() {
        for (String name : List.of("large", "", "a\0b", "no/such/folder")) {
            assertThatThrownBy(() -> Models.in(folder).find(name))
                    .isInstanceOf(ModelException.class)
                    .hasMessageStartingWith(
                            "There is no model \""
                                    + name.replace('\0', '?')
                                    + "\": give the path of a model bundle or one of these names:"
                                    + " tiny");
        }
    }

    @Test
    void theListHasTheFoldersModelsFirstAndLeavesOutBrokenOnes() throws IOException {
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(broken.resolve("model.json"), "{}");
        Files.createDirectory(folder.resolve("empty"));
        assertThat(Models.in(folder).list())
                .extracting(bundle -> bundle.description().name())
                .startsWith("tiny")
                .hasSize(1 + Models.builtIn().size());
        assertThatThrownBy(() -> Models.in(folder).find("broken"))
                .isInstanceOf(ModelException.class)
                .hasMessage("%s lacks the key name.", broken.resolve("model.json"));
    }

    @Test
    void aFolderMustHaveItsModelsName() throws IOException {
        Files.move(folder.resolve("tiny"), folder.resolve("renamed"));
        assertThatThrownBy(() -> Models.in(folder).find("renamed"))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "%s holds the model tiny: rename it to that.", folder.resolve("renamed"));
    }

    @Test
    void theSystemPropertyNamesAFolder() throws IOException {
        String before = System.getProperty("onemodel.models");
        System.setProperty("onemodel.models", folder.toString());
        try {
            assertThat(Models.standard().find("tiny").where())
                    .isEqualTo(folder.resolve("tiny").toString());
        } finally {
            if (before == null) {
                System.clearProperty("onemodel.models");
            } else {
                System.setProperty("onemodel.models", before);
            }
        }
    }

    @Test
    void theIndexNamesTheFoldersOfTheDefaultModels() throws IOException {
        try (Stream<Path> models = Files.list(Path.of("models"))) {
            List<String> folders =
                    models.filter(Files::isDirectory)
                            .map(model -> model.getFileName().toString())
                            .sorted()
                            .toList();
            assertThat(Models.builtIn())
                    .as("models/index.txt: a jar's folders cannot be listed")
                    .isEqualTo(folders);
        }
    }

    @Test
    void theDefaultModelsInTheJarAreWhole() throws IOException {
        for (String name : Models.builtIn()) {
            Models.in().find(name).check();
        }
    }
}
