/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What there is to install: the jar of OneModel, its libraries, macros, tools and scripts.
 *
 * @param version version of OneModel
 * @param parts all files
 * @param imageJ ImageJ's own jar, for the command line; never installed
 */
public record Distribution(String version, List<Part> parts, List<Path> imageJ) {

    /** Where the jars are: in an unpacked installer, or where a checkout builds them. */
    private static final List<String> JAR_FOLDERS = List.of("jars", "target/distribution");

    /** The command line needs it; the host is it. */
    private static final String IMAGEJ = "ij-\\d.*\\.jar";

    private static final String PLUGIN = "OneModel_";
    private static final String ENGINE = "pytorch-native-";

    /** Keeps the parts from changes. */
    public Distribution {
        parts = List.copyOf(parts);
        imageJ = List.copyOf(imageJ);
    }

    /**
     * Opens what a build or an unpacked installer holds.
     *
     * @param root the folder of either
     * @return the distribution
     * @throws InstallException if there is no jar of OneModel, or more than one
     * @throws IOException if files cannot be read
     */
    public static Distribution open(Path root) throws IOException {
        List<Part> parts = new ArrayList<>();
        List<Path> imageJ = new ArrayList<>();
        for (String folder : JAR_FOLDERS) {
            for (Path jar : files(root.resolve(folder), 1, ".jar")) {
                if (jar.getFileName().toString().matches(IMAGEJ)) {
                    imageJ.add(jar);
                } else {
                    parts.add(new Part(kindOf(jar), jar));
                }
            }
            if (!parts.isEmpty()) {
                break;
            }
        }
        List<Part> plugins = parts.stream().filter(part -> part.kind() == PartKind.PLUGIN).toList();
        if (plugins.size() != 1) {
            throw new InstallException(
                    root
                            + " holds "
                            + (plugins.isEmpty() ? "no jar" : "several jars")
                            + " of OneModel to install; start scripts/install of a checkout, or the"
                            + " install of an unpacked installer.");
        }
        files(root.resolve("plugins"), 1, ".ijm")
                .forEach(file -> parts.add(new Part(PartKind.MACRO, file)));
        files(root.resolve("plugins/toolsets"), 1, ".ijm", ".txt")
                .forEach(file -> parts.add(new Part(PartKind.TOOLSET, file)));
        files(root.resolve("scripts"), 3, ".groovy")
                .forEach(file -> parts.add(new Part(PartKind.SCRIPT, file)));
        String version = JarContent.read(plugins.get(0).source()).version();
        return new Distribution(version, parts, imageJ);
    }

    private static PartKind kindOf(Path jar) {
        String name = jar.getFileName().toString();
        if (name.startsWith(PLUGIN)) {
            return PartKind.PLUGIN;
        }
        return name.startsWith(ENGINE) ? PartKind.ENGINE : PartKind.LIBRARY;
    }

    private static List<Path> files(Path folder, int depth, String... endings) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    /**
     * The same without native libraries.
     *
     * @return a distribution for those who get PyTorch otherwise
     */
    public Distribution withoutEngine() {
        return new Distribution(
                version,
                parts.stream().filter(part -> part.kind() != PartKind.ENGINE).toList(),
                imageJ);
    }
}
