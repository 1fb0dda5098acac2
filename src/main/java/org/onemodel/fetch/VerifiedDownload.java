/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file on a server, with the checksum that it must have.
 *
 * <p>It is written beside its target as a {@code .part} and moved into place in one step when its
 * SHA-256 is right. When the connection breaks, a few further attempts ask for the rest; when those
 * fail too, or the process is killed, the part remains, and the next download to the same target
 * goes on from it, unless the server's file has changed meanwhile or the server gives whole files
 * only. A file with a wrong checksum never remains. Two downloads to the same target do not meet:
 * the second fails at once. Java's proxy settings ({@code https.proxyHost} …) hold. Immutable.
 */
public final class VerifiedDownload {

    /** What can neither be hidden nor lead into another folder. */
    private static final String FILE_NAME = "[A-Za-z0-9_][A-Za-z0-9._+-]*";

    private final URI source;
    private final Checksum checksum;
    private final Optional<String> advice;
    private final Patience patience;

    /**
     * A download that gives up when a connection was silent for half a minute in each of four
     * attempts.
     *
     * @param source an http or https address that ends with the file's name
     * @param checksum what the file must have, which may be unknown
     * @throws IllegalArgumentException if the address is of another form
     */
    public VerifiedDownload(URI source, Checksum checksum) {
        this(source, checksum, Optional.empty(), Patience.STANDARD);
    }

    VerifiedDownload(URI source, Checksum checksum, Patience patience) {
        this(source, checksum, Optional.empty(), patience);
    }

    private VerifiedDownload(
            URI source, Checksum checksum, Optional<String> advice, Patience patience) {
        boolean web = "https".equals(source.getScheme()) || "http".equals(source.getScheme());
        if (!web || source.getHost() == null || !fileName(source).matches(FILE_NAME)) {
            throw new IllegalArgumentException(
                    "An address begins with https:// or http:// and a host, and ends with a file's"
                            + " name, unlike \""
                            + source
                            + "\".");
        }
        this.source = source;
        this.checksum = checksum;
        this.advice = advice;
        this.patience = patience;
    }

    /**
     * The same download with other words at the end of its failures.
     *
     * @param words what to do with a file that was downloaded by other means, as in "download it by
     *     other means, then …", without a full stop; by default, where to put it
     * @return a new download
     */
    public VerifiedDownload withAdvice(String words) {
        return new VerifiedDownload(source, checksum, Optional.of(words), patience);
    }

    /**
     * Where it is.
     *
     * @return the address
     */
    public URI source() {
        return source;
    }

    /**
     * What the file is called there.
     *
     * @return the last part of the address's path
     */
    public String fileName() {
        return fileName(source);
    }

    private static String fileName(URI address) {
        String path = address.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * What the file must have.
     *
     * @return the checksum, which may be unknown
     */
    public Checksum checksum() {
        return checksum;
    }

    /**
     * Fetches the file as {@link #to} does, unless it is known to be there already by its checksum.
     *
     * @param target where it is to lie
     * @param progress is told how far it has come
     * @return the file's SHA-256, 64 hexadecimal digits in lower case
     * @throws IOException as {@link #to}
     */
    public String unlessThere(Path target, DownloadProgress progress) throws IOException {
        if (checksum.isKnown() && Files.isRegularFile(target)) {
            String sha256 = Checksum.of(target);
            if (checksum.matches(sha256)) {
                return sha256;
            }
        }
        return to(target, progress);
    }

    /**
     * Fetches the file, or the rest of it, and waits for it.
     *
     * @param target where it is to lie; its folder is made, a file there is replaced
     * @param progress is told how far it has come
     * @return the file's SHA-256, 64 hexadecimal digits in lower case
     * @throws DownloadException if it does not come, or is not what it should be
     * @throws IOException if the folder cannot be made or written to
     */
    public String to(Path target, DownloadProgress progress) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Optional<Part> opened = Part.open(target.toAbsolutePath());
        if (opened.isEmpty()) {
            throw new DownloadException(
                    source,
                    "another process is fetching it into " + target + " right now",
                    "wait until that one is done",
                    null);
        }
        try (Part part = opened.get()) {
            new Transfer(source, patience).into(part, progress);
            String sha256 = Checksum.of(part.path());
            if (!checksum.matches(sha256)) {
                part.discard();
                throw failure(
                        target,
                        "its SHA-256 is "
                                + sha256
                                + ", but should be or begin with "
                                + checksum.digits(),
                        null);
            }
            part.finish();
            return sha256;
        } catch (RefusedException e) {
            throw failure(target, e.getMessage(), e);
        }
    }

    private DownloadException failure(Path target, String reason, Throwable cause) {
        String place =
                "download it by other means and put it into the folder "
                        + target.toAbsolutePath().getParent()
                        + " as "
                        + target.getFileName();
        return new DownloadException(source, reason, advice.orElse(place), cause);
    }
}
