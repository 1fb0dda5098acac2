/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was put into a host, as it is written there, so that it can be taken out again.
 *
 * @param format 1
 * @param version version of OneModel
 * @param date when, in UTC
 * @param complete false while a change is under way, or if that was killed; the files are then
 *     those of before and of after
 * @param files the files that were put
 * @param replaced the files that were moved out of the way
 * @param folders the folders that were made, outer ones first
 */
record Manifest(
        int format,
        String version,
        String date,
        boolean complete,
        List<InstalledFile> files,
        List<ReplacedFile> replaced,
        List<String> folders) {

    /** Its name in the host's folder. */
    static final String FILE_NAME = "onemodel-install.json";

    static final int FORMAT = 1;

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /**
     * A file that was put.
     *
     * @param path where, below the host's folder
     * @param sha256 of what was put
     */
    record InstalledFile(String path, String sha256) {}

    /**
     * A file that was moved out of the way.
     *
     * @param path where it was
     * @param kept where it waits
     */
    record ReplacedFile(String path, String kept) {}

    /**
     * Reads the manifest of a host.
     *
     * @param root the host's folder
     * @return the manifest; nothing if there is none
     * @throws InstallException if it is damaged, or names places where no file of OneModel belongs
     * @throws IOException if it cannot be read
     */
    static Optional<Manifest> read(Path root) throws IOException {
        Path file = root.resolve(FILE_NAME);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new InstallException(
                    file + " is no file of its own but a link or folder; remove it by hand.");
        }
        Manifest manifest;
        try {
            manifest =
                    GSON.fromJson(
                            new String(Files.readAllBytes(file), StandardCharsets.UTF_8),
                            Manifest.class);
        } catch (JsonParseException e) {
            throw damaged(file, e);
        }
        if (manifest == null || !manifest.isWhole()) {
            throw damaged(file, null);
        }
        if (manifest.format != FORMAT) {
            throw new InstallException(
                    file
                            + " was written by another version of OneModel; use that one's installer.");
        }
        manifest.checkPaths();
        return Optional.of(manifest);
    }

    private static InstallException damaged(Path file, Throwable cause) {
        return new InstallException(
                file + " is damaged, so nothing was done; remove OneModel's files by hand.", cause);
    }

    private boolean isWhole() {
        return version != null
                && date != null
                && files != null
                && replaced != null
                && folders != null
                && files.stream().allMatch(file -> file != null && file.sha256 != null)
                && replaced.stream().allMatch(Objects::nonNull)
                && paths().allMatch(Objects::nonNull);
    }

    private Stream<String> paths() {
        return Stream.of(
                        files.stream().map(InstalledFile::path),
                        replaced.stream().map(ReplacedFile::path),
                        replaced.stream().map(ReplacedFile::kept),
                        folders.stream())
                .flatMap(paths -> paths);
    }

    private void checkPaths() throws InstallException {
        for (String path : (Iterable<String>) paths()::iterator) {
            HostPath.check(path);
        }
        for (ReplacedFile file : replaced) {
            if (!file.kept.startsWith(HostPath.REPLACED + "/")) {
                throw damaged(Path.of(FILE_NAME), null);
            }
        }
    }

    /** Its bytes on disk. */
    byte[] toBytes() {
        return (GSON.toJson(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
