/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.onemodel.engine.NativeLibrary.Source;

class EngineReportTest {

    private static final NvidiaGpus RTX =
            new NvidiaGpus(List.of("NVIDIA GeForce RTX 4090"), "570.1", 128);
    private static final Path FOLDER = Path.of("no", "such", "folder").toAbsolutePath();

    private static NativeLibrary library(String flavor, boolean binding) {
        return new NativeLibrary(
                Source.CACHE, "2.7.1", new Flavor(flavor), FOLDER, FOLDER.toString(), binding);
    }

    private static EngineReport report(
            String machine, NativeLibrary library, NvidiaGpus gpus, Crash... crashes) {
        return new EngineReport(
                machine,
                "2.7.1",
                WantedBuild.of(Optional.empty(), new Machine(machine), gpus),
                Optional.ofNullable(library),
                gpus,
                List.of(crashes),
                List.of());
    }

    @Test
    void allIsWellWithTheBuildThatSuitsTheMachine() {
        assertThat(report("linux-x86_64", library("cpu", true), NvidiaGpus.NONE).advice())
                .isEmpty();
        assertThat(report("linux-x86_64", library("cu128", true), RTX).advice()).isEmpty();
    }

    @Test
    void aGpuThatIsNotUsedIsTold() {
        assertThat(report("linux-x86_64", library("cpu", true), RTX).advice())
                .containsExactly(
                        "The GPU NVIDIA GeForce RTX 4090 is not used, as PyTorch is a build for the"
                                + " processor only (cpu): 'onemodel engine install --flavor cu128'"
                                + " (in ImageJ, OneModel Engine...) fetches the one for it.");
    }

    @Test
    void aGpuThatNoBuildRunsOnIsTold() {
        NvidiaGpus old = new NvidiaGpus(List.of("Tesla K80"), "470.1", 114);
        assertThat(report("linux-x86_64", library("cpu", true), old).advice())
                .singleElement()
                .asString()
                .contains("Tesla K80 is not used", "update NVIDIA's driver");
        assertThat(report("linux-aarch64", library("cpu", true), RTX).advice())
                .singleElement()
                .asString()
                .contains("no published build runs on linux-aarch64");
    }

    @Test
    void aBuildForGpusWithoutAnyIsTold() {
        assertThat(report("linux-x86_64", library("cu128", true), NvidiaGpus.NONE).advice())
                .singleElement()
                .asString()
                .contains("the driver reports none: it computes on the processor");
    }

    @Test
    void aMissingLibraryIsAProblemThatNamesWhatToRun() {
        EngineReport report = report("win-x86_64", null, RTX);
        EngineProblem problem = report.problem().orElseThrow();
        assertThat(problem.kind()).isEqualTo(EngineProblem.Kind.MISSING);
        assertThat(problem)
                .hasMessage(
                        "PyTorch, which computes, is not installed: 'onemodel engine install"
                                + " --flavor cu128' (in ImageJ, OneModel Engine...) fetches it.");
    }

    @Test
    void aMissingLibraryOfAnotherVersionIsNotOffered() {
        EngineReport report =
                new EngineReport(
                        "linux-x86_64",
                        "2.5.1",
                        WantedBuild.of(
                                Optional.empty(), new Machine("linux-x86_64"), NvidiaGpus.NONE),
                        Optional.empty(),
                        NvidiaGpus.NONE,
                        List.of(),
                        List.of());
        assertThat(report.problem().orElseThrow())
                .hasMessage(
                        "There is no PyTorch 2.5.1, which PYTORCH_VERSION names, and OneModel"
                                + " downloads 2.7.1 only: unset that variable, or set"
                                + " PYTORCH_LIBRARY_PATH to a folder with that version.");
    }

    @Test
    void aMissingBindingIsAProblem() {
        assertThat(
                        report("linux-x86_64", library("cpu", false), NvidiaGpus.NONE)
                                .problem()
                                .orElseThrow())
                .hasMessageContaining("has no binding to Java");
    }

    @Test
    void aCrashOfTheSameLibraryKeepsItFromStarting() {
        Crash crash = crash(FOLDER);
        EngineReport report = report("linux-x86_64", library("cpu", true), NvidiaGpus.NONE, crash);
        EngineProblem problem = report.problem().orElseThrow();
        assertThat(problem.kind()).isEqualTo(EngineProblem.Kind.CRASHED);
        assertThat(problem)
                .hasMessageContaining("Java ended without a word when PyTorch 2.7.1 (cpu) in")
                .hasMessageContaining("was loaded on 2026-")
                .hasMessageContaining(
                        "'onemodel engine retry' (in ImageJ, OneModel Engine...) tries again");
        assertThat(report.crash()).contains(crash);
    }

    @Test
    void aCrashOfAnotherLibraryDoesNot() {
        Crash crash = crash(FOLDER.resolveSibling("other"));
        assertThat(report("linux-x86_64", library("cpu", true), NvidiaGpus.NONE, crash).problem())
                .isEmpty();
    }

    private static Crash crash(Path folder) {
        return new Crash(
                "2.7.1",
                "cpu",
                folder,
                "was loaded",
                Instant.parse("2026-05-06T12:00:00Z"),
                Path.of("no-report.log"));
    }

    @Test
    void theBuildForTheGpuIsWantedWhereOneIsPublished() {
        assertThat(WantedBuild.of(Optional.empty(), new Machine("linux-x86_64"), RTX))
                .isEqualTo(
                        new WantedBuild(
                                new Flavor("cu128"),
                                "NVIDIA GeForce RTX 4090, driver 570.1, CUDA 12.8"));
        assertThat(
                        WantedBuild.of(Optional.of(Flavor.CPU), new Machine("linux-x86_64"), RTX)
                                .reason())
                .isEqualTo("PYTORCH_FLAVOR");
    }
}
