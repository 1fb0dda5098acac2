/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether the messages that troubleshooting explains are still those of the program. */
class QuotedMessagesTest {

    private static final Pattern MESSAGE = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
    private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final int LONG_ENOUGH = 8;

    @Test
    void everyQuotedMessageIsInTheSources() throws IOException {
        String sources = sources();
        List<String> quoted =
                Page.read(Path.of("docs", "troubleshooting.md")).find(MESSAGE).stream()
                        .flatMap(message -> Stream.of(message.group(1).split("…")))
                        .map(part -> part.replace("\"", "\\\""))
                        .filter(part -> part.length() >= LONG_ENOUGH)
                        .toList();
        assertThat(quoted).hasSizeGreaterThan(20);
        assertThat(quoted).filteredOn(part -> !sources.contains(part)).isEmpty();
    }

    /** All Java sources, with texts in one piece that stand on several lines. */
    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> JOINT.matcher(Page.read(file).text()).replaceAll(""))
                    .collect(Collectors.joining());
        }
    }
}
