/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.onemodel.files.WholeFile;
import org.onemodel.image.ImageSources;

/**
 * Writing tables as files with commas between values, as spreadsheets and scripts read them: a line
 * of headings, numbers in full precision with a point whatever the computer's language, text in
 * quotes where it needs them (RFC 4180), UTF-8.
 */
final class CsvFiles {

    private CsvFiles() {}

    /**
     * Checks that a file can be written, before the work begins.
     *
     * @param file the file to write
     * @throws IOException if it has another extension or its folder can't be written
     */
    static void checkWritable(Path file) throws IOException {
        if (!ImageSources.extension(file).equals("csv")) {
            throw new IOException(
                    file + " can't be written: the name of a table's file ends with .csv.");
        }
        new WholeFile(file);
    }

    /**
     * Writes a table, whole or not at all.
     *
     * @param table the table; a value that is not a number is {@code NaN}
     * @param file a {@code .csv} file
     * @throws IOException if it could not be written
     */
    static void write(ResultsTable table, Path file) throws IOException {
        checkWritable(file);
        String text = text(table);
        new WholeFile(file).write(temporary -> Files.writeString(temporary, text));
    }

    private static String text(ResultsTable table) {
        List<String> lines = new ArrayList<>();
        String[] headings = table.getHeadings();
        lines.add(line(List.of(headings)));
        for (int row = 0; row < table.size(); row++) {
            List<String> cells = new ArrayList<>();
            for (String heading : headings) {
                cells.add(cell(table, heading, row));
            }
            lines.add(line(cells));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String cell(ResultsTable table, String heading, int row) {
        int column = table.getColumnIndex(heading);
        if (!table.columnExists(column)) {
            return table.getLabel(row) == null ? "" : table.getLabel(row); // of a row
        }
        double value = table.getValueAsDouble(column, row);
        if (Double.isNaN(value)) {
            return table.getStringValue(column, row); // a text, or "NaN"
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvFiles::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
