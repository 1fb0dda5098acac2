/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.fetch.Checksum;

class PackagesTest {

    @TempDir private Path folder;
    private Path checkout;
    private Distribution distribution;

    @BeforeEach
    void makeDistribution() throws IOException {
        checkout = folder.resolve("checkout");
        TinyJar.in(folder)
                .withClass("com.google.gson.Gson", "package com.google.gson; public class Gson { }")
                .write(checkout.resolve("jars/gson-2.10.1.jar"));
        TinyJar.in(folder)
                .with("native/lib/pytorch.properties", "version=2.7.1")
                .write(
                        checkout.resolve(
                                "jars/pytorch-native-cpu-2.7.1-"
                                        + NativeSystem.current().classifier()
                                        + ".jar"));
        distribution = FakeHost.distribution(checkout, "1.0");
        write("LICENSE", "BSD");
        write("docs/installing.md", "# Installing");
        write("scripts/installer/install", "#!/bin/sh");
        write("scripts/installer/install.bat", "@echo off");
    }

    private void write(String path, String text) throws IOException {
        Path file = checkout.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path packages(Distribution parts, String name) throws IOException {
        Path out = folder.resolve(name);
        new Packages(parts, checkout).write(out);
        return out;
    }

    private static List<String> names(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names = new ArrayList<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                names.add(entry.getName());
            }
            return names;
        }
    }

    @Test
    void anUpdateSiteHasWhatFijiDoesNotHave() throws IOException {
        Path out = packages(distribution.withoutEngine(), "out");
        assertThat(names(out.resolve("OneModel-1.0-fiji.zip")))
                .containsExactly(
                        "jars/OneModel_-1.0.jar",
                        "jars/helper-1.0.jar",
                        "jars/lib-3.0.jar",
                        "macros/toolsets/OneModel.ijm",
                        "plugins/OneModel/Macros/OneModel_Batch.ijm");
    }

    @Test
    void plainImageJGetsAllLibraries() throws IOException {
        Path out = packages(distribution.withoutEngine(), "out");
        assertThat(names(out.resolve("OneModel-1.0-imagej.zip")))
                .containsExactly(
                        "macros/toolsets/OneModel.ijm",
                        "plugins/OneModel/Macros/OneModel_Batch.ijm",
                        "plugins/OneModel_-1.0.jar",
                        "plugins/jars/gson-2.10.1.jar",
                        "plugins/jars/helper-1.0.jar",
                        "plugins/jars/lib-3.0.jar");
    }

    @Test
    void theInstallerCanBeUnpackedAndOpened() throws IOException {
        Path out = packages(distribution.withoutEngine(), "out");
        Path unpacked = folder.resolve("unpacked");
        try (ZipFile zip = new ZipFile(out.resolve("OneModel-1.0-installer.zip").toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path file = unpacked.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip.getInputStream(entry), file);
            }
        }
        Path top = unpacked.resolve("OneModel-1.0");
        assertThat(top.resolve("install")).exists();
        assertThat(top.resolve("README.md")).hasContent("# Installing");
        Distribution opened = Distribution.open(top);
        assertThat(opened.version()).isEqualTo("1.0");
        assertThat(opened.parts())
                .map(part -> part.kind() + " " + part.name())
                .containsExactlyInAnyOrderElementsOf(
                        distribution.withoutEngine().parts().stream()
                                .map(part -> part.kind() + " " + part.name())
                                .toList());
        assertThat(opened.imageJ()).hasSize(1);
    }

    @Test
    void theEngineIsInsideIfAskedForAndInTheName() throws IOException {
        Path out = packages(distribution, "out");
        String system = NativeSystem.current().classifier();
        assertThat(names(out.resolve("OneModel-1.0-" + system + "-fiji.zip")))
                .contains("jars/pytorch-native-cpu-2.7.1-" + system + ".jar");
    }

    @Test
    void theSameFilesMakeTheSameZips() throws IOException {
        Path once = packages(distribution, "once");
        for (Part part : distribution.parts()) {
            Files.setLastModifiedTime(part.source(), FileTime.fromMillis(1_000_000_000_000L));
        }
        List<Part> reversed = new ArrayList<>(distribution.parts());
        Collections.reverse(reversed);
        Path again =
                packages(
                        new Distribution(distribution.version(), reversed, distribution.imageJ()),
                        "again");
        assertThat(Tree.of(again)).isEqualTo(Tree.of(once)).hasSize(7);
    }

    @Test
    void eachZipHasAListOfItsFiles() throws IOException {
        Path out = packages(distribution.withoutEngine(), "out");
        List<String> lines =
                Files.readAllLines(
                        out.resolve("OneModel-1.0-fiji.zip.sha256"), StandardCharsets.UTF_8);
        assertThat(lines)
                .hasSize(5)
                .contains(
                        Checksum.of(checkout.resolve("plugins/OneModel_Batch.ijm"))
                                + "  plugins/OneModel/Macros/OneModel_Batch.ijm");
    }
}
