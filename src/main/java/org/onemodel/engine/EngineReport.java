/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of PyTorch without starting it.
 *
 * @param machine system and processor, such as {@code linux-x86_64}
 * @param version the version of PyTorch that OneModel is made for
 * @param wanted the build that suits this machine
 * @param library the native library that it starts with, or nothing if there is none
 * @param gpus what NVIDIA's driver reports
 * @param crashes native libraries that took a Java down on this machine
 * @param notes what else a user should know, one sentence each
 */
public record EngineReport(
        String machine,
        String version,
        WantedBuild wanted,
        Optional<NativeLibrary> library,
        NvidiaGpus gpus,
        List<Crash> crashes,
        List<String> notes) {

    /** Keeps copies of the lists. */
    public EngineReport {
        crashes = List.copyOf(crashes);
        notes = List.copyOf(notes);
    }

    /**
     * Why it cannot be started.
     *
     * @return what is wrong and what to do, or nothing if it can
     */
    public Optional<EngineProblem> problem() {
        if (library.isEmpty()) {
            return Optional.of(missing());
        }
        NativeLibrary found = library.get();
        Optional<Crash> last = crash();
        if (last.isPresent()) {
            return Optional.of(
                    new EngineProblem(
                            EngineProblem.Kind.CRASHED,
                            last.get().sentence()
                                    + " It is not loaded again until you say so: "
                                    + Advice.RETRY
                                    + " tries again, "
                                    + Advice.RESET
                                    + " removes what was downloaded.",
                            null));
        }
        List<String> lacking = found.missingFiles();
        if (!lacking.isEmpty()) {
            return unusable(
                    found + " is not whole, it lacks " + String.join(", ", lacking) + ": ",
                    found.source() == NativeLibrary.Source.LIBRARY_PATH
                            ? "correct or unset PYTORCH_LIBRARY_PATH."
                            : Advice.RESET
                                    + " removes it, "
                                    + Advice.install(found.flavor())
                                    + " fetches it again.");
        }
        if (!found.binding()) {
            return unusable(
                    found + " has no binding to Java of its version and build: ",
                    found.source() == NativeLibrary.Source.LIBRARY_PATH
                            ? "point PYTORCH_LIBRARY_PATH to PyTorch "
                                    + version
                                    + " and set PYTORCH_FLAVOR to its build, or unset both."
                            : Advice.install(found.flavor()) + " fetches it.");
        }
        return Optional.empty();
    }

    /**
     * The crash that keeps it from starting.
     *
     * @return that of the library that would be loaded, or nothing if there was none
     */
    public Optional<Crash> crash() {
        return library.flatMap(found -> crashes.stream().filter(c -> c.isOf(found)).findFirst());
    }

    private EngineProblem missing() {
        if (!version.equals(PublishedBuild.VERSION)) {
            return new EngineProblem(
                    EngineProblem.Kind.UNUSABLE,
                    "There is no PyTorch "
                            + version
                            + ", which PYTORCH_VERSION names, and OneModel downloads "
                            + PublishedBuild.VERSION
                            + " only: unset that variable, or set PYTORCH_LIBRARY_PATH to a folder"
                            + " with that version.",
                    null);
        }
        boolean named = wanted.reason().equals("PYTORCH_FLAVOR");
        return new EngineProblem(
                EngineProblem.Kind.MISSING,
                named
                        ? "There is no PyTorch of the build "
                                + wanted.flavor()
                                + ", which PYTORCH_FLAVOR names: "
                                + Advice.install(wanted.flavor())
                                + " fetches it, or unset the variable."
                        : "PyTorch, which computes, is not installed: "
                                + Advice.install(wanted.flavor())
                                + " fetches it.",
                null);
    }

    private static Optional<EngineProblem> unusable(String what, String toDo) {
        return Optional.of(new EngineProblem(EngineProblem.Kind.UNUSABLE, what + toDo, null));
    }

    /**
     * All that a user should know: what keeps it from starting, GPUs that it does not use, and the
     * notes.
     *
     * @return one sentence each; none if all is well
     */
    public List<String> advice() {
        List<String> advice = new ArrayList<>();
        problem().ifPresent(problem -> advice.add(problem.getMessage()));
        unusedGpu().ifPresent(advice::add);
        advice.addAll(notes);
        return advice;
    }

    /**
     * A GPU that PyTorch does not use.
     *
     * @return what to do for it, in one sentence; nothing if there is none, or none is wanted
     */
    public Optional<String> unusedGpu() {
        return library.flatMap(this::unusedGpu);
    }

    private Optional<String> unusedGpu(NativeLibrary found) {
        if (found.flavor().isCuda()) {
            return gpus.isEmpty()
                    ? Optional.of(
                            "PyTorch is a build for NVIDIA GPUs ("
                                    + found.flavor()
                                    + "), but the driver reports none: it computes on the"
                                    + " processor.")
                    : Optional.empty();
        }
        boolean asWished = wanted.reason().equals("PYTORCH_FLAVOR");
        if (gpus.isEmpty() || asWished) {
            return Optional.empty();
        }
        String unused =
                "The GPU "
                        + gpus.names().get(0)
                        + " is not used, as PyTorch is a build for the processor only ("
                        + found.flavor()
                        + "): ";
        return Optional.of(
                wanted.flavor().isCuda()
                        ? unused + Advice.install(wanted.flavor()) + " fetches the one for it."
                        : unused
                                + "no published build runs on "
                                + machine
                                + " with driver "
                                + gpus.driver()
                                + "; update NVIDIA's driver, or set PYTORCH_LIBRARY_PATH to a"
                                + " PyTorch that does.");
    }
}
