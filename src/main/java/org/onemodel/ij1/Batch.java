/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.process.ByteProcessor;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.onemodel.service.OneModelService;

/**
 * What a macro that works through a folder cannot do itself; it calls these methods as {@code
 * call("org.onemodel.ij1.Batch.restore", …)}.
 *
 * <p>ImageJ's macro language cannot catch a failure. Here a failure is an answer, and no dialog or
 * window opens. Names and parameters are contracts with the macros of users.
 */
public final class Batch {

    private Batch() {}

    /**
     * The models to choose from.
     *
     * @return their names, one a line
     */
    public static String models() {
        return withOwnLoader(
                () ->
                        String.join(
                                "\n",
                                HostContext.get().service(OneModelService.class).models(null)));
    }

    /**
     * Finds all files of a folder, and what the results of images among them are to be called.
     *
     * @param input the folder
     * @param output the folder of the results, where nothing is looked for; it is made if need be
     * @param subfolders {@code yes}, or {@code no} for the folder alone
     * @param suffix what a result's name gets, such as {@code -denoised}
     * @return a line for each file, in the order of names: its path, a tab, and its result's path,
     *     both relative to their folders; or {@code "Error: "} and a sentence
     */
    public static String files(String input, String output, String subfolders, String suffix) {
        try {
            BatchFolder folder = new BatchFolder(Path.of(input), Path.of(output));
            List<Path> files = folder.files(subfolders.equals("yes"));
            return BatchFolder.results(files, suffix).entrySet().stream()
                    .map(entry -> slashes(entry.getKey()) + "\t" + slashes(entry.getValue()))
                    .collect(Collectors.joining("\n"));
        } catch (IOException | InvalidPathException e) {
            return "Error: " + BatchReport.sentence(e);
        }
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    /**
     * Tries a command with its options on a small image of noise, so that a wrong option, a missing
     * model or a missing device is said before thousands of files are opened.
     *
     * @param command name of the menu entry, such as {@code OneModel Denoise...}
     * @param options the command's options; those that choose planes and a region are not tried
     * @return nothing, or a sentence
     */
    public static String check(String command, String options) {
        return withOwnLoader(
                () -> {
                    try {
                        BatchStep.check(command, options);
                        return "";
                    } catch (RuntimeException | LinkageError e) {
                        return BatchReport.sentence(e);
                    }
                });
    }

    /**
     * Opens an image, runs a command and saves the result as TIFF, whole or not at all; all that
     * was opened is closed again.
     *
     * @param command name of the menu entry, such as {@code OneModel Denoise...}
     * @param input path of the image
     * @param output path of the result; missing folders are made
     * @param options the command's options
     * @return the line of the report, from {@code status} on: {@code done}, {@code failed} or
     *     {@code canceled}
     */
    public static String restore(String command, String input, String output, String options) {
        releaseCaller();
        IJ.resetEscape();
        return withOwnLoader(() -> BatchStep.run(command, input, output, options).line());
    }

    /**
     * Starts a report, or goes on with one.
     *
     * @param report path of the file
     * @param append {@code yes} keeps what is there
     * @return nothing, or a sentence if it cannot be written
     */
    public static String openReport(String report, String append) {
        try {
            new BatchReport(Path.of(report)).open(append.equals("yes"));
            return "";
        } catch (IOException | InvalidPathException e) {
            return BatchReport.sentence(e);
        }
    }

    /**
     * Writes a line of the report at once.
     *
     * @param report path of the file
     * @param file the image's path as it is to be named
     * @param result the result's path as it is to be named
     * @param line what {@link #restore} gave; or a status, a tab, and a sentence
     * @return nothing, or a sentence if it cannot be written
     */
    public static String report(String report, String file, String result, String line) {
        try {
            new BatchReport(Path.of(report)).append(file, result, line);
            return "";
        } catch (IOException | InvalidPathException e) {
            return BatchReport.sentence(e);
        }
    }

    /**
     * Whether there is no user interface.
     *
     * @return {@code yes} or {@code no}
     */
    public static String headless() {
        return isHeadless() ? "yes" : "no";
    }

    /**
     * Ends ImageJ with an exit code, if there is no user interface; else does nothing.
     *
     * @param code the exit code
     */
    public static void exit(String code) {
        if (isHeadless()) {
            System.exit(Integer.parseInt(code));
        }
    }

    private static boolean isHeadless() {
        return GraphicsEnvironment.isHeadless() || IJ.getInstance() == null;
    }

    /**
     * Without this, what ImageJ's readers say of a broken file would end the macro that called the
     * batch macro by {@code run}: ImageJ remembers that one until an image is asked for.
     */
    private static void releaseCaller() {
        ImagePlus before = WindowManager.getTempCurrentImage();
        WindowManager.setTempCurrentImage(new ImagePlus("", new ByteProcessor(1, 1)));
        IJ.getImage(null);
        WindowManager.setTempCurrentImage(before);
    }

    /** SciJava and the tensor engine look for their parts here; ImageJ leaves its own. */
    private static String withOwnLoader(Supplier<String> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Batch.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
