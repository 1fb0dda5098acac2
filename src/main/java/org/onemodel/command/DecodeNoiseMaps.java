/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.ImagePlus;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onemodel.explore.maps.EncodedImage;
import org.onemodel.image.OutputType;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.service.Explorer;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Decodes noise maps that were exported, and perhaps edited, to an image. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.PLUGINS_LABEL, weight = MenuConstants.PLUGINS_WEIGHT),
            @Menu(label = "OneModel"),
            @Menu(label = "OneModel Decode Noise Maps...", weight = 12)
        },
        attrs = @Attr(name = HelpPages.PAGE, value = "noise-maps.md"))
@ParameterOrder({
    "image",
    "model",
    "stacks",
    "embedding",
    "output",
    "technical",
    "device",
    "tile",
    "overlap",
    "batch",
    "help"
})
public final class DecodeNoiseMaps extends ImageCommand implements ImageIsOptional {

    private static final String THIS = "this";
    private static final String ALL = "all";
    private static final String NONE = "none";

    /** The tiles are those of the export. */
    private static final Set<String> SETTLED = Set.of("tile", "overlap", "batch");

    @Parameter(
            label = "Stacks (of noise maps)",
            description =
                    "this decodes the maps of this stack, and all others as they were read; all"
                            + " also takes the other open stacks of the same export, such as those"
                            + " of the other resolutions; none decodes the embedding as it is.",
            choices = {THIS, ALL, NONE},
            persist = false)
    private String stacks = THIS;

    @Parameter(
            label = "Embedding (an .npz file, or nothing)",
            description =
                    "The file that was written with the maps. It is needed after they were saved"
                            + " and opened again; a stack that was just exported brings its latent"
                            + " code with it.",
            required = false,
            persist = false)
    private File embedding = new File("");

    @Parameter(
            label = "Output (bit depth)",
            description =
                    "same is the bit depth of the image that the maps were read from; 32-bit values"
                            + " are neither rounded nor cut off.",
            choices = {"same", "32-bit"},
            persist = false)
    private String output = "same";

    /** For SciJava. */
    public DecodeNoiseMaps() {}

    @Override
    protected String defaultModel() {
        return EncodedImage.ITS_MODEL;
    }

    @Override
    protected List<String> offeredModels() {
        List<String> models = new ArrayList<>(List.of(EncodedImage.ITS_MODEL));
        models.addAll(super.offeredModels());
        return models;
    }

    @Override
    protected boolean concerns(ImagePlus on, String parameter) {
        return !SETTLED.contains(parameter) && super.concerns(on, parameter);
    }

    @Override
    public void run() {
        give(this::decode);
    }

    private ImagePlus decode() {
        Explorer explorer = service().explorer(options(), this::stopped);
        ImagePlus[] maps =
                switch (stacks) {
                    case THIS -> new ImagePlus[] {image()};
                    case ALL -> explorer.openTogetherWith(image()).toArray(ImagePlus[]::new);
                    case NONE -> new ImagePlus[0];
                    default ->
                            throw new OneModelException(
                                    "The stacks are '" + stacks + "'; give this, all or none.");
                };
        Optional<Path> file = Paths.given(embedding);
        if (file.isEmpty() && maps.length == 0) {
            throw new OneModelException(
                    "There is nothing to decode: with stacks=none, give an embedding.");
        }
        return file.isPresent() ? explorer.decode(file.get(), maps) : explorer.decode(maps);
    }

    @Override
    protected RestoreOptions options() {
        RestoreOptions options = super.options();
        try {
            return options.withOutput(OutputType.of(output));
        } catch (IllegalArgumentException e) {
            throw new OneModelException(e.getMessage(), e);
        }
    }
}
