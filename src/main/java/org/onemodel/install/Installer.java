/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onemodel.install.Manifest.InstalledFile;
import org.onemodel.install.Manifest.ReplacedFile;

/**
 * Puts OneModel into a host and takes it out again. Either happens as a whole or not at all; only
 * files that were put are ever removed, and what they replaced comes back.
 */
public final class Installer {

    /** Room for the manifest and folders, in bytes. */
    private static final long SPARE = 1 << 20;

    private final Host host;
    private final FileActions files;

    /**
     * An installer for a host.
     *
     * @param host the host
     */
    public Installer(Host host) {
        this(host, new DiskActions());
    }

    Installer(Host host, FileActions files) {
        this.host = host;
        this.files = files;
    }

    /**
     * Tells what would be done.
     *
     * @param distribution what is to be installed
     * @return the report
     * @throws IOException if the host cannot be read
     */
    public InstallReport plan(Distribution distribution) throws IOException {
        return report(distribution, new InstallPlan(distribution, host));
    }

    /**
     * Installs.
     *
     * @param distribution what is to be installed
     * @param force whether also where OneModel would not work
     * @return what was done
     * @throws InstallException if it was not installed; the host is then as before
     * @throws IOException if the host cannot be read
     */
    public InstallReport install(Distribution distribution, boolean force) throws IOException {
        InstallPlan plan = new InstallPlan(distribution, host);
        if (!force) {
            refuseObstacles(plan);
        }
        checkRoom(plan);
        change(
                "OneModel could not be installed into " + host.root(),
                change -> carryOut(plan, distribution.version(), change));
        return report(distribution, plan);
    }

    private void refuseObstacles(InstallPlan plan) throws InstallException {
        List<String> obstacles =
                plan.findings.stream()
                        .filter(finding -> finding.kind() == Finding.Kind.OBSTACLE)
                        .map(Finding::sentence)
                        .toList();
        if (!obstacles.isEmpty()) {
            throw new InstallException(
                    "Nothing was installed, since OneModel would not work here. "
                            + String.join(" ", obstacles)
                            + " --force installs nonetheless.");
        }
    }

    private void checkRoom(InstallPlan plan) throws IOException {
        long needed = plan.bytes() + SPARE;
        long room = files.usableSpace(host.root());
        if (room < needed) {
            throw new InstallException(
                    String.format(
                            "Nothing was installed: %s has room for %d MB, but %d MB are needed;"
                                    + " make room first.",
                            host.root(), room >> 20, (needed >> 20) + 1));
        }
    }

    private void carryOut(InstallPlan plan, String version, FolderChange change)
            throws IOException {
        Map<InstallPlan.Put, Path> copies = new LinkedHashMap<>();
        for (InstallPlan.Put put : plan.puts) {
            copies.put(put, change.copy(put.source(), put.file().sha256()));
        }
        // Until all is done, the manifest names the files of before and of after.
        write(change, manifest(plan, version, change, false));
        for (ReplacedFile file : plan.setAside) {
            change.move(resolve(file.path()), resolve(file.kept()));
        }
        for (String path : plan.removals) {
            change.discard(resolve(path));
        }
        for (ReplacedFile file : plan.restored) {
            change.move(resolve(file.kept()), resolve(file.path()));
        }
        for (Map.Entry<InstallPlan.Put, Path> copy : copies.entrySet()) {
            Path target = resolve(copy.getKey().file().path());
            if (plan.isOurs(copy.getKey().file().path())) {
                change.discard(target);
            }
            change.move(copy.getValue(), target);
        }
        write(change, manifest(plan, version, change, true));
    }

    private Manifest manifest(
            InstallPlan plan, String version, FolderChange change, boolean complete) {
        List<InstalledFile> installed =
                Stream.of(
                                plan.puts.stream().map(InstallPlan.Put::file),
                                plan.unchanged.stream(),
                                plan.keptChanges.stream())
                        .flatMap(part -> part)
                        .sorted(Comparator.comparing(InstalledFile::path))
                        .collect(Collectors.toCollection(ArrayList::new));
        List<ReplacedFile> replaced = new ArrayList<>();
        Set<String> folders = new LinkedHashSet<>();
        plan.previous()
                .ifPresent(
                        previous -> {
                            replaced.addAll(previous.replaced());
                            folders.addAll(previous.folders());
                            if (!complete) {
                                installed.addAll(previous.files());
                            }
                        });
        if (complete) {
            replaced.removeAll(plan.restored);
        }
        replaced.addAll(plan.setAside);
        folders.addAll(complete ? change.createdFolders() : foldersToCome(plan));
        return new Manifest(
                Manifest.FORMAT,
                version,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                complete,
                installed,
                replaced,
                List.copyOf(folders));
    }

    /** Folders that do not exist yet, outer ones first. */
    private List<String> foldersToCome(InstallPlan plan) {
        Set<String> folders = new LinkedHashSet<>();
        Stream.concat(
                        plan.puts.stream().map(put -> put.file().path()),
                        plan.setAside.stream().map(ReplacedFile::kept))
                .forEach(
                        path -> {
                            for (int i = path.indexOf('/'); i > 0; i = path.indexOf('/', i + 1)) {
                                String folder = path.substring(0, i);
                                if (!Files.exists(host.root().resolve(folder))) {
                                    folders.add(folder);
                                }
                            }
                        });
        return List.copyOf(folders);
    }

    private void write(FolderChange change, Manifest manifest) throws IOException {
        change.write(host.root().resolve(Manifest.FILE_NAME), manifest.toBytes());
    }

    /**
     * Takes OneModel out.
     *
     * @param dryRun whether only to tell what would be done
     * @return what was done
     * @throws InstallException if it was not taken out; the host is then as before
     * @throws IOException if the host cannot be read
     */
    public UndoReport undo(boolean dryRun) throws IOException {
        Optional<Manifest> read = Manifest.read(host.root());
        if (read.isEmpty()) {
            if (!dryRun) {
                new FolderChange(host.root(), files).finish(); // what a run left that was killed
            }
            throw new InstallException(
                    host.root()
                            + " has no "
                            + Manifest.FILE_NAME
                            + ", so there is nothing that this installer could take out.");
        }
        Manifest manifest = read.get();
        Set<String> removed = new LinkedHashSet<>();
        Set<String> left = new LinkedHashSet<>();
        for (InstalledFile file : manifest.files()) {
            Path path = resolve(file.path());
            if (InstallPlan.hasChecksum(path, file.sha256())) {
                removed.add(file.path());
            } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                left.add(file.path());
            }
        }
        left.removeAll(removed); // the manifest of a change that was killed names a file twice
        List<ReplacedFile> restored = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        // Of several files of one place, the first was there before OneModel came.
        for (ReplacedFile file : manifest.replaced()) {
            if (!Files.exists(resolve(file.kept()), LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            boolean isFree =
                    removed.contains(file.path())
                            || !Files.exists(resolve(file.path()), LinkOption.NOFOLLOW_LINKS);
            if (isFree && taken.add(file.path())) {
                restored.add(file);
            } else {
                waiting.add(file.kept());
            }
        }
        left.removeIf(path -> wasNeverReplaced(manifest, path));
        UndoReport report =
                new UndoReport(
                        host,
                        manifest.version(),
                        List.copyOf(removed),
                        restored.stream().map(ReplacedFile::path).toList(),
                        List.copyOf(left),
                        waiting);
        if (!dryRun) {
            change(
                    "OneModel could not be taken out of " + host.root(),
                    change -> {
                        for (String path : removed) {
                            change.discard(resolve(path));
                        }
                        for (ReplacedFile file : restored) {
                            change.move(resolve(file.kept()), resolve(file.path()));
                        }
                        removeEmptyFolders(manifest.folders(), change);
                        change.discard(host.root().resolve(Manifest.FILE_NAME));
                    });
        }
        return report;
    }

    /** In a change that was killed, the host's own file may still be in its place. */
    private boolean wasNeverReplaced(Manifest manifest, String path) {
        return !manifest.complete()
                && manifest.replaced().stream()
                        .filter(file -> file.path().equals(path))
                        .anyMatch(
                                file ->
                                        !Files.exists(
                                                host.root().resolve(file.kept()),
                                                LinkOption.NOFOLLOW_LINKS));
    }

    private void removeEmptyFolders(List<String> folders, FolderChange change) throws IOException {
        List<String> innerFirst = new ArrayList<>(folders);
        innerFirst.sort(Comparator.reverseOrder());
        for (String folder : innerFirst) {
            Path path = resolve(folder);
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && isEmpty(path)) {
                change.removeFolder(path);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private Path resolve(String path) throws IOException {
        return HostPath.resolve(host.root(), path);
    }

    /** A change in several steps, each of which may fail. */
    @FunctionalInterface
    private interface Steps {
        void run(FolderChange change) throws IOException;
    }

    private void change(String failure, Steps steps) throws InstallException {
        FolderChange change;
        try {
            change = new FolderChange(host.root(), files);
        } catch (IOException e) {
            throw new InstallException(failure + ": " + reason(e) + " Nothing was changed.", e);
        }
        try {
            steps.run(change);
        } catch (IOException | RuntimeException e) {
            rollBack(change, failure, e);
            throw new InstallException(
                    failure + ": " + reason(e) + " The folder is as it was before.", e);
        }
        change.finish();
    }

    private static void rollBack(FolderChange change, String failure, Exception cause)
            throws InstallException {
        try {
            change.rollBack();
        } catch (IOException e) {
            cause.addSuppressed(e);
            throw new InstallException(
                    failure
                            + ": "
                            + reason(cause)
                            + " Not all could be put back either ("
                            + reason(e)
                            + "); when that is possible again, run it once more with --undo.",
                    cause);
        }
    }

    private static String reason(Exception e) {
        if (e instanceof AccessDeniedException denied) {
            return "you may not write "
                    + denied.getFile()
                    + ", or a program uses it; close ImageJ, and check the permissions.";
        }
        if (e instanceof FileSystemException problem) {
            String reason = problem.getReason() == null ? "it can't be used" : problem.getReason();
            return problem.getFile() + ": " + reason + ".";
        }
        return e.getMessage() + ".";
    }

    private InstallReport report(Distribution distribution, InstallPlan plan) throws IOException {
        Map<String, List<String>> put = new TreeMap<>();
        for (InstallPlan.Put file : plan.puts) {
            String path = file.file().path();
            int slash = path.lastIndexOf('/');
            put.computeIfAbsent(path.substring(0, slash), folder -> new ArrayList<>())
                    .add(path.substring(slash + 1));
        }
        Map<String, String> setAside = new LinkedHashMap<>();
        plan.setAside.forEach(file -> setAside.put(file.path(), file.kept()));
        return new InstallReport(
                plan.host(),
                distribution.version(),
                put,
                plan.bytes(),
                plan.unchanged.size(),
                plan.removals,
                setAside,
                plan.restored.stream().map(ReplacedFile::path).toList(),
                plan.keptChanges.stream().map(InstalledFile::path).toList(),
                plan.findings);
    }
}
