/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.onemodel.explore.pair.ImageInterpolation;
import org.onemodel.explore.pair.Interpolation;
import org.onemodel.restore.RestoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code interpolate A B OUTPUT.tif --steps N --mode all|latent|noise}. */
@Command(
        name = "interpolate",
        description = "Goes from one image to another, as a stack of images along time.")
final class InterpolateCommand implements Callable<Integer> {

    @Mixin private PairArguments images;

    @Mixin private ModelArguments model;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "How many images, the two ends among them (default: ${DEFAULT-VALUE}).")
    private int steps = Interpolation.defaults().steps();

    @Option(
            names = "--mode",
            paramLabel = "M",
            defaultValue = "all",
            description =
                    "What becomes that of B: all, latent (with random noise maps) or noise (with"
                            + " A's latent code) (default: ${DEFAULT-VALUE}).")
    private String mode;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Of the random noise maps (default: ${DEFAULT-VALUE}).")
    private long seed = Interpolation.defaults().seed();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Interpolation interpolation =
                NetworkArguments.checked(
                        spec,
                        () ->
                                Interpolation.defaults()
                                        .withSteps(steps)
                                        .withSeed(seed)
                                        .withWords(mode, images.hasMontage() ? "both" : "stack"));
        RestoreOptions options = model.options();
        images.run(
                steps,
                options,
                (a, b) ->
                        (autoencoder, of, progress) ->
                                new ImageInterpolation(
                                                autoencoder, of.tile(), options, interpolation)
                                        .of(a, b, progress));
        return 0;
    }
}
