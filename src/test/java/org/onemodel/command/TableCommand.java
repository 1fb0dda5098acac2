/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.IJ;
import ij.measure.ResultsTable;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** A command that gives no image but a table of its image's size and mean. */
@Plugin(type = Command.class, label = "Measured")
public final class TableCommand extends ImageCommand {

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
                    return null;
                });
    }
}
