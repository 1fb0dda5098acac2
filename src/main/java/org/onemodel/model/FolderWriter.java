/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes a folder of files whole or not at all, beside its place, then moved there. */
final class FolderWriter {

    /** Writes what is in one file. */
    @FunctionalInterface
    interface Content {

        /** Writes it to a stream that is closed by others. */
        void write(OutputStream out) throws IOException;
    }

    private FolderWriter() {}

    /**
     * Writes or replaces a folder.
     *
     * @param folder its place
     * @param mark a folder that is there already must be empty or have a file of this name
     * @param contents the files by name, written in this order
     * @throws ModelException if it cannot be written or must not be replaced
     */
    static void write(Path folder, String mark, Map<String, Content> contents)
            throws ModelException {
        try {
            // A link to a folder stays a link.
            Path target = Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath();
            checkReplaceable(folder, target, mark);
            Files.createDirectories(target.getParent());
            Path part = beside(target, "part");
            try {
                fill(part, contents);
                replace(target, part);
            } catch (IOException | RuntimeException e) {
                discard(part, e);
                throw e;
            }
        } catch (ModelException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelException(
                    "The model bundle " + folder + " could not be written: " + reason(e) + ".", e);
        }
    }

    private static String reason(IOException failure) {
        boolean told =
                failure instanceof FileSystemException problem && problem.getReason() != null;
        return told
                ? ((FileSystemException) failure).getReason()
                : Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    }

    private static void fill(Path folder, Map<String, Content> contents) throws IOException {
        Files.createDirectory(folder);
        for (var file : contents.entrySet()) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(file.getKey()))) {
                file.getValue().write(out);
            }
        }
    }

    private static void discard(Path folder, Exception reason) {
        if (Files.exists(folder)) {
            try {
                delete(folder);
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
        }
    }

    private static void checkReplaceable(Path folder, Path target, String mark) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new ModelException(
                    folder + " is not a folder: choose another place for the model bundle.");
        }
        if (!Files.isWritable(target)) {
            throw new ModelException("The folder " + folder + " cannot be written.");
        }
        try (Stream<Path> files = Files.list(target)) {
            if (!Files.exists(target.resolve(mark)) && files.findAny().isPresent()) {
                throw new ModelException(
                        "The folder "
                                + folder
                                + " is not empty and is no model bundle: choose another place for"
                                + " the model bundle.");
            }
        }
    }

    private static void replace(Path target, Path part) throws IOException {
        if (!Files.exists(target)) {
            Files.move(part, target);
            return;
        }
        Path old = beside(target, "old");
        Files.move(target, old);
        try {
            Files.move(part, target);
        } catch (IOException e) {
            Files.move(old, target);
            throw e;
        }
        delete(old);
    }

    private static Path beside(Path target, String what) {
        return target.resolveSibling(
                "." + target.getFileName() + "." + UUID.randomUUID() + "." + what);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> tree = Files.walk(folder)) {
            paths = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
