/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.ImagePlus;
import java.awt.Rectangle;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.onemodel.restore.Preview;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.service.Previews;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Encodes an image or stack and decodes it again. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.PLUGINS_LABEL, weight = MenuConstants.PLUGINS_WEIGHT),
            @Menu(label = "OneModel"),
            @Menu(label = "OneModel Reconstruct...", weight = 2)
        },
        attrs = @Attr(name = HelpPages.PAGE, value = "reconstruct.md"))
@ParameterOrder({
    "image",
    "model",
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
    "embedding",
    "help"
})
public final class Reconstruct extends RestoringCommand {

    @Parameter(
            label = "Embedding (an .npz file to write, or nothing)",
            description =
                    "Keeps the latent code and the noise maps in a file, from which the image can"
                            + " be decoded again.",
            required = false,
            persist = false)
    private File embedding = new File("");

    /** For SciJava. */
    public Reconstruct() {}

    @Override
    Preview preview(
            Previews previews,
            RestoreOptions options,
            Rectangle visible,
            BooleanSupplier canceled) {
        return previews.reconstruct(options, visible, canceled);
    }

    @Override
    public ImagePlus restore(ImagePlus image, BooleanSupplier stopped) {
        Optional<Path> file = Paths.given(embedding);
        return file.isPresent()
                ? service().explorer(options(), stopped).reconstruct(image, file.get())
                : service().reconstruct(image, options(), stopped);
    }
}
