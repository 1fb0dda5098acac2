/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.ImagePlus;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.onemodel.explore.maps.NoiseMapFormat;
import org.onemodel.image.RegionUse;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.service.Explorer;
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
    "size",
    "region",
    "channels",
    "slices",
    "frames",
    "technical",
    "device",
    "tile",
    "overlap",
    "batch",
    "embedding",
    "help"
})
public final class ExportNoiseMaps extends ImageCommand {

    private static final String CURRENT = "current";

    @Parameter(
            label = "Mode",
            description =
                    "raw gives the values that the network uses; normalized brings each map to mean"
                            + " 0 and standard deviation 1, so that maps can be compared.",
            choices = {"raw", "normalized"},
            persist = false)
    private String mode = "raw";

    @Parameter(
            label = "Size (of the maps)",
            description =
                    "image enlarges all maps to the size of the image, each pixel as a square, in"
                            + " one stack; native gives a stack for each resolution.",
            choices = {"image", "native"},
            persist = false)
    private String size = "image";

    @Parameter(
            label = "Region",
            description =
                    "inside reads the box around the selection; whole reads all; auto is inside if"
                            + " there is a selection that has an area.",
            choices = {"auto", "inside", "whole"},
            persist = false)
    private String region = "auto";

    @Parameter(
            label = "Channels (current, all, or such as 1,3)",
            description =
                    "Of which channels to read maps: current, all, or numbers such as 1,3. The"
                            + " result is a hyperstack of these.",
            required = false,
            persist = false)
    private String channels = CURRENT;

    @Parameter(
            label = "Slices (current, all, or such as 3-7)",
            description =
                    "Of which slices to read maps: current, all, or numbers such as 3-7. The result"
                            + " has them as frames, as its slices are the maps.",
            required = false,
            persist = false)
    private String slices = CURRENT;

    @Parameter(
            label = "Frames (current, all, or such as 3-7)",
            description = "Of which frames to read maps: current, all, or numbers such as 3-7.",
            required = false,
            persist = false)
    private String frames = CURRENT;

    @Parameter(
            label = "Embedding (an .npz file to write, or nothing)",
            description =
                    "Keeps the maps and the latent code in a file, with which the maps can be"
                            + " decoded after they were saved and opened again.",
            required = false,
            persist = false)
    private File embedding = new File("");

    /** For SciJava. */
    public ExportNoiseMaps() {}

    @Override
    public void run() {
        give(
                () -> {
                    List<ImagePlus> stacks = export();
                    stacks.subList(0, stacks.size() - 1).forEach(this::show);
                    return stacks.get(stacks.size() - 1);
                });
    }

    private List<ImagePlus> export() {
        Explorer explorer = service().explorer(options(), this::stopped);
        Optional<Path> file = Paths.given(embedding);
        return file.isPresent()
                ? explorer.noiseMaps(image(), format(), file.get())
                : explorer.noiseMaps(image(), format());
    }

    private NoiseMapFormat format() {
        try {
            return NoiseMapFormat.parse(channels, slices, frames, mode, size);
        } catch (IllegalArgumentException e) {
            throw new OneModelException(e.getMessage(), e);
        }
    }

    @Override
    protected RestoreOptions options() {
        RestoreOptions options = super.options();
        try {
            return options.withRegion(RegionUse.of(region));
        } catch (IllegalArgumentException e) {
            throw new OneModelException(e.getMessage(), e);
        }
    }
}
