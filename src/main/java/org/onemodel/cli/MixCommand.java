/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.onemodel.explore.pair.StyleMix;
import org.onemodel.explore.pair.StyleMixing;
import org.onemodel.restore.RestoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mix A B OUTPUT --crossover K}. */
@Command(
        name = "mix",
        description = "Mixes styles: coarse latent layers of one image, fine ones of another.")
final class MixCommand implements Callable<Integer> {

    @Mixin private PairArguments images;

    @Mixin private ModelArguments model;

    @Option(
            names = "--crossover",
            paramLabel = "K",
            required = true,
            description =
                    "The first latent layer that is B's: a layer such as 4, or a resolution such as"
                            + " 16x16.")
    private String crossover;

    @Option(
            names = "--noise",
            paramLabel = "N",
            defaultValue = "first",
            description = "Noise maps: first, second or random (default: ${DEFAULT-VALUE}).")
    private String noise;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Of the random noise maps (default: ${DEFAULT-VALUE}).")
    private long seed = StyleMix.defaults().seed();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        StyleMix mix =
                NetworkArguments.checked(
                        spec,
                        () ->
                                StyleMix.defaults()
                                        .withSeed(seed)
                                        .withWords(
                                                crossover,
                                                noise,
                                                images.hasMontage() ? "both" : "image"));
        RestoreOptions options = model.options();
        images.run(
                1,
                options,
                (a, b) ->
                        (autoencoder, of, progress) ->
                                new StyleMixing(autoencoder, of.tile(), options, mix)
                                        .of(a, b, progress));
        return 0;
    }
}
