/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A whole checkpoint that is cut and changed in tests.
 *
 * @param name its file's name
 * @param bytes all of the file
 */
record Specimen(String name, byte[] bytes) {

    /** How the names of checkpoints end, in every format that people have. */
    private static final List<String> ENDINGS = List.of(".pt", ".model", ".pkl", ".safetensors");

    /** The smallest generator in each format that can be written here. */
    static Stream<Specimen> small() {
        Map<String, HostTensor> generator = SmallCheckpoints.generator();
        return Stream.of(
                new Specimen("small zip", SmallCheckpoints.zip(generator)),
                new Specimen("small legacy", SmallCheckpoints.legacy(generator)),
                new Specimen("small plain pickle", SmallCheckpoints.plainPickle(generator)),
                new Specimen("small safetensors", SmallCheckpoints.safetensors(generator)));
    }

    /** Every checkpoint among the reference files. */
    static Stream<Specimen> golden() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files
                    .filter(Specimen::isCheckpoint)
                    .sorted()
                    .map(Specimen::read)
                    .toList()
                    .stream();
        }
    }

    private static Path folder() {
        try {
            return Path.of(Specimen.class.getResource("/golden").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isCheckpoint(Path file) {
        return ENDINGS.stream().anyMatch(file.toString()::endsWith);
    }

    private static Specimen read(Path file) {
        try {
            return new Specimen(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
