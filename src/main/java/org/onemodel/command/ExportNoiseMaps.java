/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import org.onemodel.restore.OneModelException;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows the noise maps of the plane that an image shows, as a stack with one slice a map. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.PLUGINS_LABEL, weight = MenuConstants.PLUGINS_WEIGHT),
            @Menu(label = "OneModel"),
            @Menu(label = "OneModel Export Noise Maps...", weight = 11)
        },
        attrs = @Attr(name = HelpPages.PAGE, value = "noise-maps.md"))
@ParameterOrder({
    "image",
    "model",
    "mode",
    "technical",
    "device",
    "tile",
    "overlap",
    "batch",
    "help"
})
public final class ExportNoiseMaps extends ImageCommand {

    private static final String RAW = "raw";
    private static final String NORMALIZED = "normalized";

    @Parameter(
            label = "Mode",
            description =
                    "raw gives the values that the network uses; normalized brings each map to mean"
                            + " 0 and standard deviation 1, so that maps can be compared.",
            choices = {RAW, NORMALIZED},
            persist = false)
    private String mode = RAW;

    /** For SciJava. */
    public ExportNoiseMaps() {}

    @Override
    public void run() {
        give(() -> service().noiseMaps(image(), options(), normalize(), this::stopped));
    }

    private boolean normalize() {
        return switch (mode) {
            case RAW -> false;
            case NORMALIZED -> true;
            default ->
                    throw new OneModelException(
                            "There is no mode '" + mode + "'; give raw or normalized.");
        };
    }
}
