/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.IJ;
import ij.ImagePlus;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.onemodel.explore.statistics.FailedImage;
import org.onemodel.explore.statistics.StatisticsReport;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.service.Explorer;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/**
 * Tells how the values of latent codes and noise maps are distributed, in the active image or in
 * those of a folder.
 */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.PLUGINS_LABEL, weight = MenuConstants.PLUGINS_WEIGHT),
            @Menu(label = "OneModel"),
            @Menu(label = "OneModel Statistics...", weight = 25)
        },
        attrs = @Attr(name = HelpPages.PAGE, value = "statistics.md"))
@ParameterOrder({
    "image",
    "folder",
    "model",
    "channels",
    "slices",
    "frames",
    "table",
    "technical",
    "device",
    "tile",
    "overlap",
    "batch",
    "normalization",
    "help"
})
public final class Statistics extends ImageCommand implements ImageIsOptional {

    private static final String ALL = "all";
    private static final String BOTH = "both";
    private static final String SUMMARY = "summary";
    private static final String PLANES = "planes";

    // Empty rather than null, which would not be recorded.
    @Parameter(
            label = "Folder (of images; if empty, the active image)",
            description =
                    "A folder whose images are looked at one after another. If it is empty, the"
                            + " planes of the active image are.",
            style = FileWidget.DIRECTORY_STYLE,
            required = false,
            persist = false)
    private File folder = new File("");

    @Parameter(
            label = "Channels (all, current, or such as 1,3)",
            description = "Which channels count: all, current, or numbers such as 1,3.",
            required = false,
            persist = false)
    private String channels = ALL;

    @Parameter(
            label = "Slices (all, current, or such as 3-7)",
            description = "Which slices count: all, current, or numbers such as 3-7 or 1,4-5.",
            required = false,
            persist = false)
    private String slices = ALL;

    @Parameter(
            label = "Frames (all, current, or such as 3-7)",
            description = "Which frames count: all, current, or numbers such as 3-7 or 1,4-5.",
            required = false,
            persist = false)
    private String frames = ALL;

    @Parameter(
            label = "Table",
            description =
                    "summary has a row for each layer and map, over all planes; planes has these"
                            + " rows for each plane; both gives two tables.",
            choices = {BOTH, SUMMARY, PLANES},
            persist = false)
    private String table = BOTH;

    @Parameter(
            label = "Normalization (planes with one grey range)",
            description =
                    "stack gives all planes of a channel one range of grey values; channel does so"
                            + " for the colours of RGB, too; slice gives each plane its own.",
            choices = {"stack", "channel", "slice"},
            persist = false)
    private String normalization = "stack";

    /** For SciJava. */
    public Statistics() {}

    /** The images of a folder may have channels, slices and frames that the active one lacks. */
    @Override
    protected boolean concerns(ImagePlus on, String parameter) {
        return true;
    }

    @Override
    public void run() {
        give(this::statistics);
    }

    private ImagePlus statistics() {
        if (!table.equals(BOTH) && !table.equals(SUMMARY) && !table.equals(PLANES)) {
            throw new OneModelException(
                    "There is no table '" + table + "'; give both, summary or planes.");
        }
        Explorer explorer = service().explorer(options(), this::stopped);
        StatisticsReport report =
                hasFolder() ? explorer.statistics(path()) : explorer.statistics(image());
        if (!table.equals(SUMMARY)) {
            give(report.planesResults(), "Statistics of planes");
        }
        if (!table.equals(PLANES)) {
            give(report.summaryResults(), "Statistics");
        }
        for (FailedImage failed : report.failed()) {
            IJ.log("OneModel: " + failed.sentence());
        }
        if (!report.failed().isEmpty()) {
            IJ.log("OneModel: images that could not be counted: " + report.failed().size());
        }
        return report.histograms();
    }

    private boolean hasFolder() {
        return folder != null && !folder.getPath().isBlank();
    }

    private Path path() {
        try {
            Path path = folder.toPath();
            if (!folder.isDirectory()) {
                throw new OneModelException("There is no folder " + path + "; check the path.");
            }
            return path;
        } catch (InvalidPathException e) {
            throw new OneModelException(
                    "The folder is '" + folder + "'; give the path of a folder.", e);
        }
    }

    @Override
    protected RestoreOptions options() {
        try {
            return super.options()
                    .withImageWords(channels, slices, frames, "whole", normalization, "same");
        } catch (IllegalArgumentException e) {
            throw new OneModelException(e.getMessage(), e);
        }
    }
}
