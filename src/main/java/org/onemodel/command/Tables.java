/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.IJ;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Hands over a table to the user and to the macro that runs a command.
 *
 * <p>Where there are windows, it opens in one of its own, in batch mode too, as ImageJ's tables do.
 * A macro's next lines reach it by its title, as in {@code Table.get("map", 0, title)}, and, as the
 * table in front, without a title: {@code Table.size}, {@code Table.get("map", 0)}, {@code
 * Table.title}.
 *
 * <p>Without a user interface, ImageJ 1.54 has no tables but one, "Results", which every function
 * of the macro language finds: {@code nResults}, {@code getResult("map", 0)}, {@code
 * Table.get("map", 0)}, {@code saveAs("Results", path)}, {@code Table.save(path)}; and nothing
 * finds another by its title. So there, the table becomes "Results" in place of what was there.
 * Lines with {@code Table.} and without a title work in both.
 */
final class Tables {

    /** ImageJ takes 3 if nothing is said, which is little for what a macro saves. */
    private static final int DECIMALS = 6;

    /** ImageJ's way to say so, with 4 decimal places. */
    private static final int POWERS_OF_TEN = -4;

    private Tables() {}

    /**
     * Hands over a table.
     *
     * @param table the table; where its numbers are not whole, ImageJ then shows and saves them
     *     with {@value #DECIMALS} decimal places, or in powers of ten
     * @param title the title of its window; where another window has it, a number follows
     * @return the title by which a macro finds it
     */
    static String give(ResultsTable table, String title) {
        setPrecision(table);
        if (IJ.getInstance() != null) {
            String unique = unique(title);
            table.show(unique); // does nothing where Java is headless
            if (WindowManager.getFrame(unique) != null) {
                WindowManager.setWindow(
                        WindowManager.getFrame(unique)); // else only once it has focus
                return unique;
            }
        }
        Analyzer.setResultsTable(table);
        setPrecision(table); // again, since that sets those of measurements
        return table.getTitle();
    }

    /** Decimal places, or powers of ten in columns whose smallest numbers would be 0 with these. */
    private static void setPrecision(ResultsTable table) {
        table.setPrecision(DECIMALS);
        for (int column = 0; column <= table.getLastColumn(); column++) {
            if (table.columnExists(column)
                    && Arrays.stream(table.getColumnAsDoubles(column)).anyMatch(Tables::isTiny)) {
                table.setDecimalPlaces(column, POWERS_OF_TEN);
            }
        }
    }

    private static boolean isTiny(double value) {
        return value != 0 && Math.abs(value) < 0.5 * Math.pow(10, -DECIMALS);
    }

    private static String unique(String title) {
        Set<String> open = new HashSet<>(List.of(WindowManager.getNonImageTitles()));
        open.addAll(List.of(WindowManager.getImageTitles()));
        String unique = title;
        for (int n = 1; open.contains(unique); n++) {
            unique = title + "-" + n;
        }
        return unique;
    }
}
