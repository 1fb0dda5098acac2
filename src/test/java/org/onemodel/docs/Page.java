/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param file where it is
 * @param text Markdown
 */
public record Page(Path file, String text) {

    private static final Path README = Path.of("README.md");
    private static final Path DOCS = Path.of("docs");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+?) *$");

    /** README and all pages of {@code docs}. */
    public static List<Page> all() throws IOException {
        try (Stream<Path> docs = Files.walk(DOCS)) {
            return Stream.concat(
                            Stream.of(README),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .map(Page::read)
                    .toList();
        }
    }

    /** The page of a file. */
    static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that a pattern finds. */
    public List<MatchResult> find(Pattern pattern) {
        return pattern.matcher(text).results().toList();
    }

    /** The names by which links lead to its headings. */
    Collection<String> anchors() {
        return find(HEADING).stream()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
