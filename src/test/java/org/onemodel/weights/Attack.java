/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.onemodel.model.Importer;

/** Gives hostile files to the importer, as a user does who was sent one. */
final class Attack {

    private final Path folder;
    private final Path bundles;

    /**
     * @param folder where the files and the bundles go, empty
     */
    Attack(Path folder) throws IOException {
        this.folder = folder;
        this.bundles = Files.createDirectory(folder.resolve("bundles"));
    }

    /** A place for a hostile file. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes bytes where a user would have a checkpoint. */
    Path file(byte[] bytes) throws IOException {
        return Files.write(file("hostile.pt"), bytes);
    }

    /** Writes a pickle into a checkpoint of the zip format without storages. */
    Path pickle(byte[] pickle) throws IOException {
        return file(new ZipBytes().part("archive/data.pkl", pickle).bytes());
    }

    /**
     * Fails unless the file is refused in one sentence that says this, at a bounded cost, with
     * nothing written.
     *
     * @param words a part of the sentence
     */
    void assertRefused(Path file, String words) throws IOException {
        Path bundle = bundles.resolve("model");
        Outcome outcome = Outcome.of(() -> Importer.importFile(file, bundle));
        outcome.assertRefused(file, words);
        assertThat(outcome.failure()).hasMessageContaining(words);
        try (Stream<Path> written = Files.list(bundles)) {
            assertThat(written).as("files written: %s", words).isEmpty();
        }
    }

    /** Fails unless the file is imported; what is whole must be, or the refusals prove nothing. */
    void assertImported(Path file) throws IOException {
        Path bundle = folder.resolve("imported");
        Importer.importFile(file, bundle);
        assertThat(bundle.resolve("model.json")).exists();
    }
}
