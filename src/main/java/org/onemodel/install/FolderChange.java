/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.onemodel.fetch.Checksum;

/**
 * A change of a folder that happens as a whole or not at all. New files are first copied into a
 * folder beside their places, where a full disk shows; then files only take places, by moves within
 * the disk, each of which can be taken back.
 */
final class FolderChange {

    /** Where files wait that come or go. A run that was killed may leave it. */
    static final String WAITING = ".onemodel-install";

    /** Takes one step back. */
    @FunctionalInterface
    private interface Reversal {
        void run() throws IOException;
    }

    private final Path root;
    private final Path waiting;
    private final FileActions files;
    private final Deque<Reversal> reversals = new ArrayDeque<>();
    private final List<String> createdFolders = new ArrayList<>();
    private int count;

    /**
     * Begins a change.
     *
     * @param root the folder
     * @param files what changes it
     * @throws IOException if nothing can be written there
     */
    FolderChange(Path root, FileActions files) throws IOException {
        this.root = root;
        this.files = files;
        waiting = root.resolve(WAITING);
        deleteWaiting();
        files.createFolder(waiting);
    }

    /**
     * Copies a file to where it waits.
     *
     * @param source the file
     * @param sha256 its SHA-256
     * @return the copy
     * @throws IOException if there is no room, or the copy differs
     */
    Path copy(Path source, String sha256) throws IOException {
        Path copy = nextPlace();
        files.copy(source, copy);
        if (!Checksum.of(copy).equals(sha256)) {
            throw new IOException("the copy of " + source.getFileName() + " came out damaged");
        }
        return copy;
    }

    /**
     * Writes a file anew, so that there is always the old or the new one.
     *
     * @param file a file in a folder that exists, or its place
     * @param content its bytes
     * @throws IOException if there is no room
     */
    void write(Path file, byte[] content) throws IOException {
        boolean isNew = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        byte[] before = isNew ? new byte[0] : Files.readAllBytes(file);
        replace(file, content);
        if (isNew) {
            reversals.push(() -> files.delete(file));
        } else {
            reversals.push(() -> replace(file, before));
        }
    }

    private void replace(Path file, byte[] content) throws IOException {
        Path written = nextPlace();
        files.write(written, content);
        files.replace(written, file);
    }

    private Path nextPlace() {
        count++;
        return waiting.resolve(String.valueOf(count));
    }

    /**
     * Lets a file take a place that is free, and makes the folders that it needs.
     *
     * @param from the file
     * @param to its place
     * @throws IOException if it cannot
     */
    void move(Path from, Path to) throws IOException {
        createFolders(to.getParent());
        files.move(from, to);
        reversals.push(() -> files.move(to, from));
    }

    /**
     * Takes a file out of its place.
     *
     * @param file the file
     * @throws IOException if it cannot
     */
    void discard(Path file) throws IOException {
        move(file, nextPlace());
    }

    private void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            createFolders(folder.getParent());
            files.createFolder(folder);
            reversals.push(() -> files.delete(folder));
            createdFolders.add(HostJars.relative(root, folder));
        }
    }

    /**
     * Removes a folder that is empty.
     *
     * @param folder the folder
     * @throws IOException if it cannot be removed
     */
    void removeFolder(Path folder) throws IOException {
        files.delete(folder);
        reversals.push(() -> files.createFolder(folder));
    }

    /**
     * The folders that were made.
     *
     * @return below the root, with slashes, outer ones first
     */
    List<String> createdFolders() {
        return createdFolders;
    }

    /**
     * Takes all back.
     *
     * @throws IOException if something could not be taken back; all else was
     */
    void rollBack() throws IOException {
        IOException failure = null;
        while (!reversals.isEmpty()) {
            try {
                reversals.pop().run();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure; // what waits is needed to put it right
        }
        deleteWaiting();
    }

    /**
     * Lets go of what was discarded.
     *
     * @return false if Windows keeps it open; the next run removes it then
     */
    boolean finish() {
        try {
            deleteWaiting();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void deleteWaiting() throws IOException {
        if (!Files.exists(waiting, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> paths = Files.walk(waiting)) { // follows no links
            inside = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            files.delete(path);
        }
    }
}
