/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir Path folder;
    private Path old;

    @BeforeEach
    void writeTheOldFile() throws IOException {
        old = folder.resolve("old.txt");
        Files.writeString(old, "old");
    }

    @Test
    void theFileIsReplacedInOneStep() throws IOException {
        new WholeFile(old)
                .write(
                        temporary -> {
                            Files.writeString(temporary, "new");
                            assertThat(temporary).hasSameFileSystemAs(old);
                            assertThat(temporary.toString()).endsWith(".txt");
                            assertThat(old).hasContent("old");
                        });
        assertThat(old).hasContent("new");
        assertThat(folder.toFile().list()).containsExactly("old.txt");
    }

    @Test
    void aFailedWriteLeavesTheOldFile() throws IOException {
        WholeFile file = new WholeFile(old);
        assertThatThrownBy(
                        () ->
                                file.write(
                                        temporary -> {
                                            Files.writeString(temporary, "half");
                                            throw new IOException("The disk is full.");
                                        }))
                .isInstanceOf(IOException.class)
                .hasMessage("The disk is full.");
        assertThat(old).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("old.txt");
    }

    @Test
    void aFolderThatIsMissingIsNamedBeforeTheWork() {
        Path file = folder.resolve("missing").resolve("new.txt");
        assertThatThrownBy(() -> new WholeFile(file))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        file
                                + " can't be written: "
                                + file.getParent()
                                + " is not a folder; make it first.");
    }

    @Test
    void aFolderIsNotReplaced() {
        assertThatThrownBy(() -> new WholeFile(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + " is a folder; give the path of a file to write.");
    }
}
