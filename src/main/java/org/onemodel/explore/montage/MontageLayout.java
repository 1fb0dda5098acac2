/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.montage;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.onemodel.image.figure.Lettering;

/**
 * Where everything is in a montage whose cells have some size.
 *
 * <p>Letters are larger in larger cells. If the labels of columns do not fit, they get smaller;
 * then they are broken into lines, and at last cut off; or, in narrow columns, only every second or
 * third has one. So with the labels of low rows.
 */
final class MontageLayout {

    private static final double LETTERS_IN_CELL = 0.07;
    private static final int SMALLEST_LETTERS = 7;
    private static final int SMALLEST_WANTED = 9;
    private static final int LARGEST_LETTERS = 22;
    private static final int HEADING_LINES = 3;
    private static final int COLUMN_LINES = 4;
    private static final double WIDEST_ROW_LABEL = 0.9; // cells
    private static final int SHORTEST_LABEL = 4; // capital letters' heights

    /**
     * A line of text in its place.
     *
     * @param text the text
     * @param letters its size
     * @param left where it starts
     * @param baseline the row on which its letters stand
     */
    record Line(String text, Lettering letters, int left, int baseline) {}

    private final Labels labels;
    private final int cellWidth;
    private final int cellHeight;
    private final int gap;
    private final Lettering letters;
    private final Lettering large;
    private final int left;
    private final int top;
    private final int headingHeight;
    private final List<List<String>> rowLines;
    private final List<List<String>> columnLines;
    private final List<String> headingLines;

    /**
     * A montage with cells of some size.
     *
     * @param labels its words, one label per row and column, maybe empty
     * @param cellWidth width of a cell in pixels
     * @param cellHeight height of a cell in pixels
     */
    MontageLayout(Labels labels, int cellWidth, int cellHeight) {
        this.labels = labels;
        this.cellWidth = cellWidth;
        this.cellHeight = cellHeight;
        gap = Math.max(1, Math.min(6, (Math.min(cellWidth, cellHeight) + 32) / 48));
        letters = letters();
        large = new Lettering((int) Math.rint(1.2 * letters.capital()));
        columnLines = columnLines();
        rowLines = rowLines();
        left = leftBand();
        headingLines =
                labels.heading().isBlank()
                        ? List.of()
                        : Wrapping.lines(
                                labels.heading(), large, width() - 2 * space(), HEADING_LINES);
        headingHeight = headingLines.isEmpty() ? 0 : bandHeight(large, headingLines.size());
        int most = columnLines.stream().mapToInt(List::size).max().orElse(0);
        top = Math.max(gap, headingHeight + (most == 0 ? 0 : bandHeight(letters, most)));
    }

    private int bandHeight(Lettering size, int lines) {
        return lines * size.lineHeight() + size.descent();
    }

    /** Between letters and what is beside them. */
    private int space() {
        return Math.max(3, (int) Math.rint(0.7 * letters.capital()));
    }

    private Lettering letters() {
        int side = Math.min(cellWidth, cellHeight);
        int wanted =
                Math.max(
                        SMALLEST_WANTED,
                        Math.min(LARGEST_LETTERS, (int) Math.rint(LETTERS_IN_CELL * side)));
        for (int capital = wanted; capital >= SMALLEST_LETTERS; capital--) {
            Lettering size = new Lettering(capital);
            if (labels.columns().stream().allMatch(text -> fits(text, size))) {
                return size;
            }
        }
        return new Lettering(Math.max(SMALLEST_LETTERS, (int) (0.8 * wanted)));
    }

    private boolean fits(String text, Lettering size) {
        return text.lines().allMatch(line -> size.width(line) <= columnWidth(1, size));
    }

    /** How wide a label over some columns may be. */
    private int columnWidth(int columns, Lettering size) {
        return columns * (cellWidth + gap) - size.capital() / 2;
    }

    private List<List<String>> columnLines() {
        boolean fit = labels.columns().stream().allMatch(text -> fits(text, letters));
        int shortest = SHORTEST_LABEL * letters.capital();
        int step = fit ? 1 : 1 + (shortest - 1) / (cellWidth + gap);
        return every(step, labels.columns(), columnWidth(step, letters), COLUMN_LINES);
    }

    private List<List<String>> rowLines() {
        int step = 1 + (letters.lineHeight() - 1) / (cellHeight + gap);
        int most = Math.max(1, (cellHeight + gap) / letters.lineHeight());
        int widest =
                (int)
                        Math.max(
                                WIDEST_ROW_LABEL * cellWidth,
                                3 * SHORTEST_LABEL * letters.capital());
        return every(step, labels.rows(), widest, most);
    }

    private List<List<String>> every(int step, List<String> texts, int width, int most) {
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            boolean left = i % step > 0 || texts.get(i).isBlank();
            lines.add(left ? List.of() : Wrapping.lines(texts.get(i), letters, width, most));
        }
        return lines;
    }

    private int leftBand() {
        int widest =
                rowLines.stream().flatMap(List::stream).mapToInt(letters::width).max().orElse(0);
        return widest == 0 ? gap : widest + 2 * space();
    }

    /** Width of the whole, or the largest number if it is beyond all bounds. */
    int width() {
        return bounded(left + (long) labels.columnCount() * (cellWidth + gap));
    }

    /** Height of the whole, or the largest number if it is beyond all bounds. */
    int height() {
        return bounded(top + (long) labels.rowCount() * (cellHeight + gap));
    }

    private static int bounded(long length) {
        return (int) Math.min(Integer.MAX_VALUE, length);
    }

    /** The place of a picture. */
    Rectangle cell(int row, int column) {
        return new Rectangle(
                left + column * (cellWidth + gap),
                top + row * (cellHeight + gap),
                cellWidth,
                cellHeight);
    }

    /** All lines of text in their places. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < headingLines.size(); i++) {
            String text = headingLines.get(i);
            int x = Math.max(gap, (width() - large.width(text)) / 2);
            lines.add(new Line(text, large, x, (i + 1) * large.lineHeight()));
        }
        for (int column = 0; column < columnLines.size(); column++) {
            addColumn(lines, columnLines.get(column), cell(0, column));
        }
        for (int row = 0; row < rowLines.size(); row++) {
            addRow(lines, rowLines.get(row), cell(row, 0));
        }
        return lines;
    }

    /** Centred above its column, the last line next to the pictures. */
    private void addColumn(List<Line> lines, List<String> texts, Rectangle cell) {
        int baseline = top - 1 - letters.descent() - (texts.size() - 1) * letters.lineHeight();
        for (String text : texts) {
            int middle = cell.x + (cellWidth - letters.width(text)) / 2;
            int x = Math.max(0, Math.min(middle, width() - letters.width(text)));
            lines.add(new Line(text, letters, x, baseline));
            baseline += letters.lineHeight();
        }
    }

    /** At the right of the band, half way up its row. */
    private void addRow(List<Line> lines, List<String> texts, Rectangle cell) {
        int height = (texts.size() - 1) * letters.lineHeight() + letters.capital();
        int baseline = cell.y + (cellHeight - height) / 2 + letters.capital();
        for (String text : texts) {
            int x = left - space() - letters.width(text);
            lines.add(new Line(text, letters, x, baseline));
            baseline += letters.lineHeight();
        }
    }
}
