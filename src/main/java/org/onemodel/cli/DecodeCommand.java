/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.onemodel.explore.maps.EncodedImage;
import org.onemodel.explore.maps.EncodedImageFile;
import org.onemodel.explore.maps.MapDecoding;
import org.onemodel.image.OutputType;
import org.onemodel.restore.RestoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code decode EMBEDDING.npz OUTPUT.tif}. */
@Command(
        name = "decode",
        description = "Makes an image of latent codes and noise maps, edited or not.")
final class DecodeCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "EMBEDDING.npz",
            description =
                    "Latent codes and noise maps, as reconstruct --embedding and noise-maps"
                            + " --embedding write them.")
    private Path embedding;

    @Parameters(paramLabel = "OUTPUT", description = "A .tif file, or .png for one plane.")
    private Path output;

    @Mixin private NetworkArguments network;

    @Option(
            names = "--noise-maps",
            paramLabel = "STACK.tif",
            description =
                    "Noise maps that take the place of those in the file, as noise-maps writes"
                            + " them; may be given several times.")
    private List<Path> stacks = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "O",
            defaultValue = "same",
            description = "Type of the result: same or 32-bit (default: ${DEFAULT-VALUE}).")
    private String type;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RestoreOptions wanted = options();
        ImageFiles.checkWritable(output);
        EncodedImage encoded = EncodedImageFile.read(embedding);
        List<ImagePlus> maps = new ArrayList<>();
        for (Path stack : stacks) {
            maps.add(ImageFiles.read(stack));
        }
        ImageFiles.write(decoded(encoded, maps, encoded.withModel(wanted)), output);
        spec.commandLine().getOut().println(output);
        return 0;
    }

    private RestoreOptions options() {
        RestoreOptions options = network.options();
        boolean given = spec.commandLine().getParseResult().hasMatchedOption("--model");
        RestoreOptions named = given ? options : options.withModel(EncodedImage.ITS_MODEL);
        return NetworkArguments.checked(spec, () -> named.withOutput(OutputType.of(type)));
    }

    private ImagePlus decoded(EncodedImage encoded, List<ImagePlus> maps, RestoreOptions options)
            throws IOException {
        TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr());
        try (Session session = new Session(options)) {
            return session.compute(
                    progress,
                    (autoencoder, model, shown) ->
                            new MapDecoding(autoencoder, model.tile(), options)
                                    .of(encoded, maps, shown));
        } finally {
            progress.clear();
        }
    }
}
