/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Copies a TIFF file by rows, in a process of its own with little memory. */
final class CopyProgram {

    private CopyProgram() {}

    /** Copies the first file to the second, some rows at a time. */
    public static void main(String[] arguments) {
        int rows = Integer.parseInt(arguments[2]);
        try (TiffPlanes planes = TiffPlanes.open(Path.of(arguments[0]))) {
            TiffWriter.write(
                    Path.of(arguments[1]), planes.image(), to -> Rows.copy(planes, to, rows));
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }

    /**
     * Runs it.
     *
     * @param start what the command starts with, such as a limit
     * @return what it printed
     */
    static String run(List<String> start, Path from, Path to, int rows)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(start);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(CopyProgram.class.getName());
        command.addAll(List.of(from.toString(), to.toString(), Integer.toString(rows)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes());
        process.waitFor(60, TimeUnit.SECONDS);
        return printed;
    }
}
