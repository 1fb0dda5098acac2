/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import ai.djl.util.Utils;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.onemodel.fetch.VerifiedDownload;

/**
 * What would be downloaded, for a user to agree to.
 *
 * @param flavor the build
 * @param classifier system and processor that it is for
 * @param downloads the jar of the libraries, or the list of their gzips; then the jar of the
 *     bindings
 * @param bytes how much comes, -1 if that is not known before
 * @param folder where it is put
 */
public record EngineOffer(
        Flavor flavor,
        String classifier,
        List<VerifiedDownload> downloads,
        long bytes,
        Path folder) {

    private static final String MAVEN = "https://repo1.maven.org/maven2";
    private static final String DJL_SERVER = "https://publish.djl.ai";
    private static final String GROUP = "/ai/djl/pytorch";

    /** Keeps a copy of the list. */
    public EngineOffer {
        downloads = List.copyOf(downloads);
    }

    /**
     * The offer of a build.
     *
     * @param flavor the build
     * @param machine the kind of machine that it is for
     * @param cache the folder that DJL keeps native libraries in
     * @throws EngineProblem if there is none
     */
    static EngineOffer of(Flavor flavor, Machine machine, Path cache) throws EngineProblem {
        List<PublishedBuild> builds = PublishedBuild.forMachine(machine);
        PublishedBuild build =
                builds.stream()
                        .filter(b -> b.flavor().equals(flavor))
                        .findFirst()
                        .orElseThrow(() -> unpublished(flavor, machine, builds));
        Path folder =
                cache.resolve(PublishedBuild.VERSION + "-" + flavor + "-" + machine.classifier());
        return flavor.isCuda() ? ofDjlServer(build, folder) : ofMaven(build, folder);
    }

    private static EngineOffer ofMaven(PublishedBuild build, Path folder) {
        String name = "pytorch-native-" + build.flavor();
        URI jar =
                URI.create(
                        "%s/%s/%s/%2$s-%3$s-%s.jar"
                                .formatted(
                                        maven(), name, PublishedBuild.VERSION, build.classifier()));
        return new EngineOffer(
                build.flavor(),
                build.classifier(),
                List.of(new VerifiedDownload(jar, build.checksum()), binding()),
                build.bytes() + PublishedBuild.BINDING_BYTES,
                folder);
    }

    private static EngineOffer ofDjlServer(PublishedBuild build, Path folder) {
        URI list =
                URI.create(
                        setting("onemodel.engine.djl", DJL_SERVER)
                                + "/pytorch/"
                                + PublishedBuild.VERSION
                                + "/files.txt");
        return new EngineOffer(
                build.flavor(),
                build.classifier(),
                List.of(new VerifiedDownload(list, build.checksum()), binding()),
                -1,
                folder);
    }

    private static VerifiedDownload binding() {
        String version = PublishedBuild.VERSION + "-" + PublishedBuild.DJL;
        return new VerifiedDownload(
                URI.create("%s/pytorch-jni/%s/pytorch-jni-%2$s.jar".formatted(maven(), version)),
                PublishedBuild.BINDING);
    }

    private static String maven() {
        return setting("onemodel.engine.maven", MAVEN) + GROUP;
    }

    private static String setting(String name, String standard) {
        return Utils.getEnvOrSystemProperty(name, standard).replaceAll("/+$", "");
    }

    private static EngineProblem unpublished(
            Flavor flavor, Machine machine, List<PublishedBuild> builds) {
        String there =
                builds.isEmpty()
                        ? "there is none for it; set PYTORCH_LIBRARY_PATH to a PyTorch of your own"
                        : "give one of "
                                + builds.stream()
                                        .map(build -> build.flavor().name())
                                        .collect(Collectors.joining(", "));
        return new EngineProblem(
                EngineProblem.Kind.UNUSABLE,
                "PyTorch "
                        + PublishedBuild.VERSION
                        + " has no build "
                        + flavor
                        + " for "
                        + machine
                        + ": "
                        + there
                        + ".",
                null);
    }

    /**
     * What and how much, as in {@code PyTorch 2.7.1 (cpu) for linux-x86_64, 115.0 MB}.
     *
     * @return words without a verb
     */
    public String title() {
        return "PyTorch %s (%s) for %s, %s"
                .formatted(
                        PublishedBuild.VERSION,
                        flavor,
                        classifier,
                        bytes < 0
                                ? "of a size that the server does not tell before"
                                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6));
    }

    /**
     * Where it comes from.
     *
     * @return the addresses
     */
    public List<String> sources() {
        return downloads.stream().map(download -> download.source().toString()).toList();
    }

    /**
     * What, how much, from where and where to.
     *
     * @return words without a verb
     */
    public String sentence() {
        return title()
                + ", from "
                + String.join(" and ", sources())
                + ", into the folder "
                + folder;
    }
}
