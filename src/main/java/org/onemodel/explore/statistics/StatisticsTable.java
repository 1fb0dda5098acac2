/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

import ij.measure.ResultsTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Figures in rows and columns: text, whole numbers ({@link Long}) and numbers ({@link Double}), of
 * which NaN stands for what is not defined.
 *
 * @param headings of the columns
 * @param rows cells, as many as headings
 */
public record StatisticsTable(List<String> headings, List<List<Object>> rows) {

    private static final List<String> OF_SUBJECT = List.of("Values of", "Layer", "Side (pixels)");

    private static final List<String> FIGURES =
            List.of(
                    "Count",
                    "Mean",
                    "Standard deviation",
                    "Skewness",
                    "Excess kurtosis",
                    "Minimum",
                    "Maximum",
                    "Tested",
                    "Shapiro-Wilk W",
                    "Shapiro-Wilk p",
                    "Differs from normal",
                    "Kolmogorov-Smirnov D from standard normal",
                    "Kolmogorov-Smirnov p",
                    "Differs from standard normal");

    private static final int DIGITS = 6;

    /** Keeps the lists as they are now. */
    public StatisticsTable {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** One row a plane and subject. */
    static StatisticsTable ofPlanes(List<PlaneSummary> planes) {
        List<List<Object>> rows = new ArrayList<>();
        for (PlaneSummary plane : planes) {
            List<Object> row = new ArrayList<>(List.of(plane.image(), (long) plane.plane()));
            row.addAll(cells(plane.subject(), plane.summary()));
            rows.add(row);
        }
        List<String> headings = new ArrayList<>(List.of("Image", "Plane"));
        headings.addAll(OF_SUBJECT);
        headings.addAll(FIGURES);
        return new StatisticsTable(headings, rows);
    }

    /** One row a subject. */
    static StatisticsTable ofAll(List<SubjectSummary> all) {
        List<String> headings = new ArrayList<>(OF_SUBJECT);
        headings.addAll(FIGURES);
        return new StatisticsTable(
                headings, all.stream().map(row -> cells(row.subject(), row.summary())).toList());
    }

    private static List<Object> cells(Subject subject, Summary figures) {
        return Arrays.asList(
                subject.name(),
                subject.layer(),
                subject.side() == 0 ? "" : (Object) (long) subject.side(),
                figures.count(),
                figures.mean(),
                figures.deviation(),
                figures.skewness(),
                figures.kurtosis(),
                figures.minimum(),
                figures.maximum(),
                (long) figures.tested(),
                figures.shapiroWilkW(),
                figures.shapiroWilkP(),
                figures.differsFromNormal(),
                figures.kolmogorovD(),
                figures.kolmogorovP(),
                figures.differsFromStandardNormal());
    }

    /**
     * The table for ImageJ; cells that are not defined are empty.
     *
     * @return a new table, not shown
     */
    public ResultsTable toResultsTable() {
        ResultsTable table = new ResultsTable();
        table.showRowNumbers(false);
        for (List<Object> row : rows) {
            table.incrementCounter();
            for (int column = 0; column < headings.size(); column++) {
                Object cell = row.get(column);
                if (cell instanceof Number number && !Double.isNaN(number.doubleValue())) {
                    table.addValue(headings.get(column), number.doubleValue());
                } else {
                    table.addValue(headings.get(column), text(cell));
                }
            }
        }
        for (int column = 0; column < headings.size(); column++) {
            String heading = headings.get(column);
            if (!rows.isEmpty() && rows.get(0).get(column) instanceof Double) {
                // A negative number of digits is for powers of ten.
                table.setDecimalPlaces(
                        table.getColumnIndex(heading), heading.endsWith(" p") ? -3 : DIGITS);
            }
        }
        return table;
    }

    /**
     * A cell in words.
     *
     * @param cell of a row
     * @return all digits of a number, nothing for what is not defined
     */
    public static String text(Object cell) {
        return cell instanceof Double number && number.isNaN() ? "" : cell.toString();
    }
}
