/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import java.util.Map;
import org.onemodel.explore.pair.StyleMix;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Mixes the styles of two images: coarse latent layers of the first, fine ones of the second. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.PLUGINS_LABEL, weight = MenuConstants.PLUGINS_WEIGHT),
            @Menu(label = "OneModel"),
            @Menu(label = "OneModel Mix Styles...", weight = 22)
        },
        attrs = @Attr(name = HelpPages.PAGE, value = "mix-styles.md"))
@ParameterOrder({
    "image",
    "second",
    "model",
    "crossover",
    "noise",
    "seed",
    "show",
    "technical",
    "device",
    "tile",
    "overlap",
    "batch",
    "help"
})
public final class MixStyles extends TwoImageFigureCommand implements DependentParameters {

    private static final String RANDOM = "random";
    private static final String IMAGE = "image";

    @Parameter(
            label = "Crossover (layer such as 4, or resolution such as 16x16)",
            description =
                    "The first latent layer that comes from the second image: a layer's number, or"
                            + " the first layer of a resolution. 0 takes all of the second image.",
            persist = false)
    private String crossover = "16x16";

    @Parameter(
            label = "Noise",
            description =
                    "Whose noise maps are taken, and with them whose range of grey values: the"
                            + " first image's, the second's, or random ones.",
            choices = {"first", "second", RANDOM},
            persist = false)
    private String noise = "first";

    @Parameter(
            label = "Seed (of random noise maps)",
            description = "What random noise maps start from. The same seed gives the same image.",
            persist = false)
    private String seed = "0";

    @Parameter(
            label = "Show",
            description =
                    "image is the mixed image; montage is a figure with a column for each crossover"
                            + " and a row for each kind of noise; both gives the two.",
            choices = {IMAGE, "montage", "both"},
            persist = false)
    private String show = IMAGE;

    /** For SciJava. */
    public MixStyles() {}

    @Override
    public void run() {
        giveAll(
                () ->
                        service()
                                .explorer(options(), this::stopped)
                                .mixStyles(image(), second(), mix()));
    }

    private StyleMix mix() {
        return StyleMix.defaults()
                .withSeed(Numbers.seed("seed", seed))
                .withWords(crossover, noise, show);
    }

    @Override
    public boolean matters(String parameter, Map<String, ?> values) {
        boolean single = IMAGE.equals(values.get("show"));
        return switch (parameter) {
            case "seed" -> !single || RANDOM.equals(values.get("noise"));
            default -> true;
        };
    }
}
