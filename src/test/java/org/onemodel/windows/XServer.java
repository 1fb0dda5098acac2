/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A display without a screen: Xvfb, on the first display number that is free. */
final class XServer implements AutoCloseable {

    private static final String PROGRAM = "Xvfb";

    private final Process process;
    private final String display;

    private XServer(Process process, String display) {
        this.process = process;
        this.display = display;
    }

    /** Whether this machine has the program. */
    static boolean isInstalled() {
        return isInstalled(PROGRAM);
    }

    /** Whether a program is on the path. */
    static boolean isInstalled(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }

    /**
     * Starts a display.
     *
     * @param width pixels
     * @param height pixels
     */
    static XServer start(int width, int height) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM, "-displayfd", "1"));
        command.addAll(List.of("-screen", "0", width + "x" + height + "x24", "-dpi", "96"));
        // It ends with its last client, even where this process was killed before.
        command.addAll(List.of("-nolisten", "tcp", "-terminate", "-wr"));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader output = process.inputReader();
        String number = output.readLine();
        if (number == null) {
            throw new IOException(PROGRAM + " ended before it had a display.");
        }
        return new XServer(process, ":" + number);
    }

    /** Its name, as in the variable {@code DISPLAY}. */
    String display() {
        return display;
    }

    @Override
    public void close() {
        process.destroy(); // it then takes its lock file away
    }
}
