/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.onemodel.files.WholeFile;

/** Takes files out of what was downloaded; both formats carry checksums, which are compared. */
@FunctionalInterface
interface Unpacking {

    /**
     * Writes the files, each whole or not at all.
     *
     * @param download what was downloaded
     * @param folder where they go
     */
    void unpack(Path download, Path folder) throws IOException;

    /** All files directly in one folder of a jar, under a name that is a prefix and theirs. */
    static Unpacking jarFolder(String entries, String prefix) {
        return (download, folder) -> {
            int files = 0;
            try (ZipFile jar = new ZipFile(download.toFile())) {
                Enumeration<? extends ZipEntry> all = jar.entries();
                while (all.hasMoreElements()) {
                    ZipEntry entry = all.nextElement();
                    String name = entry.getName();
                    String file = name.substring(name.lastIndexOf('/') + 1);
                    if (name.equals(entries + "/" + file) && !file.isEmpty()) {
                        write(folder.resolve(prefix + file), jar.getInputStream(entry));
                        files++;
                    }
                }
            }
            if (files == 0) {
                throw new IOException(download.getFileName() + " has no files in " + entries + ".");
            }
        };
    }

    /** The one file of a gzip. */
    static Unpacking gzip(String file) {
        return (download, folder) ->
                write(
                        folder.resolve(file),
                        new GZIPInputStream(Files.newInputStream(download), 1 << 16));
    }

    private static void write(Path target, InputStream in) throws IOException {
        try (in) {
            new WholeFile(target).write(file -> Files.copy(in, file));
        }
    }
}
