/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.onemodel.fetch.Checksum;

/**
 * A zip to be written: which files it holds, under which names. The same files make the same zip,
 * byte for byte, on every machine.
 *
 * @param name its file name
 * @param files where each file is, by its name in the zip with slashes
 */
record Package(String name, Map<String, Path> files) {

    /** Sorts the files by their names. */
    Package {
        files = new TreeMap<>(files);
    }

    /**
     * What it holds, as {@code sha256sum} writes and checks it.
     *
     * @return a line for each file
     * @throws IOException if a file cannot be read
     */
    String checksums() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            lines.append(Checksum.of(file.getValue()))
                    .append("  ")
                    .append(file.getKey())
                    .append('\n');
        }
        return lines.toString();
    }

    /**
     * Bytes of all files.
     *
     * @return the sum of their sizes
     * @throws IOException if one cannot be read
     */
    long bytes() throws IOException {
        long bytes = 0;
        for (Path file : files.values()) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}
