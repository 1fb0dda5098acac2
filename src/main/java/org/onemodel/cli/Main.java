/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The program behind {@code scripts/onemodel}. */
public final class Main {

    /** Set to {@code true} by the script if messages go to a terminal, where progress is shown. */
    static final String TERMINAL_PROPERTY = "onemodel.terminal";

    private Main() {}

    /**
     * Runs one command and ends the program: 0 done, 1 failed, 2 wrong usage.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        setDefault("java.awt.headless", "true");
        setDefault("OPT_OUT_TRACKING", "true");
        setDefault("ai.djl.offline", "true");
        setDefault("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        setDefault("org.slf4j.simpleLogger.log.org.onemodel.train", "info");
        setDefault("org.slf4j.simpleLogger.showThreadName", "false");
        setDefault("org.slf4j.simpleLogger.showLogName", "false");
        // It warns wherever there is no NVIDIA driver; "engine status" lists the GPUs.
        setDefault("org.slf4j.simpleLogger.log.ai.djl.util.cuda.CudaUtils", "error");
        int exitCode = execute(writer(System.out), writer(System.err), args);
        System.exit(exitCode);
    }

    /**
     * Runs one command.
     *
     * @param out where results go
     * @param err where messages go
     * @param args the command and its options
     * @return the exit code: 0 done, 1 failed, 2 wrong usage
     */
    static int execute(PrintWriter out, PrintWriter err, String... args) {
        OneModel root = new OneModel();
        CommandLine line =
                new CommandLine(root)
                        .setOut(out)
                        .setErr(err)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setParameterExceptionHandler((e, ignored) -> wrongUsage(e))
                        .setExecutionExceptionHandler(
                                (e, command, ignored) -> failed(root, e, command.getErr()));
        try {
            return line.execute(args);
        } catch (Error error) { // the engine's libraries don't load, or memory ran out
            return failed(root, error, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static int wrongUsage(ParameterException exception) {
        CommandSpec command = exception.getCommandLine().getCommandSpec();
        PrintWriter err = exception.getCommandLine().getErr();
        err.println(Sentences.oneLine(exception.getMessage()));
        err.println("Usage: " + command.qualifiedName() + " --help");
        return command.exitCodeOnInvalidInput();
    }

    private static int failed(OneModel root, Throwable failure, PrintWriter err) {
        if (!(failure instanceof BatchFailedException)) { // it has told what failed
            err.println(Sentences.of(failure));
        }
        if (root.debug) {
            failure.printStackTrace(err);
        }
        return 1;
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
