/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onemodel.fetch.Checksum;
import org.onemodel.install.Manifest.InstalledFile;
import org.onemodel.install.Manifest.ReplacedFile;

/** What an installation will do, before it does anything. */
final class InstallPlan {

    /**
     * A file to put.
     *
     * @param source where it is
     * @param file where it goes
     */
    record Put(Path source, InstalledFile file) {}

    private final Host host;
    private final Optional<Manifest> previous;
    private final Set<String> ours = new HashSet<>();

    final List<Put> puts = new ArrayList<>();
    final List<InstalledFile> unchanged = new ArrayList<>();
    final List<InstalledFile> keptChanges = new ArrayList<>();
    final List<String> removals = new ArrayList<>();
    final List<ReplacedFile> setAside = new ArrayList<>();
    final List<ReplacedFile> restored = new ArrayList<>();
    final List<Finding> findings;

    /**
     * Plans.
     *
     * @param distribution what is to be installed
     * @param host where
     * @throws IOException if the manifest or files cannot be read
     */
    InstallPlan(Distribution distribution, Host host) throws IOException {
        this.host = host;
        previous = Manifest.read(host.root());
        for (InstalledFile file : previous.map(Manifest::files).orElse(List.of())) {
            if (hasChecksum(HostPath.resolve(host.root(), file.path()), file.sha256())) {
                ours.add(file.path());
            }
        }
        List<JarContent> hostJars = HostJars.of(host, ours);
        List<JarContent> others = hostJars.stream().filter(jar -> !isOneModel(jar)).toList();
        HostLibraries libraries = new HostLibraries(distribution, host, others);
        findings = libraries.findings();

        Map<String, Part> wanted = new LinkedHashMap<>();
        for (Part part : distribution.parts()) {
            Optional<String> folder = host.kind().folderOf(part.kind());
            if (folder.isPresent() && !libraries.leftOut().contains(part)) {
                wanted.put(folder.get() + "/" + part.name(), part);
            }
        }
        for (Map.Entry<String, Part> entry : wanted.entrySet()) {
            plan(entry.getKey(), entry.getValue());
        }
        ours.stream().filter(path -> !wanted.containsKey(path)).sorted().forEach(removals::add);
        for (JarContent jar : hostJars) {
            String path = HostJars.relative(host.root(), jar.file());
            if (isOneModel(jar) && !wanted.containsKey(path)) {
                setAside(path);
            }
        }
        for (ReplacedFile file : previous.map(Manifest::replaced).orElse(List.of())) {
            if (removals.contains(file.path())
                    && Files.exists(host.root().resolve(file.kept()), LinkOption.NOFOLLOW_LINKS)) {
                restored.add(file);
            }
        }
    }

    private static boolean isOneModel(JarContent jar) {
        return jar.artifact().equals("OneModel_") && jar.holds("org/onemodel/");
    }

    private void plan(String path, Part part) throws IOException {
        Path file = HostPath.resolve(host.root(), path);
        InstalledFile installed = new InstalledFile(path, Checksum.of(part.source()));
        boolean isThere = hasChecksum(file, installed.sha256());
        if (ours.contains(path)) {
            if (isThere) {
                unchanged.add(installed);
            } else {
                puts.add(new Put(part.source(), installed));
            }
        } else if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            puts.add(new Put(part.source(), installed));
        } else if (!isThere) {
            Optional<InstalledFile> before = installedBefore(path);
            if (before.isPresent() && part.kind().isText()) {
                keptChanges.add(before.get());
            } else {
                setAside(path);
                puts.add(new Put(part.source(), installed));
            }
        }
    }

    private Optional<InstalledFile> installedBefore(String path) {
        return previous.stream()
                .flatMap(manifest -> manifest.files().stream())
                .filter(file -> file.path().equals(path))
                .findFirst();
    }

    private void setAside(String path) throws IOException {
        String kept = HostPath.REPLACED + "/" + path;
        for (int i = 1;
                Files.exists(HostPath.resolve(host.root(), kept), LinkOption.NOFOLLOW_LINKS);
                i++) {
            kept = HostPath.REPLACED + "/" + path + "." + i;
        }
        setAside.add(new ReplacedFile(path, kept));
    }

    /**
     * Whether a place has a regular file of a content; a link is none.
     *
     * @param file the place
     * @param sha256 of the content
     * @return true if it does
     * @throws IOException if it cannot be read
     */
    static boolean hasChecksum(Path file, String sha256) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Checksum.of(file).equals(sha256);
    }

    Host host() {
        return host;
    }

    Optional<Manifest> previous() {
        return previous;
    }

    /** Whether the previous version put what is there now. */
    boolean isOurs(String path) {
        return ours.contains(path);
    }

    /** Bytes that are copied. */
    long bytes() throws IOException {
        long bytes = 0;
        for (Put put : puts) {
            bytes += Files.size(put.source());
        }
        return bytes;
    }
}
