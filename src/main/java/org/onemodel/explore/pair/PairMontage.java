/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.pair;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import org.onemodel.explore.montage.LabelledMontage;
import org.onemodel.explore.montage.Look;
import org.onemodel.explore.montage.MontageSheet;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.OutputType;
import org.onemodel.image.Plane;
import org.onemodel.image.PlaneSeries;
import org.onemodel.image.Titles;

/** Images between two others, in rows that have the two themselves at the left and at the right. */
final class PairMontage {

    private final ImagePair images;
    private final PlaneSeries series;
    private final MontageSheet sheet;
    private final Look first;
    private final Look second;

    /**
     * A montage with nothing between the two.
     *
     * @param images the two
     * @param rows labels of the rows
     * @param columns labels of the columns between the two
     * @throws org.onemodel.restore.OneModelException if so many do not fit into a montage
     */
    PairMontage(ImagePair images, List<String> rows, List<String> columns) {
        this.images = images;
        this.series = images.series();
        this.first = images.firstLook();
        this.second = images.secondLook();
        List<String> labels = new ArrayList<>(columns);
        labels.add(0, images.firstImage().getTitle());
        labels.add(images.secondImage().getTitle());
        ImagePlanes one = images.first();
        this.sheet =
                new LabelledMontage(one.width(), one.height(), rows.size(), labels.size())
                        .withRowLabels(rows)
                        .withColumnLabels(labels)
                        .sheet();
        for (int row = 0; row < rows.size(); row++) {
            putInput(row, 0, images.first(), first);
            putInput(row, labels.size() - 1, images.second(), second);
        }
    }

    private void putInput(int row, int column, ImagePlanes plane, Look look) {
        PlaneSeries own = new PlaneSeries(plane, OutputType.SAME);
        sheet.put(row, column, look.on(own.picture(Plane.of(plane.rows(0)))));
    }

    /**
     * Puts an image between the two.
     *
     * @param row from 0
     * @param column from 0, the one right of the first image
     * @param plane the image's values
     * @param t whose display range it is shown with, from 0, the first's, to 1, the second's
     */
    void put(int row, int column, Plane plane, double t) {
        sheet.put(row, column + 1, first.towards(second, t).on(series.picture(plane)));
    }

    /** The montage, an RGB image that is not shown. */
    ImagePlus image(String suffix) {
        return sheet.image(Titles.unique(images.firstImage().getTitle(), suffix));
    }
}
