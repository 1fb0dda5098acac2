/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.fetch.Checksum;

class ModelLibraryTest {

    private static final String GOLDEN = "/golden/stylegan2_generator.pt";
    private static final String BUILT_IN = "compact-denoise";

    @TempDir private Path folder;
    private Path own;
    private Path others;
    private Path bundle;
    private ModelLibrary library;

    @BeforeEach
    void writeABundle() throws IOException {
        own = folder.resolve("own");
        others = folder.resolve("others");
        bundle = folder.resolve("somewhere").resolve("any name");
        try (Autoencoder autoencoder = TinyModel.autoencoder(1)) {
            ModelBundle.write(bundle, TinyModel.description(), autoencoder, "# Tiny\n");
        }
        Files.writeString(bundle.resolve("LICENSE"), "CC0");
        library = new ModelLibrary(Models.in(others, own), own);
    }

    private Path zip() throws IOException {
        Path zip = folder.resolve("any.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream files = new ZipOutputStream(out);
                Stream<Path> all = Files.list(bundle)) {
            for (Path file : all.toList()) {
                files.putNextEntry(new ZipEntry("tiny/" + file.getFileName()));
                Files.copy(file, files);
            }
        }
        return zip;
    }

    private Path checkpoint() throws IOException {
        Path file = folder.resolve("a generator (2).pt");
        try (InputStream in = getClass().getResourceAsStream(GOLDEN)) {
            Files.copy(in, file);
        }
        return file;
    }

    private List<String> names() throws IOException {
        return library.list().stream().map(InstalledModel::name).toList();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aBundleIsAddedUnderItsOwnNameWithAllItsFiles() throws IOException {
        InstalledModel model = library.add(bundle, "", false);

        assertThat(model.name()).isEqualTo("tiny");
        assertThat(model.where()).isEqualTo(own.resolve("tiny").toString());
        assertThat(model.removable()).isTrue();
        assertThat(model.card()).isEqualTo("# Tiny\n");
        assertThat(model.bytes())
                .isGreaterThan(Files.size(own.resolve("tiny/weights.safetensors")));
        assertThat(files(own)).as("nothing else is left").containsExactly("tiny");
        assertThat(files(own.resolve("tiny")))
                .containsExactly("LICENSE", "README.md", "model.json", "weights.safetensors");
        assertThat(names()).containsExactly("tiny", BUILT_IN);
    }

    @Test
    void aZipIsAddedAsItIs() throws IOException {
        Path zip = zip();
        InstalledModel model = library.add(zip, "tiny", false);

        assertThat(model.where()).isEqualTo(own.resolve("tiny.zip").toString());
        assertThat(model.bytes()).isEqualTo(Files.size(zip));
        assertThat(own.resolve("tiny.zip")).hasSameBinaryContentAs(zip);
    }

    @Test
    void aCheckpointIsImportedUnderTheNameOfItsFileOrAnother() throws IOException {
        Path file = checkpoint();

        assertThat(library.add(file, "", false).name()).isEqualTo("a-generator-2-");
        assertThat(library.add(file, "faces", false).task()).isEqualTo(Task.GENERATE);
        assertThat(names()).containsExactly("a-generator-2-", "faces", BUILT_IN);
    }

    @Test
    void aModelOfTheSameNameIsReplacedOnlyIfThatIsWanted() throws IOException {
        library.add(bundle, "", false);
        assertThatThrownBy(() -> library.add(zip(), "", false))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "There is a model tiny in %s already; give another name, or remove that"
                                + " first.",
                        own);

        library.add(zip(), "", true);
        assertThat(files(own)).as("the folder is gone").containsExactly("tiny.zip");
        library.add(bundle, "", true);
        assertThat(files(own)).as("the zip is gone").containsExactly("tiny");
    }

    @Test
    void noModelHidesOneOfAnotherPlace() throws IOException {
        Files.createDirectories(others);
        try (Autoencoder autoencoder = TinyModel.autoencoder(2)) {
            ModelBundle.write(others.resolve("tiny"), TinyModel.description(), autoencoder, "");
        }
        assertThatThrownBy(() -> library.add(bundle, "", true))
                .hasMessageContaining("already, which is not of your own folder");
        assertThatThrownBy(() -> library.add(checkpoint(), BUILT_IN, true))
                .hasMessageContaining("already, which is not of your own folder");
    }

    @Test
    void aBundleKeepsItsName() {
        assertThatThrownBy(() -> library.add(bundle, "large", false))
                .hasMessage(
                        bundle
                                + " holds the model tiny, which keeps its name; leave the name out.");
    }

    @Test
    void aDamagedModelIsNotAdded() throws IOException {
        try (RandomAccessFile weights =
                new RandomAccessFile(bundle.resolve("weights.safetensors").toFile(), "rw")) {
            weights.seek(weights.length() - 1);
            weights.write(weights.read() ^ 1);
        }
        assertThatThrownBy(() -> library.add(bundle, "", false))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("SHA-256");
        assertThat(files(own)).isEmpty();
    }

    @Test
    void whatIsNoModelIsRefusedInOneSentence() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no model");
        assertThatThrownBy(() -> library.add(text, "", false)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> library.add(folder.resolve("none.pt"), "", false))
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> library.add(text, "../evil", false))
                .hasMessageContaining("letters, digits, dots, hyphens and underscores only");
        assertThat(files(own)).isEmpty();
    }

    @Test
    void onlyTheUsersOwnModelsAreRemoved() throws IOException {
        library.add(bundle, "", false);

        assertThat(library.remove("tiny")).containsExactly(own.resolve("tiny"));
        assertThat(files(own)).isEmpty();
        assertThat(names()).containsExactly(BUILT_IN);
        assertThatThrownBy(() -> library.remove(BUILT_IN))
                .hasMessageContaining("is built in, or of another folder than " + own);
        for (String name : List.of("tiny", "", "..", "../somewhere/any name")) {
            assertThatThrownBy(() -> library.remove(name))
                    .hasMessageContaining("nothing was removed");
        }
        assertThat(bundle).isNotEmptyDirectory();
    }

    @Test
    void aModelThatCannotBeOpenedCanBeRemoved() throws IOException {
        library.add(bundle, "", false);
        Files.writeString(own.resolve("tiny/model.json"), "{}");
        assertThat(names()).containsExactly(BUILT_IN);

        library.remove("tiny");
        assertThat(files(own)).isEmpty();
    }

    @Test
    void theBuiltInModelIsListedWithItsSizeAndStays() throws IOException {
        InstalledModel model = library.list().get(0);

        assertThat(model.name()).isEqualTo(BUILT_IN);
        assertThat(model.removable()).isFalse();
        assertThat(model.bytes()).isBetween(13_000_000L, 15_000_000L);
        assertThat(model.licence()).isNotBlank();
    }

    @Test
    void checkingTellsTheChecksumOfTheWeights() throws IOException {
        library.add(bundle, "", false);
        assertThat(library.check("tiny"))
                .isEqualTo(Checksum.of(own.resolve("tiny/weights.safetensors")));
        assertThatThrownBy(() -> library.check("none")).hasMessageContaining("There is no model");
    }
}
