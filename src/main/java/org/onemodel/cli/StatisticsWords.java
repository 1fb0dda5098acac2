/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.util.List;
import java.util.Locale;
import org.onemodel.explore.statistics.SubjectSummary;
import org.onemodel.explore.statistics.Summary;

/** The figures of a statistics report as a table to read. */
final class StatisticsWords {

    private StatisticsWords() {}

    /** One row for each layer over all planes; a dash stands for what is not defined. */
    static Table table(List<SubjectSummary> all) {
        Table table =
                new Table(
                        "VALUES OF",
                        "LAYER",
                        "COUNT",
                        "MEAN",
                        "DEVIATION",
                        "SKEWNESS",
                        "KURTOSIS",
                        "MINIMUM",
                        "MAXIMUM",
                        "W",
                        "P",
                        "D",
                        "NORMAL",
                        "N(0,1)");
        for (SubjectSummary row : all) {
            Summary figures = row.summary();
            table.row(
                    row.subject().name(),
                    row.subject().layer(),
                    Long.toString(figures.count()),
                    number("%.3f", figures.mean()),
                    number("%.3f", figures.deviation()),
                    number("%.2f", figures.skewness()),
                    number("%.2f", figures.kurtosis()),
                    number("%.2f", figures.minimum()),
                    number("%.2f", figures.maximum()),
                    number("%.4f", figures.shapiroWilkW()),
                    number("%.2g", figures.shapiroWilkP()),
                    number("%.4f", figures.kolmogorovD()),
                    answer(figures.differsFromNormal()),
                    answer(figures.differsFromStandardNormal()));
        }
        return table;
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }

    /** The other way round, as the column asks whether values are so. */
    private static String answer(String differs) {
        return switch (differs) {
            case "yes" -> "no";
            case "no" -> "maybe";
            default -> "-";
        };
    }
}
