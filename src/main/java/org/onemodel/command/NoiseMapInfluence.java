/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import org.onemodel.explore.influence.InfluenceTable;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** Measures what each noise map changes in an image: colour, brightness, structure or nothing. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.PLUGINS_LABEL, weight = MenuConstants.PLUGINS_WEIGHT),
            @Menu(label = "OneModel"),
            @Menu(label = "OneModel Noise Map Influence...", weight = 16)
        },
        attrs = @Attr(name = HelpPages.PAGE, value = "influence.md"))
@ParameterOrder({"image", "model", "technical", "device", "tile", "overlap", "batch", "help"})
public final class NoiseMapInfluence extends ImageCommand {

    /** For SciJava. */
    public NoiseMapInfluence() {}

    @Override
    public void run() {
        give(
                () -> {
                    InfluenceTable table =
                            service().explorer(options(), this::stopped).influence(image());
                    give(table.table(), "Noise map influence of " + image().getTitle());
                    return null;
                });
    }
}
