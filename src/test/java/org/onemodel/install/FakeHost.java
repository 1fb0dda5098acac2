/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that look like an ImageJ or a Fiji, and like what is installed into them. */
final class FakeHost {

    private FakeHost() {}

    /** Plain ImageJ, with a plugin of its own. */
    static Host imageJ(Path folder) throws IOException {
        TinyJar.in(folder.getParent())
                .withClass("ij.IJ", "package ij; public class IJ { public static void log() {} }")
                .write(folder.resolve("ij.jar"));
        TinyJar.in(folder.getParent())
                .with("plugins.config", "Plugins, \"Other\", Other_")
                .write(folder.resolve("plugins/Other_.jar"));
        Files.createDirectories(folder.resolve("macros"));
        Files.writeString(folder.resolve("macros/StartupMacros.txt"), "// mine");
        return Host.find(folder);
    }

    /** Fiji, with the libraries that others put there. */
    static Host fiji(Path folder) throws IOException {
        TinyJar.in(folder.getParent())
                .with("net/imagej/legacy/x.txt", "")
                .write(folder.resolve("jars/imagej-legacy-2.0.3.jar"));
        TinyJar.in(folder.getParent())
                .withClass("ij.IJ", "package ij; public class IJ { public static void log() {} }")
                .write(folder.resolve("jars/ij-1.54p.jar"));
        Files.createDirectories(folder.resolve("plugins"));
        return Host.find(folder);
    }

    /** A version of OneModel that calls a library and ImageJ. */
    static Distribution distribution(Path root, String version) throws IOException {
        Path library = library(root.resolve("jars"), "3.0", "public int size() { return 3; }");
        Path imageJ =
                TinyJar.in(root)
                        .withClass(
                                "ij.IJ",
                                "package ij; public class IJ { public static void log() {} }")
                        .write(root.resolve("jars/ij-1.54p.jar"));
        TinyJar.in(root)
                .withClass(
                        "org.onemodel.Restore",
                        "package org.onemodel; public class Restore { public static final String V"
                                + " = \""
                                + version
                                + "\"; int run() { ij.IJ.log(); return new"
                                + " com.example.lib.Thing().size(); } }",
                        library,
                        imageJ)
                .write(root.resolve("jars/OneModel_-" + version + ".jar"));
        TinyJar.in(root)
                .with("other.txt", "of " + version)
                .write(root.resolve("jars/helper-" + version + ".jar"));
        Files.createDirectories(root.resolve("plugins/toolsets"));
        Files.writeString(root.resolve("plugins/OneModel_Batch.ijm"), "// batch " + version);
        Files.writeString(root.resolve("plugins/toolsets/OneModel.ijm"), "// tools");
        Files.createDirectories(root.resolve("scripts/groovy"));
        Files.writeString(
                root.resolve("scripts/groovy/Denoise_Folder.groovy"), "// script " + version);
        return Distribution.open(root);
    }

    /** A library of one class, whose methods differ between versions. */
    static Path library(Path folder, String version, String methods) throws IOException {
        Files.createDirectories(folder);
        return TinyJar.in(folder.getParent())
                .withClass(
                        "com.example.lib.Thing",
                        "package com.example.lib; public class Thing { " + methods + " }")
                .write(folder.resolve("lib-" + version + ".jar"));
    }
}
