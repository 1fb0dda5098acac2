/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What commands ask and show that no command of the menu does yet: two images, a table. */
@ExtendWith(ImageJExtension.class)
class WindowsOfCommandsTest {

    @TempDir private static Path folder;
    private static List<String> lines;

    @BeforeAll
    static void run() throws IOException {
        try (XServer display = XServer.start(1280, 960)) {
            lines = run(display, folder);
        }
    }

    @Test
    void theSecondImageIsChosenAmongTheOpenOnesAndRecorded() {
        assertThat(lines)
                .contains(
                        "first Image c",
                        "second Second image a b",
                        "choices [a b, c, c]",
                        "images [a b, c, c, copy of a b, copy of c]");
        assertThat(lines).anyMatch(line -> line.startsWith("recorded image=c second=[a b] model="));
    }

    @Test
    void aTableOpensAndTheMacroReadsItInBatchModeToo() {
        assertThat(lines)
                .filteredOn(line -> line.matches("table Sizes of .*, 2, (\\d+), \\1"))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void aPlotOpensAsImageJsPlot() {
        assertThat(lines).contains("plot class ij.gui.PlotWindow");
    }

    private static List<String> run(XServer display, Path folder) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dai.djl.offline=true",
                        "-Duser.home=" + folder,
                        "-Djava.util.prefs.userRoot=" + folder,
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        WindowsProgram.class.getName());
        builder.environment().put("DISPLAY", display.display());
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
