/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.IJ;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
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

    private Tables() {}

    /**
     * Hands over a table.
     *
     * @param table the table; where its numbers are not whole, ImageJ then shows and saves them
     *     with {@value #DECIMALS} decimal places
     * @param title the title of its window; where another window has it, a number follows
     * @return the title by which a macro finds it
     */
    static String give(ResultsTable table, String title) {
        table.setPrecision(DECIMALS);
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
        table.setPrecision(DECIMALS); // again, since that sets those of measurements
        return table.getTitle();
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
