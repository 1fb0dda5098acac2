/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onemodel.docs.Page;
import picocli.CommandLine;

/** Whether the command line has the commands and options that the pages tell. */
class DocumentedLinesTest {

    private static final Pattern LINE =
            Pattern.compile("scripts/onemodel ((?:[^`\\n\\\\]|\\\\\\n)+)");

    static List<Page> pages() throws IOException {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLineNamesACommandAndItsOptions(Page page) {
        page.find(LINE).forEach(line -> check(line.group(1), page));
    }

    private static void check(String line, Page page) {
        CommandLine command = new CommandLine(new OneModel());
        for (String word : line.replace("\\\n", " ").strip().split("\\s+")) {
            Map<String, CommandLine> below = command.getSubcommands();
            if (below.containsKey(word)) {
                command = below.get(word);
            } else if (word.startsWith("--")) {
                String option = word.split("=")[0];
                assertThat(command.getCommandSpec().optionsMap())
                        .as("%s in %s", line, page)
                        .containsKey(option);
            } else {
                assertThat(command.getParent() != null || word.matches("[A-Z…]+"))
                        .as("%s is no command: %s in %s", word, line, page)
                        .isTrue();
            }
        }
    }
}
