/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Jars that a class loader finds, and no others. */
final class JarClassPath {

    private final Path folder;
    private final List<URL> jars = new ArrayList<>();

    /** No jars yet. */
    JarClassPath(Path folder) {
        this.folder = folder;
    }

    /** DJL's jar, as its name says which versions belong together. */
    JarClassPath withDjl() throws IOException {
        return with(
                "pytorch-engine.jar",
                Map.of("pytorch-engine.properties", "djl_version=0.35.1\npytorch_version=2.7.1\n"));
    }

    /** A jar of native libraries. */
    JarClassPath withLibrary(String flavor, String classifier) throws IOException {
        return with(
                "pytorch-native.jar",
                Map.of(
                        "native/lib/pytorch.properties",
                        "version=2.7.1-20250812\nflavor=%s\nclassifier=%s\nlibraries=libtorch.so\n"
                                .formatted(flavor, classifier)));
    }

    /** A jar with a binding. */
    JarClassPath withBinding(String flavor, String classifier) throws IOException {
        return with(
                "pytorch-jni.jar",
                Map.of(
                        "jnilib/pytorch.properties",
                        "jni_version=2.7.1-0.35.1\n",
                        "jnilib/%s/%s/%s"
                                .formatted(classifier, flavor, System.mapLibraryName("djl_torch")),
                        "native code"));
    }

    /** Any jar, after those before. */
    JarClassPath with(String name, Map<String, String> files) throws IOException {
        Path jar = folder.resolve(name);
        write(jar, files);
        try {
            jars.add(jar.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Writes a jar. */
    static void write(Path jar, Map<String, String> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Finds these jars, and Java's own classes. */
    ClassLoader loader() {
        return new URLClassLoader(jars.toArray(URL[]::new), null);
    }
}
