/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The program in a Java process of its own, with one computing thread. */
final class ChildProgram implements AutoCloseable {

    private static final int LONGEST = 120;

    private final Process process;
    private final BufferedReader terminal;
    private final List<String> lines = new ArrayList<>();

    private ChildProgram(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("OMP_NUM_THREADS", "1");
        this.process = builder.start();
        // Where it hangs, a test fails in the end.
        CompletableFuture.delayedExecutor(LONGEST, TimeUnit.SECONDS)
                .execute(process::destroyForcibly);
        this.terminal = process.inputReader();
    }

    /**
     * Starts a command.
     *
     * @param arguments the command and its options
     */
    static ChildProgram start(Object... arguments) throws IOException {
        return new ChildProgram(command(List.of(), arguments));
    }

    /**
     * Starts a command with options of Java.
     *
     * @param options such as {@code -Dkey=value}
     * @param arguments the command and its options
     */
    static ChildProgram startWith(List<String> options, Object... arguments) throws IOException {
        return new ChildProgram(command(options, arguments));
    }

    /**
     * Starts a command that can write no file of more than some size: the system then refuses to
     * write as it does on a full disk.
     *
     * @param kilobytes the largest size of a file
     * @param arguments the command and its options
     */
    static ChildProgram startWithSmallDisk(int kilobytes, Object... arguments) throws IOException {
        List<String> limited = new ArrayList<>();
        limited.addAll(List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "bash"));
        limited.addAll(command(List.of(), arguments));
        return new ChildProgram(limited);
    }

    private static List<String> command(List<String> options, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return command;
    }

    /**
     * Waits for a line on the terminal.
     *
     * @param start what it starts with
     * @throws AssertionError if the program ends without
     */
    void awaitLine(String start) throws IOException {
        String line;
        do {
            line = terminal.readLine();
            if (line == null) {
                throw new AssertionError("No line starts with \"" + start + "\": " + lines);
            }
            lines.add(line);
        } while (!line.startsWith(start));
    }

    /**
     * Kills the program with signal 9.
     *
     * @return its exit code
     */
    int kill() throws InterruptedException {
        process.destroyForcibly();
        return process.waitFor();
    }

    /**
     * Asks the program to end, as Ctrl-C does.
     *
     * @return its exit code
     */
    int end() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    /**
     * Waits for the end.
     *
     * @return the exit code
     */
    int await() throws IOException, InterruptedException {
        terminal.lines().forEach(lines::add);
        return process.waitFor();
    }

    /** What it has written on the terminal so far, results and messages. */
    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
