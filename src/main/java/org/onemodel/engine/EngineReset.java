/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Removes native libraries of one version for one kind of machine from DJL's folder. */
final class EngineReset {

    private EngineReset() {}

    /**
     * Removes them, what is left of broken downloads, and the notes of crashes. What
     * PYTORCH_LIBRARY_PATH names stays.
     *
     * @param cache the folder that DJL keeps native libraries in
     * @param machine the kind of machine
     * @param versions the version
     * @return what was removed
     * @throws IOException if something cannot be removed
     */
    static List<Path> run(Path cache, Machine machine, EngineVersions versions) throws IOException {
        String version = Pattern.quote(versions.pytorch());
        Pattern library =
                Pattern.compile(
                        "%s(-\\d+)?-(cpu|cu\\d{3})(-precxx11)?-%s(%s)?|%1$s\\.(txt|tmp)"
                                .formatted(
                                        version,
                                        Pattern.quote(machine.classifier()),
                                        Pattern.quote(EngineDownload.UNFINISHED)));
        List<Path> removed = new ArrayList<>();
        for (Path path : children(cache)) {
            if (library.matcher(path.getFileName().toString()).matches() && !isNamed(path)) {
                delete(path);
                removed.add(path);
            }
        }
        removed.addAll(StartMarker.forget());
        return removed;
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static boolean isNamed(Path folder) {
        return LibrarySearch.namedPath().stream()
                .flatMap(path -> Stream.of(path.split(java.io.File.pathSeparator)))
                .map(path -> Path.of(path).toAbsolutePath().normalize())
                .anyMatch(path -> path.startsWith(folder.toAbsolutePath().normalize()));
    }

    /** Removes a file, or a folder and all in it; links are removed, not followed. */
    static void delete(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IOException(
                    path
                            + " could not be removed ("
                            + e
                            + "): close every ImageJ and Java that uses PyTorch, and try again.",
                    e);
        }
    }
}
