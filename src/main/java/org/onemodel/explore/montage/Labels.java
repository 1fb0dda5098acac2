/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.montage;

import java.util.List;

/**
 * The words of a montage.
 *
 * @param rowCount how many rows it has
 * @param columnCount how many columns it has
 * @param heading above all, or empty
 * @param rows at the left, one a row; or none
 * @param columns above, one a column; or none
 */
record Labels(
        int rowCount, int columnCount, String heading, List<String> rows, List<String> columns) {

    Labels {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        check("rows", rowCount, rows.size());
        check("columns", columnCount, columns.size());
    }

    private static void check(String what, int count, int labels) {
        if (count < 1 || labels != 0 && labels != count) {
            throw new IllegalArgumentException(
                    "a montage of " + count + " " + what + " can't have " + labels + " labels");
        }
    }
}
