/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of the macros in {@code plugins/}. */
class MacroFilesTest {

    private static final Path FOLDER = Path.of("plugins");
    private static final Path TOOLSET = FOLDER.resolve("toolsets/OneModel.ijm");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static List<String> quoted(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
        return words;
    }

    /** What ImageJ makes of the files' names in its menu. */
    private static List<String> macros() throws IOException {
        return files().stream()
                .filter(file -> file.getParent().equals(FOLDER))
                .map(file -> file.getFileName().toString().replace('_', ' ').replace(".ijm", ""))
                .toList();
    }

    private static List<String> commands() throws IOException {
        return Files.readAllLines(Path.of("src/main/resources/plugins.config")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> quoted(line).get(0))
                .filter(name -> !name.equals("-"))
                .toList();
    }

    @Test
    void macrosAreAscii() throws IOException {
        for (Path file : files()) {
            assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(Files.readString(file)))
                    .as("%s: ImageJ reads macros as ISO 8859-1", file)
                    .isTrue();
        }
    }

    @Test
    void noMacroHasTheNameOfACommand() throws IOException {
        assertThat(macros())
                .hasSize(3)
                .allMatch(name -> name.startsWith("OneModel "))
                .doesNotContainAnyElementsOf(commands());
    }

    @Test
    void theToolsetHasAllCommandsAndMacros() throws IOException {
        String text = Files.readString(TOOLSET);
        String menu = text.substring(text.indexOf("newArray("), text.indexOf("));"));
        List<String> entries =
                quoted(menu).stream()
                        .filter(entry -> !entry.equals("-"))
                        .map("OneModel "::concat)
                        .toList();

        List<String> expected = new ArrayList<>(macros());
        expected.addAll(commands());
        assertThat(entries).containsExactlyInAnyOrderElementsOf(expected);
    }
}
