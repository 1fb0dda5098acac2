/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Macros without a user interface that read the table and the plot which a command gives. */
class FiguresInMacrosTest {

    private static final String RUN =
            "newImage('a b', '8-bit', 8, 9, 1); run('Test Table...', 'model=tiny');";

    @TempDir private static Path folder;
    private static MacroHost host;

    @BeforeAll
    static void start() throws IOException {
        host =
                new MacroHost(
                        folder,
                        """

                        Plugins>Tests, "Test Table...", org.onemodel.ij1.CommandPlugIn("org.onemodel.command.TableCommand")
                        """,
                        List.of());
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    void theNextLinesReadTheTable() {
        assertThat(
                        host.answer(
                                RUN
                                        + "return '' + nResults + ' ' + getResult('side', 1) + ' ' +"
                                        + " getResultString('name', 0);"))
                .isEqualTo("2 9 a b");
        assertThat(
                        host.answer(
                                "setBatchMode(true);"
                                        + RUN
                                        + "return '' + Table.size + ' ' + Table.get('side', 0) + ' '"
                                        + " + Table.getString('name', 0) + ' ' + Table.title;"))
                .isEqualTo("2 8 a b Results");
    }

    @Test
    void macrosComputeWithFullPrecision() {
        assertThat(host.answer(RUN + "return '' + (3 * Table.get('share', 0) == 1);"))
                .isEqualTo("1");
    }

    @Test
    void theTableIsSaved() throws IOException {
        String path = folder.resolve("saved.csv").toString().replace('\\', '/');
        host.print(RUN + "saveAs('Results', '" + path + "');");
        assertThat(Files.readString(Path.of(path)))
                .contains("side,share,name", "8,0.333333,a b", "9,");
    }

    @Test
    void aSecondTableTakesThePlaceOfTheFirst() {
        assertThat(
                        host.answer(
                                RUN
                                        + "newImage('c', '8-bit', 30, 9, 1);"
                                        + " run('Test Table...', 'model=tiny');"
                                        + "return '' + nResults + ' ' + getResult('side', 0);"))
                .isEqualTo("2 30");
    }

    @Test
    void aPlotIsAnImageWhoseValuesAMacroReads() {
        assertThat(
                        host.answer(
                                RUN
                                        + "Plot.getValues(x, y);"
                                        + "return getTitle() + ' ' + getWidth() + ' ' + y[0] + ' ' +"
                                        + " y[1];"))
                .isEqualTo("Sides 800 8 9");
    }
}
