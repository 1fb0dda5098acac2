/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The jars on a host's class path. */
final class HostJars {

    /** Fiji has {@code jars/bio-formats/x.jar}; plain ImageJ looks no deeper than that. */
    private static final int DEPTH = 3;

    private HostJars() {}

    /**
     * Reads them.
     *
     * @param host the host
     * @param without those to leave out, below the host's folder with slashes
     * @return what they hold, in order of their paths
     * @throws IOException if one cannot be read
     */
    static List<JarContent> of(Host host, Set<String> without) throws IOException {
        List<Path> jars = new ArrayList<>(host.ownJars());
        for (String folder : List.of("jars", "plugins")) {
            Path start = host.root().resolve(folder);
            if (Files.isDirectory(start)) {
                collect(start, jars);
            }
        }
        List<JarContent> contents = new ArrayList<>();
        for (Path jar : jars.stream().sorted().toList()) {
            if (!without.contains(relative(host.root(), jar))) {
                contents.add(JarContent.read(jar));
            }
        }
        return contents;
    }

    private static void collect(Path start, List<Path> jars) throws IOException {
        try (Stream<Path> files = Files.walk(start, DEPTH)) {
            files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(Files::isRegularFile)
                    .forEach(jars::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * A path below a folder.
     *
     * @param root the folder
     * @param path a path below it
     * @return with slashes, on every system
     */
    static String relative(Path root, Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }
}
