/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A folder of plain ImageJ as users have it: the plugin in {@code plugins}, its libraries in {@code
 * plugins/jars}, and ImageJ alone on the class path.
 */
final class ImageJFolder {

    private static final List<Path> CLASS_PATH =
            Stream.of(
                            System.getProperty(
                                            "surefire.test.class.path",
                                            System.getProperty("java.class.path"))
                                    .split(File.pathSeparator))
                    .map(Path::of)
                    .toList();

    private final Path folder;

    private ImageJFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Puts the plugin, as this program has it on its class path, into a folder.
     *
     * @param folder is made where it is missing
     */
    static ImageJFolder install(Path folder) throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Path libraries = Files.createDirectories(plugins.resolve("jars"));
        for (Path entry : CLASS_PATH) {
            if (Files.exists(entry.resolve("plugins.config"))) {
                writeJar(plugins.resolve("OneModel_.jar"), entry);
            } else if (Files.isRegularFile(entry) && !isImageJ(entry)) {
                Files.createSymbolicLink(libraries.resolve(entry.getFileName()), entry);
            }
        }
        copyMacros(Files.createDirectories(plugins.resolve("OneModel").resolve("Macros")));
        // Where these are found, the user's own stay as they are.
        Files.writeString(folder.resolve("IJ_Prefs.txt"), "");
        return new ImageJFolder(folder);
    }

    private static void copyMacros(Path menu) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("plugins"))) {
            for (Path macro : files.filter(file -> file.toString().endsWith(".ijm")).toList()) {
                Files.copy(macro, menu.resolve(macro.getFileName()));
            }
        }
    }

    private static boolean isImageJ(Path jar) {
        return jar.getFileName().toString().matches("ij-[0-9].*\\.jar");
    }

    private static void writeJar(Path file, Path classes) throws IOException {
        try (Stream<Path> entries = Files.walk(classes);
                OutputStream output = Files.newOutputStream(file);
                ZipOutputStream jar = new ZipOutputStream(output)) {
            jar.setLevel(Deflater.NO_COMPRESSION);
            for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(entry).toString();
                jar.putNextEntry(new ZipEntry(name.replace(File.separatorChar, '/')));
                Files.copy(entry, jar);
            }
        }
    }

    /** ImageJ's own jar, and what drives its windows. */
    String classPath() {
        List<String> entries =
                CLASS_PATH.stream()
                        .filter(entry -> isImageJ(entry) || isDriver(entry))
                        .map(Path::toString)
                        .toList();
        return String.join(File.pathSeparator, entries);
    }

    private static boolean isDriver(Path entry) {
        String driver = DeskHost.class.getName().replace('.', File.separatorChar) + ".class";
        return Files.exists(entry.resolve(driver));
    }

    /** Where it is. */
    Path path() {
        return folder;
    }
}
