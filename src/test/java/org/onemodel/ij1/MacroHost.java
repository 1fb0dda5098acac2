/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.onemodel.command.TinyBundle;

/**
 * A real, headless ImageJ 1 in a JVM of its own, with the commands in {@code plugins.config} and
 * the model of {@link TinyBundle}.
 */
final class MacroHost implements AutoCloseable {

    private static final int MINUTES = 3;

    private final Process process;

    /**
     * Starts it.
     *
     * @param folder where its folders of plugins and models are made
     * @param javaOptions options of its JVM, such as {@code -Xmx1g}
     */
    MacroHost(Path folder, String... javaOptions) throws IOException {
        this(folder, "", List.of(javaOptions));
    }

    /**
     * Starts it with more commands.
     *
     * @param folder where its folders of plugins and models are made
     * @param commands further lines of {@code plugins.config}
     * @param javaOptions options of its JVM
     */
    MacroHost(Path folder, String commands, List<String> javaOptions) throws IOException {
        TinyBundle.write(folder.resolve("models"));
        install(Files.createDirectories(folder.resolve("plugins")), commands);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        Collections.addAll(
                command,
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dai.djl.offline=true",
                "-Dplugins.dir=" + folder,
                "-Donemodel.models=" + folder.resolve("models"),
                "-cp",
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                HeadlessImageJ.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Else the C library keeps a pool of memory for each new thread, which looks like a leak.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        process = builder.start();
    }

    private static void install(Path plugins, String commands) throws IOException {
        try (InputStream config = MacroHost.class.getResourceAsStream("/plugins.config");
                OutputStream file = Files.newOutputStream(plugins.resolve("OneModel_.jar"));
                ZipOutputStream jar = new ZipOutputStream(file)) {
            jar.putNextEntry(new ZipEntry("plugins.config"));
            config.transferTo(jar);
            jar.write(commands.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** All that ImageJ prints while it runs a macro in one line, the answer last. */
    List<String> print(String macro) {
        return assertTimeoutPreemptively(
                Duration.ofMinutes(MINUTES),
                () -> {
                    process.outputWriter(StandardCharsets.UTF_8).append(macro).append("\n").flush();
                    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                    List<String> lines = new ArrayList<>();
                    String line = output.readLine();
                    while (line != null && !line.startsWith(HeadlessImageJ.ANSWER)) {
                        lines.add(line);
                        line = output.readLine();
                    }
                    assertThat(line).as("ImageJ ended after printing %s", lines).isNotNull();
                    lines.add(line);
                    return lines;
                });
    }

    /** What a macro returns. */
    String answer(String macro) {
        List<String> printed = print(macro);
        return printed.get(printed.size() - 1).substring(HeadlessImageJ.ANSWER.length());
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
