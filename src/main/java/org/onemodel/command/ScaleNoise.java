/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.ImagePlus;
import java.awt.Rectangle;
import java.util.function.BooleanSupplier;
import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.restore.Preview;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.service.Previews;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Decodes an image with one of its noise maps, or all, multiplied by a factor. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.PLUGINS_LABEL, weight = MenuConstants.PLUGINS_WEIGHT),
            @Menu(label = "OneModel"),
            @Menu(label = "OneModel Scale Noise...", weight = 13)
        },
        attrs = @Attr(name = HelpPages.PAGE, value = "noise-maps.md"))
@ParameterOrder({
    "image",
    "model",
    "map",
    "factor",
    "region",
    "channels",
    "slices",
    "frames",
    "output",
    "preview",
    "estimate",
    "technical",
    "device",
    "tile",
    "overlap",
    "batch",
    "normalization",
    "help"
})
public final class ScaleNoise extends RestoringCommand {

    @Parameter(
            label = "Map (all, or numbers from 0, the coarsest)",
            description =
                    "Which noise maps are multiplied: all, or numbers such as 2 or 0,3-5. 0 is the"
                            + " coarsest; each further one has finer detail.",
            persist = false)
    private String map = "all";

    @Parameter(
            label = "Factor (1 = unchanged, 0 = none)",
            description =
                    "What the noise maps are multiplied by, such as 0.5; below 0 turns it round.",
            persist = false)
    private String factor = "1.0";

    /** For SciJava. */
    public ScaleNoise() {}

    @Override
    Preview preview(
            Previews previews,
            RestoreOptions options,
            Rectangle visible,
            BooleanSupplier canceled) {
        return previews.scaleNoise(options, maps(), scale(), visible, canceled);
    }

    @Override
    public ImagePlus restore(ImagePlus image, BooleanSupplier stopped) {
        return service().scaleNoise(image, options(), maps(), scale(), stopped);
    }

    private NoiseMapSelection maps() {
        return NoiseMapSelection.parse(map);
    }

    private double scale() {
        return Numbers.real("factor", factor);
    }
}
