/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.engine.NativeLibrary.Source;

class LibrarySearchTest {

    private static final String MACHINE = Machine.current().classifier();
    private static final NvidiaGpus H100 = new NvidiaGpus(List.of("NVIDIA H100"), "550.54", 124);

    @TempDir private Path folder;
    private SystemProperties properties;
    private JarClassPath jars;

    @BeforeEach
    void useAnEmptyCache() throws IOException {
        properties = new SystemProperties().with("ENGINE_CACHE_DIR", folder.toString());
        jars = new JarClassPath(folder).withDjl();
    }

    @AfterEach
    void useTheRealCache() {
        properties.close();
    }

    private Optional<NativeLibrary> find(NvidiaGpus gpus) throws EngineProblem {
        ClassLoader loader = jars.loader();
        return new LibrarySearch(loader, Machine.current(), EngineVersions.of(loader), () -> gpus)
                .find();
    }

    private Path cached(String name) throws IOException {
        return library(folder.resolve("pytorch").resolve(name + "-" + MACHINE));
    }

    private static Path library(Path place) throws IOException {
        Files.createDirectories(place);
        for (String part : List.of("torch", "torch_cpu", "c10", "c10_cuda")) {
            Files.writeString(place.resolve(System.mapLibraryName(part)), "native code");
        }
        return place;
    }

    @Test
    void whereThereIsNothingItWouldHaveToBeDownloaded() throws IOException {
        Files.createDirectories(folder.resolve("pytorch/2.7.1-cpu-" + MACHINE)); // a broken one
        cached("2.5.1-cpu"); // of another version
        library(folder.resolve("pytorch/2.7.1-cpu-plan9-mips"));

        assertThat(find(NvidiaGpus.NONE)).isEmpty();
    }

    @Test
    void aJarIsFoundWithTheFolderThatItIsUnpackedInto() throws IOException {
        jars.withLibrary("cpu", MACHINE);

        NativeLibrary library = find(NvidiaGpus.NONE).orElseThrow();
        assertThat(library.source()).isEqualTo(Source.CLASS_PATH);
        assertThat(library.version()).isEqualTo("2.7.1");
        assertThat(library.flavor()).isEqualTo(Flavor.CPU);
        assertThat(library.folder())
                .isEqualTo(folder.resolve("pytorch/2.7.1-20250812-cpu-" + MACHINE));
        assertThat(library.from()).contains("pytorch-native.jar");
        assertThat(library.binding()).isFalse();

        jars.withBinding("cpu", MACHINE);
        assertThat(find(NvidiaGpus.NONE).orElseThrow().binding()).isTrue();
    }

    @Test
    void aJarForAnotherSystemDoesNotCount() throws IOException {
        jars.withLibrary("cpu", "plan9-mips");
        assertThat(find(NvidiaGpus.NONE)).isEmpty();
    }

    @Test
    void aDownloadedLibraryIsFound() throws IOException {
        Path cpu = cached("2.7.1-cpu");

        NativeLibrary library = find(NvidiaGpus.NONE).orElseThrow();
        assertThat(library.source()).isEqualTo(Source.CACHE);
        assertThat(library.folder()).isEqualTo(cpu);
        assertThat(library.binding()).isFalse();

        Files.writeString(cpu.resolve("0.35.1-" + System.mapLibraryName("djl_torch")), "native");
        assertThat(find(NvidiaGpus.NONE).orElseThrow().binding()).isTrue();
    }

    @Test
    void theDownloadedBuildForTheGpuComesBeforeTheJarOfTheProcessor() throws IOException {
        jars.withLibrary("cpu", MACHINE);
        Path cuda = cached("2.7.1-cu128");
        cached("2.7.1-cpu");

        assertThat(find(H100).orElseThrow().folder()).isEqualTo(cuda);
        assertThat(find(H100).orElseThrow().flavor()).isEqualTo(new Flavor("cu128"));
        assertThat(find(NvidiaGpus.NONE).orElseThrow().source())
                .as("without a GPU")
                .isEqualTo(Source.CLASS_PATH);
        NvidiaGpus old = new NvidiaGpus(List.of("Tesla K80"), "470.1", 114);
        assertThat(find(old).orElseThrow().source())
                .as("with a driver for CUDA 11.4 only")
                .isEqualTo(Source.CLASS_PATH);
    }

    @Test
    void theNamedFlavorIsTakenOrNothing() throws IOException {
        jars.withLibrary("cpu", MACHINE);
        try (SystemProperties named = new SystemProperties().with("PYTORCH_FLAVOR", "cu128")) {
            assertThat(find(H100)).isEmpty();
            Path cuda = cached("2.7.1-cu128");
            assertThat(find(NvidiaGpus.NONE).orElseThrow().folder()).isEqualTo(cuda);
            named.with("PYTORCH_FLAVOR", "cpu");
            assertThat(find(H100).orElseThrow().source()).isEqualTo(Source.CLASS_PATH);
        }
    }

    @Test
    void aNamedFlavorThatCannotBeIsRefused() {
        try (SystemProperties named = new SystemProperties().with("PYTORCH_FLAVOR", "gpu")) {
            assertThatThrownBy(() -> find(H100))
                    .isInstanceOf(EngineProblem.class)
                    .hasMessageStartingWith(
                            "The variable PYTORCH_FLAVOR is set wrongly: There is no build of"
                                    + " PyTorch named 'gpu'");
        }
    }

    @Test
    void aNamedFolderComesFirstAndSaysItsVersion() throws IOException {
        jars.withLibrary("cpu", MACHINE);
        Path own = library(folder.resolve("libtorch/lib"));
        Files.writeString(folder.resolve("libtorch/build-version"), "2.6.0+cu124\n");
        String path = folder.resolve("nothing") + java.io.File.pathSeparator + own;
        try (SystemProperties named = new SystemProperties().with("PYTORCH_LIBRARY_PATH", path)) {
            NativeLibrary library = find(NvidiaGpus.NONE).orElseThrow();
            assertThat(library.source()).isEqualTo(Source.LIBRARY_PATH);
            assertThat(library.folder()).isEqualTo(own);
            assertThat(library.version()).isEqualTo("2.6.0");
            assertThat(library.flavor()).isEqualTo(new Flavor("cu124"));
            assertThat(library.binding()).as("that of 2.7.1 does not fit").isFalse();
            named.with("PYTORCH_LIBRARY_PATH", folder.resolve("nothing").toString());
            assertThat(find(NvidiaGpus.NONE).orElseThrow().source()).isEqualTo(Source.CLASS_PATH);
        }
    }
}
