/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The newest Java that a host brings along, told by the file {@code release} that each Java has.
 *
 * @param home where it lies
 * @param version such as {@code 21.0.4} or {@code 1.8.0_322}
 */
record HostJava(Path home, String version) {

    /** OneModel is compiled for it. */
    static final int NEEDED = 17;

    private static final Pattern VERSION =
            Pattern.compile("^JAVA_VERSION=\"?([^\"\\s]+)", Pattern.MULTILINE);

    /** {@code java/macos-arm64/zulu21/zulu-21.jdk/Contents/Home/release} and the like. */
    private static final int DEPTH = 8;

    /**
     * Looks for it.
     *
     * @param host the host
     * @return the newest; nothing if it uses the system's
     * @throws IOException if folders cannot be read
     */
    static Optional<HostJava> of(Host host) throws IOException {
        List<HostJava> found = new ArrayList<>();
        for (String folder : List.of("java", "jre", "ImageJ.app/Contents", "ImageJ.app/jre")) {
            Path start = host.root().resolve(folder);
            if (Files.isDirectory(start)) {
                search(start, found);
            }
        }
        return found.stream().max(Comparator.comparingInt(HostJava::major));
    }

    private static void search(Path start, List<HostJava> found) throws IOException {
        try (Stream<Path> files =
                Files.find(
                        start.toRealPath(),
                        DEPTH,
                        (path, attributes) ->
                                attributes.isRegularFile() && path.endsWith("release"))) {
            for (Path release : (Iterable<Path>) files::iterator) {
                Matcher version =
                        VERSION.matcher(
                                new String(
                                        Files.readAllBytes(release), StandardCharsets.ISO_8859_1));
                if (version.find()) {
                    found.add(new HostJava(release.getParent(), version.group(1)));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * The number that people say.
     *
     * @return 8 for {@code 1.8.0_322}, 21 for {@code 21.0.4}; 0 if it is no number
     */
    int major() {
        Matcher number = Pattern.compile("(?:1\\.)?(\\d{1,4})").matcher(version);
        return number.lookingAt() ? Integer.parseInt(number.group(1)) : 0;
    }
}
