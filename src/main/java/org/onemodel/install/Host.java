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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An ImageJ or a Fiji on disk.
 *
 * @param kind which of the two
 * @param root the folder that has {@code plugins}, and {@code jars} in Fiji; a real path, without
 *     links
 */
public record Host(HostKind kind, Path root) {

    /** Where ImageJ's own jar lies: beside plugins, or in the application of macOS. */
    private static final List<String> IMAGEJ_JARS =
            List.of(
                    "ij.jar",
                    "ImageJ.app/Contents/Java/ij.jar",
                    "ImageJ.app/Contents/Resources/Java/ij.jar");

    /** Folders that people take for the one that holds them. */
    private static final Set<String> PARTS_OF_A_HOST = Set.of("plugins", "jars", "macros");

    /** A host of another name inside of a folder is not guessed to be meant. */
    private static final String USUAL_NAME = "(?i)(fiji|imagej).*";

    /**
     * Finds the host in a folder that a user gave: the folder itself, the one that it is a part of
     * (an application of macOS, {@code plugins}), or the only one inside that has a usual name.
     *
     * @param folder the folder
     * @return the host
     * @throws InstallException if it is none, or holds several
     * @throws IOException if it cannot be read
     */
    public static Host find(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            throw new InstallException("There is no folder " + folder + "; check the path.");
        }
        if (!Files.isDirectory(folder)) {
            throw new InstallException(
                    folder + " is not a folder; give the folder of ImageJ or Fiji.");
        }
        Path real = folder.toRealPath();
        Optional<Host> here = at(real).or(() -> holderOf(real));
        if (here.isPresent()) {
            return here.get();
        }
        List<Host> inside = inside(real);
        if (inside.size() == 1) {
            return inside.get(0);
        }
        if (inside.size() > 1) {
            throw new InstallException(
                    folder
                            + " holds several: "
                            + inside.stream()
                                    .map(host -> host.root().getFileName().toString())
                                    .collect(Collectors.joining(", "))
                            + "; give the folder of one of them.");
        }
        throw new InstallException(
                folder
                        + " is neither Fiji (jars/imagej-legacy-*.jar) nor ImageJ (ij.jar and"
                        + " plugins/); give the folder of one of these.");
    }

    private static Optional<Host> at(Path folder) {
        if (hasJar(folder.resolve("jars"), "imagej-legacy")) {
            return Optional.of(new Host(HostKind.FIJI, folder));
        }
        boolean plain =
                hasJar(folder, "ij")
                        || IMAGEJ_JARS.stream()
                                .anyMatch(jar -> Files.isRegularFile(folder.resolve(jar)));
        return plain && Files.isDirectory(folder.resolve("plugins"))
                ? Optional.of(new Host(HostKind.IMAGEJ, folder))
                : Optional.empty();
    }

    private static boolean hasJar(Path folder, String artifact) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, artifact + "*.jar")) {
            for (Path jar : jars) {
                if (jar.getFileName().toString().matches(artifact + "(-\\d[^/]*)?\\.jar")) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // what can't be read is no host that could be changed
        }
    }

    private static Optional<Host> holderOf(Path folder) {
        String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
        boolean isPart = name.endsWith(".app") || PARTS_OF_A_HOST.contains(name);
        return isPart && folder.getParent() != null ? at(folder.getParent()) : Optional.empty();
    }

    private static List<Host> inside(Path folder) throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                if (Files.isDirectory(child)
                        && child.getFileName().toString().matches(USUAL_NAME)) {
                    folders.add(child.toRealPath());
                }
            }
        }
        List<Host> hosts = new ArrayList<>();
        folders.stream().sorted().forEach(child -> at(child).ifPresent(hosts::add));
        return hosts;
    }

    /**
     * The jars of ImageJ's own classes that lie outside of {@code jars} and {@code plugins}.
     *
     * @return those that exist
     * @throws IOException if the folder cannot be read
     */
    List<Path> ownJars() throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String name : IMAGEJ_JARS) {
            if (Files.isRegularFile(root.resolve(name))) {
                jars.add(root.resolve(name));
            }
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(root, "ij-[0-9]*.jar")) {
            found.forEach(jars::add);
        }
        return jars;
    }
}
