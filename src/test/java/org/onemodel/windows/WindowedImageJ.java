/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Plain ImageJ with its windows, in a JVM of its own, which finds the commands as users' does. */
final class WindowedImageJ implements AutoCloseable {

    private static final int LONGEST = 15;
    private static final Path LOG = Path.of("target", "windowed-imagej.log");

    private final Process process;
    private final Desk desk;

    private WindowedImageJ(Process process, Desk desk) {
        this.process = process;
        this.desk = desk;
    }

    /**
     * Starts ImageJ.
     *
     * @param display where it shows its windows
     * @param folder gets its plugins and preferences
     * @param options of Java, such as {@code -Donemodel.models=FOLDER}
     */
    static WindowedImageJ start(XServer display, Path folder, String... options)
            throws IOException {
        installPlugin(Files.createDirectories(folder.resolve("plugins")));
        // Where these are found, the user's own stay as they are.
        Files.writeString(folder.resolve("IJ_Prefs.txt"), "");
        Files.createDirectories(LOG.getParent());
        ProcessBuilder builder = new ProcessBuilder(command(folder, options));
        builder.environment().put("DISPLAY", display.display());
        builder.redirectError(LOG.toFile());
        Process process = builder.start();
        // Where it hangs, a test fails in the end.
        CompletableFuture.delayedExecutor(LONGEST, TimeUnit.MINUTES)
                .execute(process::destroyForcibly);
        try {
            Desk desk =
                    Calls.caller(Desk.class, process.getInputStream(), process.getOutputStream());
            return new WindowedImageJ(process, desk);
        } catch (IOException e) {
            process.destroyForcibly();
            throw new IOException("ImageJ has not started; see " + LOG + ".", e);
        }
    }

    private static void installPlugin(Path plugins) throws IOException {
        try (InputStream config = WindowedImageJ.class.getResourceAsStream("/plugins.config");
                OutputStream file = Files.newOutputStream(plugins.resolve("OneModel_.jar"));
                ZipOutputStream jar = new ZipOutputStream(file)) {
            jar.putNextEntry(new ZipEntry("plugins.config"));
            config.transferTo(jar);
        }
    }

    private static List<String> command(Path folder, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-Dai.djl.offline=true", "-Dplugins.dir=" + folder));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classes(), DeskHost.class.getName()));
        return command;
    }

    private static String classes() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Its windows. */
    Desk desk() {
        return desk;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
