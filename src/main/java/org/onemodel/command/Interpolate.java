/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import java.util.Map;
import org.onemodel.explore.pair.Interpolation;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Goes from one image to another on the straight line between their embeddings. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.PLUGINS_LABEL, weight = MenuConstants.PLUGINS_WEIGHT),
            @Menu(label = "OneModel"),
            @Menu(label = "OneModel Interpolate...", weight = 21)
        },
        attrs = @Attr(name = HelpPages.PAGE, value = "interpolate.md"))
@ParameterOrder({
    "image",
    "second",
    "model",
    "steps",
    "mode",
    "seed",
    "show",
    "technical",
    "device",
    "tile",
    "overlap",
    "batch",
    "help"
})
public final class Interpolate extends TwoImageFigureCommand implements DependentParameters {

    private static final String LATENT = "latent";
    private static final String STACK = "stack";

    @Parameter(
            label = "Steps (number of images)",
            description =
                    "How many images the way has, from the first to the second; these two are among"
                            + " them.",
            persist = false)
    private String steps = "9";

    @Parameter(
            label = "Mode",
            description =
                    "What becomes that of the second image: all is latent code and noise maps;"
                            + " latent is the latent code, with random noise maps; noise is the"
                            + " noise maps, with the first image's latent code.",
            choices = {"all", LATENT, "noise"},
            persist = false)
    private String mode = "all";

    @Parameter(
            label = "Seed (of random noise maps)",
            description =
                    "What the random noise maps of mode latent start from. The same seed gives the"
                            + " same images.",
            persist = false)
    private String seed = "0";

    @Parameter(
            label = "Show",
            description =
                    "stack is a film of the images; montage is a figure with a row for each mode;"
                            + " both gives the two.",
            choices = {STACK, "montage", "both"},
            persist = false)
    private String show = STACK;

    /** For SciJava. */
    public Interpolate() {}

    @Override
    public void run() {
        giveAll(
                () ->
                        service()
                                .explorer(options(), this::stopped)
                                .interpolate(image(), second(), interpolation()));
    }

    private Interpolation interpolation() {
        return Interpolation.defaults()
                .withSteps(Numbers.whole("number of steps", steps, "a whole number from 2"))
                .withSeed(Numbers.seed("seed", seed))
                .withWords(mode, show);
    }

    @Override
    public boolean matters(String parameter, Map<String, ?> values) {
        boolean film = STACK.equals(values.get("show"));
        return switch (parameter) {
            case "seed" -> !film || LATENT.equals(values.get("mode"));
            default -> true;
        };
    }
}
