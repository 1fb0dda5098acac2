/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.util.List;

/**
 * How the values of latent codes and noise maps are distributed.
 *
 * @param model the model's name
 * @param planes a row for each plane and subject, in the order of the images
 * @param all a row for each subject over all planes: the layers of the latent code, then the noise
 *     maps, coarse to fine
 * @param failed the images that could not be counted
 */
public record StatisticsReport(
        String model,
        List<PlaneSummary> planes,
        List<SubjectSummary> all,
        List<FailedImage> failed) {

    /** Keeps the lists as they are now. */
    public StatisticsReport {
        planes = List.copyOf(planes);
        all = List.copyOf(all);
        failed = List.copyOf(failed);
    }

    /**
     * How many planes were counted.
     *
     * @return over all images
     */
    public int planeCount() {
        return planes.size() / Math.max(1, all.size());
    }

    /**
     * The figures of each plane.
     *
     * @return headings and cells
     */
    public StatisticsTable planesTable() {
        return StatisticsTable.ofPlanes(planes);
    }

    /**
     * The figures over all planes.
     *
     * @return headings and cells
     */
    public StatisticsTable summaryTable() {
        return StatisticsTable.ofAll(all);
    }

    /**
     * The figures of each plane, for ImageJ.
     *
     * @return a new table, not shown
     */
    public ResultsTable planesResults() {
        return planesTable().toResultsTable();
    }

    /**
     * The figures over all planes, for ImageJ.
     *
     * @return a new table, not shown
     */
    public ResultsTable summaryResults() {
        return summaryTable().toResultsTable();
    }

    /**
     * The histograms of all subjects over all planes, each with the normal curve of the same mean
     * and standard deviation.
     *
     * @return an RGB stack with a plot and a label for each, not shown
     */
    public ImagePlus histograms() {
        return new HistogramPlots(model).of(all);
    }

    /**
     * The same histograms side by side.
     *
     * @return an RGB image, not shown
     */
    public ImagePlus histogramSheet() {
        return new HistogramPlots(model).sheet(all);
    }
}
