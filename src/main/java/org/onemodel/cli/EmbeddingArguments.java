/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.onemodel.explore.maps.EncodedImageFile;
import org.onemodel.restore.OneModelException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where latent codes and noise maps are kept, of commands that encode images. */
final class EmbeddingArguments {

    /** Something that writes the file. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it. */
        T run() throws IOException;
    }

    @Option(
            names = "--embedding",
            paramLabel = "FILE.npz",
            description = "Also write latent codes and noise maps; for one INPUT.")
    private Path file;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    /** The file to write, if there is one. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /**
     * Checks that the file can be written.
     *
     * @param files outputs by input
     * @throws IOException if it can't
     * @throws ParameterException if there are several inputs, which is wrong usage
     */
    void check(Map<Path, Path> files) throws IOException {
        if (file == null) {
            return;
        }
        if (files.size() > 1) {
            throw new ParameterException(
                    command.commandLine(),
                    "--embedding is one file for one INPUT, and there are " + files.size() + ".");
        }
        EncodedImageFile.checkWritable(file);
    }

    /**
     * Does something that writes the file.
     *
     * @param work does it
     * @return its result
     * @throws OneModelException if the file can't be written
     */
    static <T> T told(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new OneModelException(Sentences.of(e), e);
        }
    }
}
