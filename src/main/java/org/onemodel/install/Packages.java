/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The zips for those without a checkout: the files of a Fiji update site, those of a plain ImageJ,
 * and an installer, which is a command line too.
 */
public final class Packages {

    /** The first moment that a zip can write down, so that all zips of the same files are equal. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /**
     * Libraries that Fiji has: a second one would clash. They are managed by pom-scijava, as Fiji's
     * own are.
     */
    private static final Set<String> OF_FIJI =
            Set.of(
                    "scijava-common",
                    "parsington",
                    "imglib2",
                    "jna",
                    "gson",
                    "snakeyaml",
                    "picocli",
                    "commons-codec",
                    "commons-compress",
                    "commons-io",
                    "slf4j-api",
                    "slf4j-simple");

    /**
     * A zip that was written.
     *
     * @param file the zip; beside it, with {@code .sha256} added, the list of what it holds
     * @param files how many files it holds
     * @param bytes how many bytes those have
     */
    public record Written(Path file, int files, long bytes) {}

    private final Distribution distribution;
    private final Path root;
    private final String name;

    /**
     * Packages of a distribution.
     *
     * @param distribution what goes into them
     * @param root the checkout, for the installer's scripts and the licence
     */
    public Packages(Distribution distribution, Path root) {
        this.distribution = distribution;
        this.root = root;
        String engine =
                distribution.parts().stream()
                        .filter(part -> part.kind() == PartKind.ENGINE)
                        .map(part -> part.name().replaceFirst(".*?-\\d[\\d.]*-(.*)\\.jar", "-$1"))
                        .findFirst()
                        .orElse("");
        name = "OneModel-" + distribution.version() + engine;
    }

    /**
     * Writes all of them.
     *
     * @param folder where to; it is made
     * @return what was written
     * @throws IOException if it could not be written
     */
    public List<Written> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Written> written = new ArrayList<>();
        for (Package zip : List.of(updateSite(), plainImageJ(), installer())) {
            Path file = folder.resolve(zip.name());
            Path part = folder.resolve(zip.name() + ".part");
            try {
                try (OutputStream out = Files.newOutputStream(part)) {
                    write(zip, out);
                }
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
            Files.writeString(
                    folder.resolve(zip.name() + ".sha256"),
                    zip.checksums(),
                    StandardCharsets.UTF_8);
            written.add(new Written(file, zip.files().size(), zip.bytes()));
        }
        return written;
    }

    private Package updateSite() throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        for (Part part : distribution.parts()) {
            boolean isOfFiji =
                    part.kind() == PartKind.LIBRARY
                            && OF_FIJI.contains(JarContent.read(part.source()).artifact());
            if (!isOfFiji && part.kind() != PartKind.SCRIPT) { // which the jar has too
                put(files, HostKind.FIJI, part);
            }
        }
        return new Package(name + "-fiji.zip", files);
    }

    private Package plainImageJ() {
        Map<String, Path> files = new LinkedHashMap<>();
        distribution.parts().forEach(part -> put(files, HostKind.IMAGEJ, part));
        return new Package(name + "-imagej.zip", files);
    }

    private static void put(Map<String, Path> files, HostKind kind, Part part) {
        Optional<String> folder = kind.folderOf(part.kind());
        folder.ifPresent(path -> files.put(path + "/" + part.name(), part.source()));
    }

    /** An installer keeps the folders of a checkout, so that both are opened alike. */
    private Package installer() throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        String top = name + "/";
        for (Part part : distribution.parts()) {
            String folder =
                    switch (part.kind()) {
                        case PLUGIN, LIBRARY, ENGINE -> "jars/";
                        case MACRO -> "plugins/";
                        case TOOLSET -> "plugins/toolsets/";
                        case SCRIPT -> "scripts/";
                    };
            files.put(top + folder + part.name(), part.source());
        }
        for (Path imageJ : distribution.imageJ()) {
            files.put(top + "jars/" + imageJ.getFileName(), imageJ);
        }
        files.put(top + "LICENSE", root.resolve("LICENSE"));
        files.put(top + "README.md", root.resolve("docs/installing.md"));
        try (Stream<Path> scripts = Files.list(root.resolve("scripts/installer"))) {
            scripts.forEach(script -> files.put(top + script.getFileName(), script));
        }
        return new Package(name + "-installer.zip", files);
    }

    /** Stored, not packed: jars are packed already, and packers differ from Java to Java. */
    private static void write(Package zip, OutputStream out) throws IOException {
        try (ZipOutputStream stream = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, Path> file : zip.files().entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setTimeLocal(TIME);
                entry.setSize(Files.size(file.getValue()));
                entry.setCrc(crc(file.getValue()));
                stream.putNextEntry(entry);
                Files.copy(file.getValue(), stream);
                stream.closeEntry();
            }
        }
    }

    private static long crc(Path file) throws IOException {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, 0, read);
            }
        }
        return crc.getValue();
    }
}
