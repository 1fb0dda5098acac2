/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineResetTest {

    private static final Machine MACHINE = new Machine("linux-x86_64");
    private static final EngineVersions VERSIONS = new EngineVersions("2.7.1", "0.35.1");

    @TempDir private Path cache;
    private SystemProperties properties;

    @BeforeEach
    void useAnEmptyHome() {
        properties = new SystemProperties().with("user.home", cache.resolve("home").toString());
    }

    @AfterEach
    void useTheRealHome() {
        properties.close();
    }

    private Path folder(String name) throws IOException {
        Path folder = Files.createDirectories(cache.resolve(name));
        Files.createDirectories(folder.resolve("deeper"));
        Files.writeString(folder.resolve("deeper/file"), "");
        return folder;
    }

    private List<Path> reset() throws IOException {
        return EngineReset.run(cache, MACHINE, VERSIONS);
    }

    @Test
    void whatIsOfThisVersionAndMachineGoesAndAllElseStays() throws IOException {
        List<Path> gone =
                List.of(
                        folder("2.7.1-20250812-cpu-linux-x86_64"),
                        folder("2.7.1-cpu-linux-x86_64"),
                        folder("2.7.1-cu128-linux-x86_64.part"),
                        Files.writeString(cache.resolve("2.7.1.txt"), ""));
        List<Path> kept =
                List.of(
                        folder("2.5.1-cpu-linux-x86_64"),
                        folder("2.7.1-cpu-linux-aarch64"),
                        folder("2.7.10-cpu-linux-x86_64"),
                        folder("tmp12345"),
                        folder("my-2.7.1-cpu-linux-x86_64"));

        assertThat(reset()).containsExactlyInAnyOrderElementsOf(gone);
        assertThat(gone).allSatisfy(path -> assertThat(path).doesNotExist());
        assertThat(kept).allSatisfy(path -> assertThat(path.resolve("deeper/file")).exists());
    }

    @Test
    void aFolderThatTheUserNamesStays() throws IOException {
        Path named = folder("2.7.1-cpu-linux-x86_64");
        try (SystemProperties path =
                new SystemProperties().with("PYTORCH_LIBRARY_PATH", named.toString())) {
            assertThat(reset()).isEmpty();
        }
        assertThat(named.resolve("deeper/file")).exists();
    }

    @Test
    void crashesAreForgotten() throws IOException {
        Path crash = StartMarkerTest.leaveCrash(Path.of("folder"), "was loaded");

        assertThat(reset()).containsExactly(crash);
        assertThat(StartMarker.crashes()).isEmpty();
    }

    @Test
    void whereThereIsNothingNothingIsRemoved() throws IOException {
        assertThat(EngineReset.run(cache.resolve("none"), MACHINE, VERSIONS)).isEmpty();
    }
}
