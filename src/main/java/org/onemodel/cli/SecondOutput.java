/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.onemodel.image.ImageSources;

/**
 * Where a second image goes that a command makes of each input, if that is wanted.
 *
 * @param path a file, or the folder of as many; none if it is not wanted
 * @param folder whether it is a folder
 */
record SecondOutput(Optional<Path> path, boolean folder) {

    /**
     * A second output that can be written.
     *
     * @param option its name, for the message
     * @param path what the user wrote, or null
     * @param files first outputs by input
     * @param folder whether the first outputs are in a folder
     * @return the second output
     * @throws IOException if it can't be written, or would replace an input or a first output
     */
    static SecondOutput of(String option, Path path, Map<Path, Path> files, boolean folder)
            throws IOException {
        SecondOutput second = new SecondOutput(Optional.ofNullable(path), folder);
        if (path == null) {
            return second;
        }
        if (folder) {
            Files.createDirectories(path);
        }
        for (Map.Entry<Path, Path> file : files.entrySet()) {
            Path own = second.of(file.getValue()).orElseThrow();
            if (isSame(own, file.getKey()) || isSame(own, file.getValue())) {
                throw new IOException(
                        own + " would be written twice; choose another " + option + ".");
            }
            ImageFiles.checkWritable(own);
        }
        return second;
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
                || Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    }

    /**
     * The file beside a first output.
     *
     * @param output the first output
     * @return the file, if wanted
     */
    Optional<Path> of(Path output) {
        return path.map(
                given -> folder ? given.resolve(ImageSources.stem(output) + ".tif") : given);
    }
}
