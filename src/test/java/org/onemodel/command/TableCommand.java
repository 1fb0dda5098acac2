/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import org.onemodel.image.figure.LineChart;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A command that gives a table and a plot of its image's sides, and no other image. */
@Plugin(type = Command.class, label = "Measured")
public final class TableCommand extends ImageCommand {

    @Parameter(label = "Plot", type = ItemIO.OUTPUT)
    private ImagePlus plot;

    @Override
    public void run() {
        give(
                () -> {
                    ResultsTable table = new ResultsTable();
                    table.addRow();
                    table.addValue("side", image().getWidth());
                    table.addValue("share", 1.0 / 3);
                    table.addValue("name", image().getTitle());
                    table.addRow();
                    table.addValue("side", image().getHeight());
                    IJ.log("table " + give(table, "Sizes of " + image().getTitle()));
                    double[] sides = {image().getWidth(), image().getHeight()};
                    LineChart chart = new LineChart("Sides", "axis", "pixels");
                    plot = chart.withCurve("side", new double[] {0, 1}, sides).image();
                    give(plot);
                    return null;
                });
    }
}
