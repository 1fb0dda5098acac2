/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Jars of a few classes, compiled for a test. */
final class TinyJar {

    /** The compiler is slow, and tests make the same classes again and again. */
    private static final Map<String, byte[]> COMPILED = new ConcurrentHashMap<>();

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Path scratch;

    private TinyJar(Path scratch) {
        this.scratch = scratch;
    }

    /** A jar without entries; classes are compiled in a folder of scratch. */
    static TinyJar in(Path scratch) throws IOException {
        return new TinyJar(Files.createTempDirectory(scratch, "classes"));
    }

    /** Adds a file. */
    TinyJar with(String entry, String content) {
        entries.put(entry, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds a class that is compiled against other jars. */
    TinyJar withClass(String name, String source, Path... classPath) throws IOException {
        String entry = name.replace('.', '/') + ".class";
        String key = name + ' ' + source;
        byte[] known = COMPILED.get(key);
        byte[] compiled = known == null ? compile(name, source, entry, classPath) : known;
        COMPILED.put(key, compiled);
        entries.put(entry, compiled);
        return this;
    }

    private byte[] compile(String name, String source, String entry, Path... classPath)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = new ArrayList<>(List.of("-d", scratch.toString(), "-proc:none"));
        if (classPath.length > 0) {
            options.add("-cp");
            options.add(
                    String.join(
                            File.pathSeparator, Stream.of(classPath).map(Path::toString).toList()));
        }
        boolean works =
                compiler.getTask(null, null, null, options, null, List.of(source(name, source)))
                        .call();
        if (!works) {
            throw new IllegalArgumentException(name + " does not compile");
        }
        return Files.readAllBytes(scratch.resolve(entry));
    }

    private static JavaFileObject source(String name, String source) {
        URI uri = URI.create("string:///" + name.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreErrors) {
                return source;
            }
        };
    }

    /** Writes it, and makes its folder. */
    Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }
}
