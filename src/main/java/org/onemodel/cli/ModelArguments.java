/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import org.onemodel.restore.RestoreOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of all commands that send images through a model. */
final class ModelArguments {

    @Mixin private NetworkArguments network;

    @Option(
            names = "--tile",
            paramLabel = "N",
            description = "Side of a tile in pixels (default: the model's).")
    private int tile;

    @Option(
            names = "--overlap",
            paramLabel = "N",
            description = "Pixels that neighbouring tiles share (default: a quarter of a tile).")
    private int overlap;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Tiles computed at a time (default: as the model wants it).")
    private int batch;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    /**
     * The options in the library's form.
     *
     * @return the options
     * @throws ParameterException if a value cannot be, which is wrong usage
     */
    RestoreOptions options() {
        RestoreOptions chosen = network.options();
        return NetworkArguments.checked(
                command, () -> chosen.withTile(tile).withOverlap(overlap).withBatch(batch));
    }
}
