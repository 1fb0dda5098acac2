/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFilesTest {

    @TempDir private Path folder;

    private String written(ResultsTable table) throws IOException {
        Path file = folder.resolve("table.csv");
        CsvFiles.write(table, file);
        return Files.readString(file);
    }

    @Test
    void numbersHaveFullPrecisionInAnyLanguage() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            ResultsTable table = new ResultsTable();
            table.addRow();
            table.addValue("map", 3);
            table.addValue("energy (σ²)", 0.1 + 0.2);
            table.addValue("small", -1e-12);
            table.addRow();
            table.addValue("map", 1_000_000);
            table.addValue("energy (σ²)", Double.NaN);
            table.addValue("small", Double.POSITIVE_INFINITY);

            assertThat(written(table))
                    .isEqualTo(
                            "map,energy (σ²),small\n"
                                    + "3,0.30000000000000004,-1.0E-12\n"
                                    + "1000000,NaN,Infinity\n");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void textIsQuotedWhereItMustBe() throws IOException {
        ResultsTable table = new ResultsTable();
        table.addRow();
        table.addLabel("cells, \"noisy\"");
        table.addValue("layer", "conv1");
        table.addValue("from, to", "0,5");

        assertThat(written(table))
                .isEqualTo("Label,layer,\"from, to\"\n\"cells, \"\"noisy\"\"\",conv1,\"0,5\"\n");
    }

    @Test
    void anEmptyTableIsAnEmptyLine() throws IOException {
        assertThat(written(new ResultsTable())).isEqualTo("\n");
    }

    @Test
    void aFileThatCannotBeWrittenIsRefusedAndNothingIsLeft() throws IOException {
        assertThatThrownBy(() -> CsvFiles.checkWritable(folder.resolve("table.txt")))
                .hasMessageEndingWith(
                        "table.txt can't be written: the name of a table's file ends with .csv.");
        assertThatThrownBy(() -> CsvFiles.checkWritable(folder.resolve("none").resolve("t.csv")))
                .hasMessageContaining("is not a folder; make it first.");
        Path taken = Files.createDirectory(folder.resolve("taken.csv"));
        assertThatThrownBy(() -> CsvFiles.write(new ResultsTable(), taken))
                .hasMessageContaining("is a folder");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(taken);
        }
    }
}
