/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which libraries of a host OneModel uses, and whether they do. A library that the host has is
 * never put a second time; whether the host's has all that OneModel needs is read from the compiled
 * code. DJL and PyTorch have to be of one version, the one that OneModel is built with.
 */
final class HostLibraries {

    /** A jar that holds this share of a library's classes carries the library. */
    private static final double CARRIED = 0.1;

    /** These start in a terminal, with their own class path. */
    private static final List<String> NOT_IN_THE_HOST =
            List.of("org/onemodel/cli/", "org/onemodel/install/");

    private static final String IMAGEJ = "ij/";
    private static final String DJL = "ai/djl/";
    private static final String DJL_API = "api";
    private static final String NATIVE = "native/lib/pytorch.properties";
    private static final String JNI = "jnilib/pytorch.properties";

    private final Host host;
    private final List<JarContent> hostJars;
    private final Map<Part, JarContent> libraries = new LinkedHashMap<>();
    private final Map<JarContent, List<JarContent>> used = new LinkedHashMap<>();
    private final Set<Part> leftOut = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Compares a distribution with a host.
     *
     * @param distribution what is to be installed
     * @param host the host
     * @param hostJars its jars, without those of OneModel
     * @throws IOException if a jar cannot be read
     */
    HostLibraries(Distribution distribution, Host host, List<JarContent> hostJars)
            throws IOException {
        this.host = host;
        this.hostJars = hostJars;
        List<JarContent> plugin = new ArrayList<>();
        for (Part part : distribution.parts()) {
            if (part.kind() == PartKind.PLUGIN) {
                plugin.add(JarContent.read(part.source()));
            } else if (part.kind() == PartKind.LIBRARY || part.kind() == PartKind.ENGINE) {
                libraries.put(part, JarContent.read(part.source()));
            }
        }
        libraries.forEach(this::chooseOne);
        leaveLoggingToTheHost();
        refuseOtherEngines();
        checkUsed(plugin);
        noteEnginesOfOthers();
        checkJava();
    }

    /**
     * What is not put.
     *
     * @return libraries that the host has, or has no use for
     */
    Set<Part> leftOut() {
        return leftOut;
    }

    /**
     * What was found.
     *
     * @return what is used, what may matter, what stands in the way
     */
    List<Finding> findings() {
        return findings;
    }

    private void chooseOne(Part part, JarContent library) {
        List<JarContent> same =
                hostJars.stream()
                        .filter(jar -> isSameLibrary(jar, library))
                        .collect(Collectors.toCollection(ArrayList::new));
        if (!same.isEmpty()) {
            leftOut.add(part);
            used.put(library, same);
        } else if (part.kind() == PartKind.ENGINE && !NativeSystem.current().fits(part.name())) {
            leftOut.add(part);
            add(
                    Finding.Kind.NOTE,
                    part.source(),
                    library,
                    library.version(),
                    part.name() + " is for another system and was left out.");
        }
    }

    private static boolean isSameLibrary(JarContent jar, JarContent library) {
        return isEngine(library)
                ? isEngine(jar)
                : jar.artifact().equals(library.artifact()) && jar.shareOf(library) >= CARRIED;
    }

    private static boolean isEngine(JarContent jar) {
        return jar.entries().contains(NATIVE);
    }

    /** Two that write logs are one too many, and Fiji has its own. */
    private void leaveLoggingToTheHost() {
        boolean hostLogs =
                host.kind() == HostKind.FIJI
                        || hostJars.stream().anyMatch(JarContent::isSlf4jProvider)
                        || used.keySet().stream()
                                .anyMatch(library -> library.artifact().equals("slf4j-api"));
        libraries.forEach(
                (part, library) -> {
                    if (hostLogs && library.isSlf4jProvider()) {
                        leftOut.add(part);
                    }
                });
    }

    private void refuseOtherEngines() {
        for (JarContent library : libraries.values()) {
            if (library.entries().contains(JNI)) { // PyTorch's version and DJL's
                String pyTorch = library.version().replaceFirst("-.*", "");
                refuseOthers(HostLibraries::isEngine, "PyTorch", library, pyTorch);
                refuseOthers(
                        jar -> jar.entries().contains(JNI),
                        "DJL's bridge to PyTorch",
                        library,
                        library.version());
            } else if (library.artifact().equals(DJL_API)) {
                refuseOthers(jar -> jar.holds(DJL), "DJL", library, library.version());
            }
        }
    }

    private void refuseOthers(
            Predicate<JarContent> isKind, String name, JarContent ours, String needed) {
        for (JarContent jar : hostJars) {
            if (isKind.test(jar) && !jar.version().equals(needed)) {
                findings.add(
                        new Finding(
                                Finding.Kind.OBSTACLE,
                                relative(jar),
                                ours.artifact(),
                                jar.version(),
                                needed,
                                relative(jar)
                                        + " brings "
                                        + (name + " " + jar.version()).strip()
                                        + " for another plugin, but OneModel needs "
                                        + needed
                                        + ", and only one of them can be loaded: install OneModel"
                                        + " into a copy of "
                                        + host.kind().title()
                                        + " without that plugin."));
                used.values().forEach(jars -> jars.remove(jar));
            }
        }
    }

    private void checkUsed(List<JarContent> plugin) throws IOException {
        List<JarContent> users = new ArrayList<>(plugin);
        libraries.forEach(
                (part, library) -> {
                    if (!leftOut.contains(part)) {
                        users.add(library);
                    }
                });
        LinkCheck check =
                new LinkCheck(users, name -> NOT_IN_THE_HOST.stream().noneMatch(name::startsWith));
        checkImageJ(check);
        for (Map.Entry<JarContent, List<JarContent>> entry : used.entrySet()) {
            checkLibrary(check, entry.getKey(), entry.getValue());
        }
        for (JarContent library : libraries.values()) {
            noteCopies(check, library);
        }
    }

    private void checkImageJ(LinkCheck check) throws IOException {
        for (JarContent jar : hostJars) {
            if (!jar.entries().contains("ij/IJ")) {
                continue;
            }
            List<String> missing = check.missing(jar, name -> name.startsWith(IMAGEJ));
            if (!missing.isEmpty()) {
                findings.add(
                        new Finding(
                                Finding.Kind.OBSTACLE,
                                relative(jar),
                                "ij",
                                jar.version(),
                                "",
                                relative(jar)
                                        + " is too old for OneModel: it lacks "
                                        + list(missing)
                                        + "; update with Help > Update ImageJ... (in Fiji Help >"
                                        + " Update...) and install again."));
            }
        }
    }

    private void checkLibrary(LinkCheck check, JarContent library, List<JarContent> jars)
            throws IOException {
        boolean isAnyGood = false;
        List<Finding> bad = new ArrayList<>();
        for (JarContent jar : jars) {
            List<String> missing = check.missing(jar, library.entries()::contains);
            if (missing.isEmpty()) {
                isAnyGood = true;
                add(
                        Finding.Kind.USED,
                        jar.file(),
                        library,
                        jar.version(),
                        "The host's " + jar.label() + " (" + relative(jar) + ") is used.");
            } else {
                bad.add(unfit(jar, library, missing));
            }
        }
        for (Finding finding : bad) {
            Finding.Kind kind = isAnyGood ? Finding.Kind.NOTE : Finding.Kind.OBSTACLE;
            findings.add(
                    new Finding(
                            kind,
                            finding.jar(),
                            finding.library(),
                            finding.found(),
                            finding.built(),
                            finding.sentence()));
        }
    }

    private Finding unfit(JarContent jar, JarContent library, List<String> missing) {
        return new Finding(
                Finding.Kind.OBSTACLE,
                relative(jar),
                library.artifact(),
                jar.version(),
                library.version(),
                relative(jar)
                        + " ("
                        + jar.label()
                        + ") can't be used by OneModel, which is built with "
                        + library.version()
                        + ": it lacks "
                        + list(missing)
                        + "; "
                        + (host.kind() == HostKind.FIJI
                                ? "update Fiji with Help > Update..., or, if Fiji did not bring"
                                        + " this jar, update the plugin that did"
                                : "update the plugin that brought this jar, or put version "
                                        + library.version()
                                        + " in its place")
                        + ", and install again.");
    }

    /** Copies of libraries inside of other jars: which is loaded depends on the order of jars. */
    private void noteCopies(LinkCheck check, JarContent library) throws IOException {
        for (JarContent jar : hostJars) {
            if (isSameLibrary(jar, library)
                    || library.entries().isEmpty()
                    || isEngine(library)
                    || jar.holds(DJL)
                    || jar.shareOf(library) < CARRIED) {
                continue;
            }
            List<String> missing =
                    check.missing(
                            jar,
                            name ->
                                    library.entries().contains(name)
                                            && jar.entries().contains(name));
            if (!missing.isEmpty()) {
                String version = jar.versionOf(library.artifact());
                add(
                        Finding.Kind.NOTE,
                        jar.file(),
                        library,
                        version,
                        relative(jar)
                                + " holds a copy of "
                                + (library.artifact() + " " + version).strip()
                                + " that lacks "
                                + list(missing)
                                + "; if OneModel stops with NoSuchMethodError or"
                                + " NoClassDefFoundError, update or remove the plugin that brought"
                                + " this jar.");
            }
        }
    }

    /** DeepImageJ and others that use JDLL keep engines beside Fiji's jars, with own loaders. */
    private void noteEnginesOfOthers() throws IOException {
        Path engines = host.root().resolve("engines");
        if (!Files.isDirectory(engines)) {
            return;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(engines, "*[Pp]y[Tt]orch*")) {
            for (Path folder : folders) {
                String name = HostJars.relative(host.root(), folder);
                findings.add(
                        new Finding(
                                Finding.Kind.NOTE,
                                name,
                                "pytorch",
                                "",
                                "",
                                name
                                        + " is a PyTorch of other plugins (DeepImageJ, JDLL);"
                                        + " whether it and OneModel's work in one session was not"
                                        + " tried: if the second of them fails, restart "
                                        + host.kind().title()
                                        + " between them."));
            }
        }
    }

    private void checkJava() throws IOException {
        Optional<HostJava> java = HostJava.of(host);
        if (java.isPresent() && java.get().major() < HostJava.NEEDED) {
            String home = HostJars.relative(host.root(), java.get().home());
            findings.add(
                    new Finding(
                            Finding.Kind.OBSTACLE,
                            home,
                            "java",
                            java.get().version(),
                            String.valueOf(HostJava.NEEDED),
                            "This "
                                    + host.kind().title()
                                    + " comes with Java "
                                    + java.get().version()
                                    + " ("
                                    + home
                                    + "), but OneModel needs Java "
                                    + HostJava.NEEDED
                                    + " or newer: get a current one from "
                                    + (host.kind() == HostKind.FIJI
                                            ? "https://fiji.sc"
                                            : "https://imagej.net/ij")
                                    + ", or start this one with a newer Java and install with"
                                    + " --force."));
        }
    }

    private void add(
            Finding.Kind kind, Path jar, JarContent library, String found, String sentence) {
        String path = jar.startsWith(host.root()) ? HostJars.relative(host.root(), jar) : "";
        findings.add(
                new Finding(kind, path, library.artifact(), found, library.version(), sentence));
    }

    private String relative(JarContent jar) {
        return HostJars.relative(host.root(), jar.file());
    }

    private static String list(List<String> missing) {
        int shown = 2;
        String first = missing.stream().limit(shown).collect(Collectors.joining(", "));
        int more = missing.size() - shown;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
