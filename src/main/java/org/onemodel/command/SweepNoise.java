/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.explore.montage.Figure;
import org.onemodel.explore.sweep.NoiseFactors;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Decodes a plane with each of its noise maps times each of several factors. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.PLUGINS_LABEL, weight = MenuConstants.PLUGINS_WEIGHT),
            @Menu(label = "OneModel"),
            @Menu(label = "OneModel Noise Sweep...", weight = 14)
        },
        attrs = @Attr(name = HelpPages.PAGE, value = "noise-sweep.md"))
@ParameterOrder({
    "image",
    "model",
    "map",
    "factors",
    "show",
    "technical",
    "device",
    "tile",
    "overlap",
    "batch",
    "help"
})
public final class SweepNoise extends FigureCommand {

    @Parameter(
            label = "Map (all, or numbers from 0, the coarsest)",
            description =
                    "Which noise maps are swept, one after the other: all, or numbers such as 2 or"
                            + " 0,3-5. 0 is the coarsest; each further one has finer detail.",
            persist = false)
    private String map = "all";

    @Parameter(
            label = "Factors (FROM:TO:STEPS, or such as -2,0,1)",
            description =
                    "What each map is multiplied by: -2:3:6 are six factors from -2 to 3; or the"
                            + " factors with commas between. 1 is the image unchanged, 0 takes the"
                            + " map away, below 0 turns it round.",
            persist = false)
    private String factors = "-2:3:6";

    /** For SciJava. */
    public SweepNoise() {}

    @Override
    Figure figure() {
        return service()
                .explorer(options(), this::stopped)
                .sweepNoise(image(), NoiseMapSelection.parse(map), NoiseFactors.parse(factors));
    }
}
