/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.util.Utils;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.engine.NativeLoader;
import org.onemodel.engine.PyTorch;

/** PyTorch in Java processes of their own, with a home of their own. */
class EngineCommandTest {

    @TempDir private Path home;

    private List<String> libraries;

    @BeforeEach
    void unpackTheLibraryOnce() throws IOException {
        PyTorch.start();
        libraries =
                List.of(
                        "-Duser.home=" + home,
                        "-DENGINE_CACHE_DIR=" + Utils.getEngineCacheDir(),
                        "-Dai.djl.pytorch.native_helper=" + NativeLoader.class.getName());
    }

    private record Ended(int exitCode, String lines) {}

    private Ended run(List<String> options, Object... arguments) throws Exception {
        List<String> all = new ArrayList<>(libraries);
        all.addAll(options);
        try (ChildProgram program = ChildProgram.startWith(all, arguments)) {
            int exitCode = program.await();
            return new Ended(exitCode, String.join("\n", program.lines()));
        }
    }

    private Path markers() {
        return home.resolve(".onemodel/engine-starting");
    }

    @Test
    void aLibraryThatTookJavaDownIsNotLoadedAgainUntilTheUserSaysSo() throws Exception {
        Ended crash = run(List.of("-Dtest.loading=halt"), "engine", "status");
        assertThat(crash.exitCode()).as(crash.lines()).isEqualTo(NativeLoader.CRASHED);

        Ended status = run(List.of(), "engine", "status");
        assertThat(status.exitCode()).as(status.lines()).isEqualTo(1);
        assertThat(status.lines())
                .contains("crashes: Java ended without a word when PyTorch")
                .contains("devices: \n");

        Ended refused = run(List.of(), "models", "check", "compact-denoise");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.lines())
                .contains("Java ended without a word when PyTorch", "'onemodel engine retry'")
                .doesNotContain("\n");

        Ended retry = run(List.of(), "engine", "retry");
        assertThat(retry.lines()).contains("starts; devices: cpu");
        assertThat(retry.exitCode()).isZero();
        assertThat(run(List.of(), "engine", "status").exitCode()).isZero();
        assertThat(markers()).as("nothing is left").isEmptyDirectory();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC}) // elsewhere a process cannot be asked to end
    void processesDoNotTakeEachOthersStartForACrash() throws Exception {
        List<String> waiting = new ArrayList<>(libraries);
        waiting.add("-Dtest.loading=wait");
        try (ChildProgram first = ChildProgram.startWith(waiting, "engine", "status")) {
            first.awaitLine(NativeLoader.WAITING);
            try (Stream<Path> files = Files.list(markers())) {
                assertThat(files).hasSize(1);
            }

            Ended second = run(List.of(), "engine", "status");
            assertThat(second.exitCode()).as(second.lines()).isZero();
            assertThat(second.lines()).contains("devices: cpu");

            first.end();
            assertThat(markers()).as("who is asked to end leaves no crash").isEmptyDirectory();
        }
    }

    @Test
    void aDamagedLibraryIsToldInOneSentence() throws Exception {
        Path own = Files.createDirectories(home.resolve("own/lib"));
        Files.writeString(home.resolve("own/build-version"), "2.7.1+cpu");
        for (String part : List.of("torch", "torch_cpu", "c10", "djl_torch")) {
            Files.writeString(own.resolve(System.mapLibraryName(part)), "no native code at all");
        }

        Ended status =
                run(List.of("-DPYTORCH_LIBRARY_PATH=" + own), "models", "check", "compact-denoise");

        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.lines())
                .contains("PyTorch 2.7.1 (cpu) in " + own + " has a damaged file: point");
        assertThat(markers()).as("a failure in order is no crash").isEmptyDirectory();
    }

    @Test
    void aBindingThatIsNoneIsTold() throws Exception {
        Path real = PyTorch.loaded().orElseThrow().folder();
        Path own = Files.createDirectories(home.resolve("own/lib"));
        Files.writeString(home.resolve("own/build-version"), "2.7.1+cpu");
        Path other = null;
        try (Stream<Path> files = Files.list(real)) {
            for (Path file : files.toList()) {
                if (!file.toString().contains("djl_torch")) {
                    Files.createSymbolicLink(own.resolve(file.getFileName()), file);
                }
                if (file.endsWith(System.mapLibraryName("c10"))) {
                    other = file;
                }
            }
        }
        Files.copy(other, own.resolve(System.mapLibraryName("djl_torch")));

        Ended status =
                run(List.of("-DPYTORCH_LIBRARY_PATH=" + own), "models", "check", "compact-denoise");

        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.lines())
                .contains("The binding to Java beside PyTorch 2.7.1 (cpu) in " + own)
                .doesNotContain("\n");
    }

    @Test
    void nothingIsDownloadedUnasked() {
        Cli install = Cli.run("engine", "install", "--flavor", "cpu");
        assertThat(install.exitCode()).isEqualTo(1);
        assertThat(install.err())
                .startsWith(
                        "Nothing is downloaded unasked, and nobody can be asked here: add --yes to"
                                + " download PyTorch 2.7.1 (cpu) for ");
    }

    @Test
    void aBuildThatIsNotPublishedIsRefused() {
        Cli install = Cli.run("engine", "install", "--flavor", "cu901", "--yes");
        assertThat(install.exitCode()).isEqualTo(1);
        assertThat(install.err()).contains("has no build cu901 for");
        assertThat(Cli.run("engine", "install", "--flavor", "gpu").err())
                .contains("There is no build of PyTorch named 'gpu'");
    }

    @Test
    void statusTellsWhereTheLibraryComesFromAndWhatSuitsTheMachine() {
        Cli run = Cli.run("engine", "status", "--json");
        JsonObject status = JsonParser.parseString(run.out()).getAsJsonObject();

        assertThat(run.exitCode()).isZero();
        assertThat(status.keySet())
                .contains("version", "flavor", "source", "library", "devices", "wanted", "reason")
                .contains("gpus", "crashes", "advice");
        assertThat(Path.of(status.get("library").getAsString()))
                .isDirectoryContaining("glob:**" + System.mapLibraryName("torch_cpu"));
        assertThat(status.get("devices").getAsJsonArray()).isNotEmpty();
    }
}
