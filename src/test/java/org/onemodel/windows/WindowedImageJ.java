/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Plain ImageJ with its windows, in a JVM of its own, which finds the commands as users' do. */
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
     * @param folder its plugins and preferences
     * @param options of Java, such as {@code -Donemodel.models=FOLDER}
     */
    static WindowedImageJ start(XServer display, ImageJFolder folder, String... options)
            throws IOException {
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

    private static List<String> command(ImageJFolder folder, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-Xmx1g", "-Dai.djl.offline=true", "-Dplugins.dir=" + folder.path()));
        command.add("-Djava.util.prefs.userRoot=" + folder.path());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", folder.classPath(), DeskHost.class.getName()));
        return command;
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
