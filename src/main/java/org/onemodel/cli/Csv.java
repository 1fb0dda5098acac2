/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.onemodel.explore.statistics.StatisticsTable;

/** Tables as comma-separated values, after RFC 4180, with all digits of numbers. */
final class Csv {

    private Csv() {}

    static String of(StatisticsTable table) {
        StringBuilder text = new StringBuilder(line(table.headings()));
        for (List<Object> row : table.rows()) {
            text.append(line(row));
        }
        return text.toString();
    }

    private static String line(List<?> cells) {
        return cells.stream()
                .map(StatisticsTable::text)
                .map(Csv::quoted)
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
