/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Where the files of a bundle come from: a folder, a zip, or a folder inside the jar. */
interface BundleFiles {

    /** The place in words, for messages. */
    String where();

    /** The place of a file in words, for messages. */
    default String where(String file) {
        return where() + "/" + file;
    }

    /**
     * Reads a file whole.
     *
     * @param file its name, without folders
     * @param most the largest size it may have, in bytes
     * @return the bytes, or null if there is no such file
     */
    byte[] find(String file, int most) throws IOException;

    /** Reads a file whole; it is an error if there is none, or if it is larger than this. */
    default byte[] read(String file, int most) throws ModelException {
        byte[] bytes;
        try {
            bytes = find(file, most);
        } catch (IOException e) {
            throw new ModelException(
                    where(file) + " could not be read: " + e.getMessage() + ".", e);
        }
        if (bytes == null) {
            throw new ModelException(where() + " is no model bundle: it has no " + file + ".");
        }
        if (bytes.length > most) {
            throw new ModelException(
                    where(file)
                            + " is larger than it can be for this model: more than "
                            + most
                            + " bytes.");
        }
        return bytes;
    }

    /** Reads one byte more than allowed, so that the caller sees it. */
    private static byte[] bounded(InputStream in, int most) throws IOException {
        return in.readNBytes(most + 1);
    }

    /** The files of a folder. */
    static BundleFiles folder(Path folder) {
        return new BundleFiles() {
            @Override
            public String where() {
                return folder.toString();
            }

            @Override
            public byte[] find(String file, int most) throws IOException {
                Path path = folder.resolve(file);
                if (!Files.exists(path)) {
                    return null;
                }
                try (InputStream in = Files.newInputStream(path)) {
                    return bounded(in, most);
                }
            }
        };
    }

    /**
     * The files of a zip, at its top or in its only folder. They are read in memory: what the
     * entries are called cannot make a file anywhere.
     */
    static BundleFiles zip(Path zip) {
        return new BundleFiles() {
            @Override
            public String where() {
                return zip.toString();
            }

            @Override
            public byte[] find(String file, int most) throws IOException {
                try (ZipFile archive = new ZipFile(zip.toFile())) {
                    List<? extends ZipEntry> entries =
                            archive.stream()
                                    .filter(
                                            e ->
                                                    e.getName()
                                                            .matches(
                                                                    "([^/]+/)?"
                                                                            + Pattern.quote(file)))
                                    .toList();
                    if (entries.size() > 1) {
                        throw new IOException("it has more than one " + file);
                    }
                    if (entries.isEmpty()) {
                        return null;
                    }
                    try (InputStream in = archive.getInputStream(entries.get(0))) {
                        return bounded(in, most);
                    }
                }
            }
        };
    }

    /** The files of a folder among the resources of this jar. */
    static BundleFiles resource(String folder) {
        return new BundleFiles() {
            @Override
            public String where() {
                return "the built-in " + folder;
            }

            @Override
            public byte[] find(String file, int most) throws IOException {
                ClassLoader loader = BundleFiles.class.getClassLoader();
                try (InputStream in = loader.getResourceAsStream(folder + "/" + file)) {
                    return in == null ? null : bounded(in, most);
                }
            }
        };
    }
}
