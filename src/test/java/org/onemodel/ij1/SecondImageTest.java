/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Macros that run a command of two images, which gives a copy of each. */
class SecondImageTest {

    private static final String OPEN =
            "newImage('a b', '8-bit', 8, 8, 1); newImage('c', '8-bit', 9, 9, 1);";

    @TempDir private static Path folder;
    private static MacroHost host;

    @BeforeAll
    static void start() throws IOException {
        host =
                new MacroHost(
                        folder,
                        """

                        Plugins>Tests, "Test Pair...", org.onemodel.ij1.CommandPlugIn("org.onemodel.command.PairCommand")
                        """,
                        List.of());
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    private static String sizeAfter(String run) {
        return host.answer(run + " return '' + getWidth() + ' ' + nImages();");
    }

    @Test
    void theFirstIsTheActiveOneAndTheSecondIsNamed() {
        assertThat(sizeAfter(OPEN + "run('Test Pair...', 'second=[a b]');")).isEqualTo("9 4");
        assertThat(
                        sizeAfter(
                                "setBatchMode(true);"
                                        + OPEN
                                        + "selectImage('a b'); run('Test Pair...', 'second=c');"))
                .isEqualTo("8 4");
    }

    @Test
    void bothMayBeNamedByTitleOrId() {
        assertThat(sizeAfter(OPEN + "run('Test Pair...', 'image=[a b] second=c');"))
                .isEqualTo("8 4");
        assertThat(
                        sizeAfter(
                                "newImage('s', '8-bit', 7, 7, 1); s = getImageID();"
                                        + OPEN
                                        + "run('Test Pair...', 'second=' + s);"))
                .isEqualTo("9 5");
    }

    @Test
    void theSecondIsTheLastButOneAndCanBeReached() {
        assertThat(
                        host.answer(
                                OPEN
                                        + "run('Test Pair...', 'second=[a b]');"
                                        + "selectImage(3); return '' + getWidth();"))
                .isEqualTo("8");
    }

    @Test
    void aMissingOrUnknownSecondImageStopsTheMacro() {
        assertThat(host.print(OPEN + "run('Test Pair...', 'model=tiny'); return 'went on';"))
                .noneMatch(line -> line.contains("went on"))
                .anyMatch(
                        line ->
                                line.contains(
                                        "The second image is missing or has no pixels; open it, and"
                                                + " give its title as second."));
        assertThat(host.print(OPEN + "run('Test Pair...', 'second=[x y]'); return 'went on';"))
                .noneMatch(line -> line.contains("went on"))
                .anyMatch(line -> line.contains("No image 'x y' is open"));
        assertThat(
                        host.print(
                                "setBatchMode(true);"
                                        + OPEN
                                        + "run('Test Pair...'); return 'went on';"))
                .noneMatch(line -> line.contains("went on"))
                .anyMatch(line -> line.contains("The second image is missing"));
    }
}
