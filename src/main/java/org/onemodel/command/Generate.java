/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import org.onemodel.explore.generation.Generation;
import org.onemodel.restore.OneModelException;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes images from random latent codes. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.PLUGINS_LABEL, weight = MenuConstants.PLUGINS_WEIGHT),
            @Menu(label = "OneModel"),
            @Menu(label = "OneModel Generate...", weight = 23)
        },
        attrs = @Attr(name = HelpPages.PAGE, value = "generate.md"))
@ParameterOrder({
    "model",
    "count",
    "seed",
    "truncation",
    "noise",
    "embedding",
    "output",
    "technical",
    "device",
    "help"
})
public final class Generate extends ModelCommand implements DependentParameters {

    private static final String GIVEN = "given";

    @Parameter(
            label = "Count (number of images)",
            description = "How many images are made; each is a slice of the result.",
            persist = false)
    private String count = "8";

    @Parameter(
            label = "Seed (any whole number)",
            description =
                    "What the random numbers start from. The same seed gives the same images, and"
                            + " another one others.",
            persist = false)
    private String seed = "0";

    @Parameter(
            label = "Truncation (1 = none, 0 = the mean image)",
            description =
                    "How far images may be from the mean one. Nearer to 0 they are more alike and"
                            + " have fewer errors; 1 leaves them as they are drawn.",
            persist = false)
    private String truncation = "0.7";

    @Parameter(
            label = "Noise",
            description =
                    "Noise maps, which carry fine detail: random ones for each image; fixed ones,"
                            + " the same for all images; none, which leaves what the latent code"
                            + " alone says; or given ones, of an image that was encoded.",
            choices = {"random", "fixed", "none", GIVEN},
            persist = false)
    private String noise = "random";

    @Parameter(
            label = "Embedding (an .npz file, for given noise)",
            description =
                    "The file with the noise maps, as it was written when an image was encoded."
                            + " The images get the size of its tiles.",
            required = false,
            persist = false)
    private File embedding = new File("");

    @Parameter(
            label = "Output (bit depth)",
            description =
                    "8-bit is what people look at, RGB for a model of colour images; 32-bit gives"
                            + " the generator's own values, about -1 to 1, with colours as"
                            + " channels.",
            choices = {"8-bit", "32-bit"},
            persist = false)
    private String output = "8-bit";

    /** For SciJava. */
    public Generate() {}

    @Override
    public void run() {
        give(() -> service().explorer(options(), this::stopped).generate(generation()));
    }

    /** A file is needed for given noise only. */
    @Override
    public boolean matters(String parameter, Map<String, ?> values) {
        return !parameter.equals("embedding") || GIVEN.equals(values.get("noise"));
    }

    private Generation generation() {
        Generation numbers =
                Generation.defaults()
                        .withCount(Numbers.whole("count", count, "a whole number from 1"))
                        .withSeed(Numbers.seed("seed", seed))
                        .withTruncation(Numbers.real("truncation", truncation));
        try {
            return numbers.withWords(noise, Paths.given(embedding), output);
        } catch (IOException e) {
            throw new OneModelException(e.getMessage(), e);
        }
    }
}
