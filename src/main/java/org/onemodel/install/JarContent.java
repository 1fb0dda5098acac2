/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What a jar holds, told by its entries and not by its name alone, so that a library inside of
 * another jar is found too.
 *
 * @param file the jar
 * @param artifact name of the library, such as {@code gson}
 * @param version its version; empty if unknown
 * @param entries names of its classes, with slashes and without {@code .class}; of all other files
 *     if there are none
 * @param poms what Maven wrote down of the libraries inside, as {@code artifact version}
 * @param isSlf4jProvider whether it writes logs for SLF4J
 */
record JarContent(
        Path file,
        String artifact,
        String version,
        Set<String> entries,
        List<String> poms,
        boolean isSlf4jProvider) {

    private static final Pattern NAME =
            Pattern.compile("(.+?)-(\\d[\\w.+-]*?)(?:-(?:linux|osx|win)-[\\w-]+)?\\.jar");

    private static final Pattern POM = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom.properties");

    private static final Set<String> SLF4J_PROVIDERS =
            Set.of(
                    "META-INF/services/org.slf4j.spi.SLF4JServiceProvider",
                    "org/slf4j/impl/StaticLoggerBinder.class"); // SLF4J 1

    /**
     * Reads the list of a jar's entries.
     *
     * @param file the jar
     * @return its content; of a file that is no jar, no entries
     * @throws IOException if the file cannot be read
     */
    static JarContent read(Path file) throws IOException {
        Matcher name = NAME.matcher(file.getFileName().toString());
        String artifact = file.getFileName().toString().replaceFirst("\\.jar$", "");
        String version = "";
        if (name.matches()) {
            artifact = name.group(1);
            version = name.group(2);
        }
        Set<String> classes = new HashSet<>();
        Set<String> others = new HashSet<>();
        List<Properties> poms = new ArrayList<>();
        boolean isSlf4jProvider = false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String path = entry.getName();
                isSlf4jProvider |= SLF4J_PROVIDERS.contains(path);
                if (POM.matcher(path).matches()) {
                    poms.add(properties(zip, entry));
                }
                if (path.startsWith("META-INF/") || entry.isDirectory()) {
                    continue;
                }
                if (!path.endsWith(".class")) {
                    others.add(path);
                } else if (!path.endsWith("-info.class")) { // each jar has its own
                    classes.add(path.substring(0, path.length() - ".class".length()));
                }
            }
        } catch (ZipException | IllegalArgumentException e) { // no jar, or a hostile one
            return new JarContent(file, artifact, version, Set.of(), List.of(), false);
        }
        if (poms.size() == 1) {
            artifact = poms.get(0).getProperty("artifactId", artifact);
            version = poms.get(0).getProperty("version", version);
        }
        List<String> inside =
                poms.stream()
                        .map(
                                pom ->
                                        pom.getProperty("artifactId")
                                                + " "
                                                + pom.getProperty("version"))
                        .toList();
        return new JarContent(
                file,
                artifact,
                version,
                classes.isEmpty() ? others : classes,
                inside,
                isSlf4jProvider);
    }

    private static Properties properties(ZipFile zip, ZipEntry entry) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = zip.getInputStream(entry)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    /**
     * Whether it has classes of a package or those below.
     *
     * @param prefix such as {@code ai/djl/}
     * @return true if there is at least one
     */
    boolean holds(String prefix) {
        return entries.stream().anyMatch(entry -> entry.startsWith(prefix));
    }

    /**
     * Which share of another jar's entries it has too.
     *
     * @param other the other
     * @return 0 for none to 1 for all
     */
    double shareOf(JarContent other) {
        if (other.entries.isEmpty()) {
            return 0;
        }
        return other.entries.stream().filter(entries::contains).count()
                / (double) other.entries.size();
    }

    /**
     * The version of a library inside.
     *
     * @param library name of the library
     * @return its version; empty if nobody wrote it down
     */
    String versionOf(String library) {
        if (artifact.equals(library)) {
            return version;
        }
        return poms.stream()
                .filter(pom -> pom.startsWith(library + " "))
                .map(pom -> pom.substring(library.length() + 1))
                .findFirst()
                .orElse("");
    }

    /**
     * Name and version for people.
     *
     * @return such as {@code gson 2.10.1}
     */
    String label() {
        return (label(artifact) + " " + version).strip();
    }

    /** DJL calls its first jar just {@code api}. */
    private static String label(String artifact) {
        return artifact.equals("api") ? "DJL" : artifact;
    }
}
