/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.service.ModelComputation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The arguments of a command that makes an image of two, and perhaps a montage. */
final class PairArguments {

    private static final int RGB = 24;

    @Parameters(index = "0", paramLabel = "A", description = "The first image.")
    private Path first;

    @Parameters(index = "1", paramLabel = "B", description = "The second image, of the same size.")
    private Path second;

    @Parameters(index = "2", paramLabel = "OUTPUT", description = "A .tif or .png file.")
    private Path output;

    @Option(
            names = "--montage",
            paramLabel = "FILE",
            description = "Also write a figure, a .png or .tif file.")
    private Path montage;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    /** Computes the images of two images. */
    @FunctionalInterface
    interface Computation {

        /**
         * Computes with a model.
         *
         * @param first the first image
         * @param second the second image
         * @return gives the result, and then the montage if there is to be one
         */
        ModelComputation<List<ImagePlus>> of(ImagePlus first, ImagePlus second);
    }

    /** Whether a montage is wanted. */
    boolean hasMontage() {
        return montage != null;
    }

    /**
     * Reads the two images, computes and writes what comes of them; prints the paths of the files.
     *
     * @param planes how many planes the result has
     * @param options model, device and tiling
     * @param computation computes
     * @throws IOException if a file can't be read or written
     */
    void run(int planes, RestoreOptions options, Computation computation) throws IOException {
        checkOutputs();
        ImagePlus a = ImageFiles.read(first);
        ImagePlus b = ImageFiles.read(second);
        if (Files.isSameFile(first, second)) {
            throw new OneModelException(
                    "A and B are the same image, " + first + "; give two different ones.");
        }
        ImageFiles.checkTakes(output, planes, Math.max(bits(a), bits(b)));
        List<ImagePlus> images = compute(options, computation.of(a, b));
        ImageFiles.write(images.get(0), output);
        command.commandLine().getOut().println(output);
        if (hasMontage()) {
            ImageFiles.write(images.get(1), montage);
            command.commandLine().getOut().println(montage);
        }
    }

    private void checkOutputs() throws IOException {
        ImageFiles.checkWritable(output);
        ImageArguments.refuseOverwriting(first, output);
        ImageArguments.refuseOverwriting(second, output);
        if (hasMontage()) {
            ImageFiles.checkWritable(montage);
            ImageArguments.refuseOverwriting(first, montage);
            ImageArguments.refuseOverwriting(second, montage);
            if (montage.toAbsolutePath().normalize().equals(output.toAbsolutePath().normalize())) {
                throw new IOException(
                        "OUTPUT and the montage are the same file, "
                                + output
                                + "; give the montage another name.");
            }
        }
    }

    /** Bits of what is made of an image: colours of a table become RGB. */
    private static int bits(ImagePlus image) {
        return image.getType() == ImagePlus.COLOR_256 ? RGB : image.getBitDepth();
    }

    private List<ImagePlus> compute(
            RestoreOptions options, ModelComputation<List<ImagePlus>> computation)
            throws IOException {
        TerminalProgress progress = new TerminalProgress(command.commandLine().getErr());
        try (Session session = new Session(options)) {
            return session.compute(progress, computation);
        } finally {
            progress.clear();
        }
    }
}
