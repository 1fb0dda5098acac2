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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemodel.train.TinyTraining;

/** Escape in plain ImageJ stops the command that runs, and its macro with a sentence. */
class CanceledMacroTest {

    private static final String ESCAPE = "call('org.onemodel.ij1.EscapeKey.pressSoon'); ";

    @TempDir private static Path folder;
    private static MacroHost host;

    @BeforeAll
    static void start() throws IOException {
        host = new MacroHost(folder, "-Xmx1g");
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @AfterEach
    void theNextCommandRuns() {
        assertThat(
                        host.answer(
                                "call('org.onemodel.ij1.EscapeKey.release'); setBatchMode(true);"
                                        + "newImage('next', '8-bit noise', 40, 40, 1);"
                                        + "run('OneModel Denoise...', 'model=tiny device=cpu');"
                                        + "return getTitle();"))
                .isEqualTo("next-denoised");
    }

    @ParameterizedTest
    @CsvSource({
        "Denoise, Denoise, 64, 4000",
        "Reconstruct, Reconstruct, 64, 4000",
        "Scale Noise, Scale noise, 64, 4000",
        "Export Noise Maps, Noise maps, 3000, 1"
    })
    void anImageCommandEndsAndItsMacroToo(String command, String title, int side, int slices) {
        List<String> printed =
                host.print(
                        "setBatchMode(true); newImage('long', '8-bit noise', %1$d, %1$d, %2$d);"
                                        .formatted(side, slices)
                                + ESCAPE
                                + "run('OneModel "
                                + command
                                + "...', 'model=tiny device=cpu tile=16 batch=1');"
                                + "print('went on');");

        assertThat(printed)
                .contains("OneModel: " + title + " was canceled; nothing was changed.")
                .doesNotContain("went on");
    }

    @Test
    void aTrainingEndsAndItsMacroToo() {
        Path settings = new TinyTraining(folder).file("canceled");
        List<String> printed =
                host.print(
                        ESCAPE
                                + "run('OneModel Train...', 'settings=["
                                + settings.toString().replace('\\', '/')
                                + "] set=[iterations=1000000] mode=new'); print('went on');");

        assertThat(printed)
                .anyMatch(
                        line ->
                                line.matches(
                                        "OneModel: Training was canceled after \\d+ iterations;"
                                                + " resuming goes on from the last snapshot\\."))
                .doesNotContain("went on");
    }
}
