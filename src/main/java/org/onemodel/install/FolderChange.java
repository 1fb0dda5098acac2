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

    private record Move(Path from, Path to) {}

    private final Path root;
    private final Path waiting;
    private final FileActions files;
    private final Deque<Move> moves = new ArrayDeque<>();
    private final Deque<Path> created = new ArrayDeque<>();
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
     * Writes a file to where it waits.
     *
     * @param content its bytes
     * @return the file
     * @throws IOException if there is no room
     */
    Path write(byte[] content) throws IOException {
        Path file = nextPlace();
        files.write(file, content);
        return file;
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
        moves.push(new Move(from, to));
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
            created.push(folder);
        }
    }

    /**
     * The folders that were made.
     *
     * @return below the root, with slashes, outer ones first
     */
    List<String> createdFolders() {
        List<String> folders = new ArrayList<>();
        created.descendingIterator()
                .forEachRemaining(folder -> folders.add(HostJars.relative(root, folder)));
        return folders;
    }

    /**
     * Takes all back.
     *
     * @throws IOException if something could not be taken back; all else was
     */
    void rollBack() throws IOException {
        IOException failure = null;
        while (!moves.isEmpty()) {
            Move move = moves.pop();
            try {
                files.move(move.to(), move.from());
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure; // what waits is needed to put it right
        }
        while (!created.isEmpty()) {
            files.delete(created.pop());
        }
        deleteWaiting();
    }

    /** Lets go of what was discarded. What cannot be removed now is removed by the next run. */
    void finish() {
        try {
            deleteWaiting();
        } catch (IOException e) {
            // Windows keeps open files; the change itself is done.
            count = 0;
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
