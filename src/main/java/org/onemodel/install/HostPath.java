/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A place in a host, as the manifest names it: below the host's folder, with slashes. Nothing else
 * than such places is ever written, moved or removed.
 */
final class HostPath {

    /** Where replaced files wait for undo. */
    static final String REPLACED = "onemodel-replaced";

    private static final Set<String> TOP_FOLDERS =
            Set.of("jars", "plugins", "macros", "OneModel", REPLACED);

    private HostPath() {}

    /**
     * Checks the words of a path.
     *
     * @param path below the host's folder
     * @throws InstallException if it leads out of the folders that OneModel uses
     */
    static void check(String path) throws InstallException {
        List<String> names = List.of(path.split("/", -1));
        boolean clean =
                names.stream()
                        .allMatch(
                                name ->
                                        !name.isBlank()
                                                && !name.equals(".")
                                                && !name.equals("..")
                                                && name.chars().noneMatch(c -> c < ' ' || c == '\\')
                                                && name.indexOf(':') < 0);
        if (!clean || !TOP_FOLDERS.contains(names.get(0))) {
            throw new InstallException(
                    Manifest.FILE_NAME
                            + " names \""
                            + path
                            + "\", which is no place for a file of OneModel: it was damaged or"
                            + " changed, so nothing was done; remove OneModel's files by hand.");
        }
    }

    /**
     * The file at a place.
     *
     * @param root the host's folder, a real path
     * @param path a checked path below it
     * @return the file; its folders are real ones inside of the host's
     * @throws InstallException if a link on the way leads out of the host's folder
     * @throws IOException if the folders cannot be read
     */
    static Path resolve(Path root, String path) throws IOException {
        check(path);
        Path file = root.resolve(path);
        Path existing = file.getParent();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!existing.toRealPath().startsWith(root)) {
            throw new InstallException(
                    existing
                            + " is a link that leads out of "
                            + root
                            + ", so nothing was done; put a real folder in its place.");
        }
        return file;
    }
}
