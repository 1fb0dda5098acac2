/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.IJ;
import org.onemodel.explore.grid.ColorGridResult;
import org.onemodel.explore.grid.GridMaps;
import org.onemodel.explore.montage.Figure;
import org.onemodel.explore.sweep.NoiseFactors;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Decodes an image with two of its noise maps, each times several factors, as a grid. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.PLUGINS_LABEL, weight = MenuConstants.PLUGINS_WEIGHT),
            @Menu(label = "OneModel"),
            @Menu(label = "OneModel Color Grid...", weight = 15)
        },
        attrs = @Attr(name = HelpPages.PAGE, value = "color-grid.md"))
@ParameterOrder({
    "image",
    "model",
    "maps",
    "range",
    "steps",
    "show",
    "technical",
    "device",
    "tile",
    "overlap",
    "batch",
    "help"
})
public final class ColorGrid extends FigureCommand {

    @Parameter(
            label = "Maps (auto, or two numbers from 0, the coarsest)",
            description =
                    "The two noise maps, such as 2,5: rows are factors of the first, columns of the"
                            + " second. auto takes those that change colours most, and tells which"
                            + " in the log.",
            persist = false)
    private String maps = "auto";

    @Parameter(
            label = "Range (first and last factor)",
            description =
                    "What each map is multiplied by, from one number to another, such as 0.5:1.5. 1"
                            + " changes nothing, 0 takes the map away, below 0 turns it round.",
            persist = false)
    private String range = "0.5:1.5";

    @Parameter(
            label = "Steps (factors of each map)",
            description =
                    "How many factors at equal distances; 5 give a grid of 5 times 5 pictures.",
            persist = false)
    private String steps = "5";

    /** For SciJava. */
    public ColorGrid() {}

    @Override
    Figure figure() {
        GridMaps pair = GridMaps.parse(maps);
        ColorGridResult grid =
                service().explorer(options(), this::stopped).colorGrid(image(), pair, factors());
        if (!grid.choice().isEmpty()) {
            IJ.log("OneModel Color Grid: " + grid.choice());
        }
        return grid;
    }

    private NoiseFactors factors() {
        return NoiseFactors.range(range, Numbers.whole("steps", steps, "a whole number from 2"));
    }
}
