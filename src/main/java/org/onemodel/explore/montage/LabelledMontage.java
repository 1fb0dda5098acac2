/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.montage;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.util.List;
import org.onemodel.restore.OneModelException;

/**
 * Pictures of one size in rows and columns, with labels at the left and above, as figures show
 * them: white between them, black letters. Immutable.
 *
 * <p>Small pictures are enlarged by a whole factor, each pixel a square, until a cell has at least
 * {@value #SMALLEST_CELL} pixels along its longer side. If the whole would be larger than the
 * greatest side, cells are made smaller: by averaging, so that nothing is lost between pixels.
 *
 * <p>Letters are drawn without Java's fonts, and look the same on every machine; those of other
 * scripts than Latin, but for some Greek ones, are boxes.
 *
 * <pre>{@code
 * ImagePlus figure = new LabelledMontage(64, 64, 2, 3)
 *         .withRowLabels(List.of("map 0", "map 1"))
 *         .withColumnLabels(List.of("0", "1", "2"))
 *         .draw("sweep", (row, column) -> pictures[row][column]);
 * }</pre>
 */
public final class LabelledMontage {

    /** The greatest side of a montage in pixels, if no other is given. */
    public static final int DEFAULT_SIDE = 4096;

    private static final int SMALLEST_CELL = 96;

    /** Gives the pictures, or null for a cell that stays white. */
    @FunctionalInterface
    public interface Pictures {
        /**
         * The picture of a cell.
         *
         * @param row from 0 at the top
         * @param column from 0 at the left
         * @return 8-bit, 16-bit, 32-bit or RGB pixels of the montage's picture size, or null
         */
        ImageProcessor at(int row, int column);
    }

    private final int width;
    private final int height;
    private final Labels labels;
    private final CellPicture look;
    private final int side;

    /**
     * A montage without labels.
     *
     * @param pictureWidth width of each picture in pixels
     * @param pictureHeight height of each picture
     * @param rows number of rows
     * @param columns number of columns
     */
    public LabelledMontage(int pictureWidth, int pictureHeight, int rows, int columns) {
        this(
                pictureWidth,
                pictureHeight,
                new Labels(rows, columns, "", List.of(), List.of()),
                CellPicture.OWN_RANGE,
                DEFAULT_SIDE);
    }

    private LabelledMontage(int width, int height, Labels labels, CellPicture look, int side) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("pictures of " + width + "x" + height + " pixels");
        }
        this.width = width;
        this.height = height;
        this.labels = labels;
        this.look = look;
        this.side = side;
    }

    /**
     * With other words at the left.
     *
     * @param rowLabels one a row, some maybe empty; line breaks are kept, long ones are broken
     * @return a new montage
     * @throws IllegalArgumentException if there are more or fewer
     */
    public LabelledMontage withRowLabels(List<String> rowLabels) {
        return with(
                new Labels(
                        labels.rowCount(),
                        labels.columnCount(),
                        labels.heading(),
                        rowLabels,
                        labels.columns()));
    }

    /**
     * With other words above.
     *
     * @param columnLabels one a column, some maybe empty; line breaks are kept, long ones are
     *     broken
     * @return a new montage
     * @throws IllegalArgumentException if there are more or fewer
     */
    public LabelledMontage withColumnLabels(List<String> columnLabels) {
        return with(
                new Labels(
                        labels.rowCount(),
                        labels.columnCount(),
                        labels.heading(),
                        labels.rows(),
                        columnLabels));
    }

    /**
     * With a heading.
     *
     * @param heading written above all, such as what columns and rows are; or empty
     * @return a new montage
     */
    public LabelledMontage withHeading(String heading) {
        return with(
                new Labels(
                        labels.rowCount(),
                        labels.columnCount(),
                        heading,
                        labels.rows(),
                        labels.columns()));
    }

    private LabelledMontage with(Labels changed) {
        return new LabelledMontage(width, height, changed, look, side);
    }

    /**
     * With one display range for all pictures but those in RGB. Without, each picture has its own.
     *
     * @param low the value that is black, or the look-up table's first colour
     * @param high the value that is white, or its last colour
     * @return a new montage
     */
    public LabelledMontage withDisplayRange(double low, double high) {
        return new LabelledMontage(width, height, labels, new CellPicture(low, high), side);
    }

    /**
     * With another greatest side.
     *
     * @param pixels neither width nor height of the montage is above it
     * @return a new montage
     */
    public LabelledMontage withGreatestSide(int pixels) {
        return new LabelledMontage(width, height, labels, look, pixels);
    }

    /**
     * Draws it.
     *
     * @param title title of the image
     * @param pictures asked row by row; each is let go before the next
     * @return an RGB image, not shown
     * @throws OneModelException if so many pictures can't be shown in the greatest side
     */
    public ImagePlus draw(String title, Pictures pictures) {
        MontageSheet sheet = sheet();
        for (int row = 0; row < labels.rowCount(); row++) {
            for (int column = 0; column < labels.columnCount(); column++) {
                ImageProcessor picture = pictures.at(row, column);
                if (picture != null) {
                    sheet.put(row, column, picture);
                }
            }
        }
        return sheet.image(title);
    }

    /**
     * Draws the labels, and leaves the cells for pictures that come one after the other.
     *
     * @return a new sheet
     * @throws OneModelException if so many pictures can't be shown in the greatest side
     */
    public MontageSheet sheet() {
        return new MontageSheet(width, height, layout(), look);
    }

    /** The largest cells that fit: enlarged by a whole factor, or of any smaller size. */
    private MontageLayout layout() {
        if (labels.rowCount() > side || labels.columnCount() > side) {
            throw tooMany(); // before that many labels are broken into lines
        }
        int longer = Math.max(width, height);
        for (int factor = (SMALLEST_CELL + longer - 1) / longer; factor > 0; factor--) {
            MontageLayout layout = new MontageLayout(labels, factor * width, factor * height);
            if (fits(layout)) {
                return layout;
            }
        }
        int fits = 0;
        int tooLarge = longer;
        while (tooLarge - fits > 1) {
            int middle = (fits + tooLarge) >>> 1;
            if (fits(layout(middle))) {
                fits = middle;
            } else {
                tooLarge = middle;
            }
        }
        if (fits == 0) {
            throw tooMany();
        }
        return layout(fits);
    }

    private OneModelException tooMany() {
        return new OneModelException(
                String.format(
                        "A montage of %d x %d pictures does not fit into %d pixels; give fewer.",
                        labels.columnCount(), labels.rowCount(), side));
    }

    private boolean fits(MontageLayout layout) {
        return layout.width() <= side && layout.height() <= side;
    }

    /** With cells whose longer side has some length. */
    private MontageLayout layout(int longer) {
        double scale = (double) longer / Math.max(width, height);
        return new MontageLayout(
                labels,
                (int) Math.max(1, Math.rint(scale * width)),
                (int) Math.max(1, Math.rint(scale * height)));
    }
}
