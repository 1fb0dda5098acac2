/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.ImagePlus;
import java.util.Map;
import org.onemodel.explore.project.Projection;
import org.onemodel.explore.project.ProjectionOptions;
import org.onemodel.restore.OneModelException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Finds the embedding of an image by optimisation, and shows how near it came. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.PLUGINS_LABEL, weight = MenuConstants.PLUGINS_WEIGHT),
            @Menu(label = "OneModel"),
            @Menu(label = "OneModel Project...", weight = 24)
        },
        attrs = @Attr(name = HelpPages.PAGE, value = "project.md"))
@ParameterOrder({
    "image",
    "model",
    "steps",
    "start",
    "maps",
    "lpips",
    "snapshots",
    "curve",
    "technical",
    "rate",
    "seed",
    "device",
    "tile",
    "overlap",
    "batch",
    "help"
})
public final class Project extends ImageCommand implements DependentParameters {

    private static final String ENCODER = "encoder";

    @Parameter(
            label = "Steps (number of changes)",
            description =
                    "How often the latent code and the noise maps are changed, each time a little"
                            + " nearer to the image.",
            persist = false)
    private String steps = "100";

    @Parameter(
            label = "Start",
            description =
                    "encoder begins with what the encoder reads from the image, as Reconstruct"
                            + " does; mean begins with the mean latent code, which knows no image.",
            choices = {ENCODER, "mean"},
            persist = false)
    private String start = ENCODER;

    @Parameter(
            label = "Maps (noise maps are changed)",
            description =
                    "yes changes the noise maps, too; no changes the latent code alone, as the"
                            + " first published methods did.",
            choices = {"yes", "no"},
            persist = false)
    private String maps = "yes";

    @Parameter(
            label = "LPIPS (weight, 0 = none)",
            description =
                    "How much it counts how alike the images look to a network, beside the mean"
                            + " squared error; 1 is what the encoder is trained with. Its weights"
                            + " are fetched with OneModel Models.",
            persist = false)
    private String lpips = "0";

    @Parameter(
            label = "Snapshots (steps between two, 0 = none)",
            description = "Keeps an image every so many steps and gives them as a stack.",
            persist = false)
    private String snapshots = "0";

    @Parameter(
            label = "Curve",
            description =
                    "How near the image came in each step: a plot of the PSNR, a table, both or"
                            + " none.",
            choices = {"plot", "table", "both", "none"},
            persist = false)
    private String curve = "plot";

    @Parameter(
            label = "Rate (factor of the steps' size)",
            description =
                    "What the size of the steps is multiplied by; less if the curve stands still,"
                            + " more if it rises slowly.",
            persist = false)
    private String rate = "1";

    @Parameter(
            label = "Seed (of random noise maps, none = zeros)",
            description =
                    "With a whole number, a start from the mean has random noise maps; the same"
                            + " seed gives the same ones.",
            persist = false)
    private String seed = "none";

    @Parameter(label = "Way", type = ItemIO.OUTPUT)
    private ImagePlus way;

    @Parameter(label = "Plot", type = ItemIO.OUTPUT)
    private ImagePlus plot;

    /** For SciJava. */
    public Project() {}

    @Override
    public void run() {
        give(
                () -> {
                    ProjectionOptions options = projection();
                    boolean plotted = wants("plot");
                    boolean listed = wants("table");
                    Projection found =
                            service().explorer(options(), this::stopped).project(image(), options);
                    if (listed) {
                        give(found.curve().table(), found.curve().title() + " projection");
                    }
                    if (plotted) {
                        plot = found.curve().plot();
                        give(plot);
                    }
                    found.snapshots().ifPresent(this::giveWay);
                    return found.image();
                });
    }

    private void giveWay(ImagePlus stack) {
        way = stack;
        give(way);
    }

    private boolean wants(String kind) {
        return switch (curve) {
            case "both" -> true;
            case "none" -> false;
            case "plot", "table" -> curve.equals(kind);
            default ->
                    throw new OneModelException(
                            "There is no curve '" + curve + "'; give plot, table, both or none.");
        };
    }

    private ProjectionOptions projection() {
        String expected = "a whole number, or 0 for none";
        return ProjectionOptions.defaults()
                .withSteps(Numbers.whole("number of steps", steps, "a whole number such as 100"))
                .withLpips(Numbers.real("LPIPS weight", lpips))
                .withSnapshots(
                        Numbers.whole("number of steps between snapshots", snapshots, expected))
                .withRate(Numbers.real("rate", rate))
                .withWords(start, maps, seed);
    }

    @Override
    public boolean matters(String parameter, Map<String, ?> values) {
        return !parameter.equals("seed") || !ENCODER.equals(values.get("start"));
    }
}
