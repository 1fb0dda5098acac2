/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import ij.ImagePlus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onemodel.image.ImageSources;
import org.onemodel.image.Residual;
import org.onemodel.restore.Progress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** INPUT and OUTPUT of a command that makes images from images, and the way through them. */
final class ImageArguments {

    // A shell may have replaced a glob by many files.
    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT OUTPUT",
            hideParamSyntax = true,
            description = {
                "INPUT: an image, a folder of images, or a glob such as 'scans/*.tif'.",
                "OUTPUT: a .tif or .png file; a folder if there may be several inputs."
            })
    private List<String> paths;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    private boolean intoFolder;

    /**
     * Finds the inputs, and where each result goes.
     *
     * @return outputs by input, in order
     * @throws IOException if there is no input or an output can't be written
     */
    Map<Path, Path> files() throws IOException {
        if (paths.size() < 2) {
            throw new ParameterException(
                    command.commandLine(), "OUTPUT is missing; give INPUT and OUTPUT.");
        }
        List<String> inputs = paths.subList(0, paths.size() - 1);
        Path output = Path.of(paths.get(paths.size() - 1));
        boolean many = inputs.size() > 1 || ImageSources.isMany(inputs.get(0));
        if (many && Files.exists(output) && !Files.isDirectory(output)) {
            throw new ParameterException(
                    command.commandLine(),
                    output + " is a file; give a folder as OUTPUT where INPUT may be many files.");
        }
        List<Path> found = new ArrayList<>();
        for (String input : inputs) {
            found.addAll(ImageSources.find(input));
        }
        intoFolder = many || Files.isDirectory(output);
        Map<Path, Path> files = intoFolder ? inFolder(found, output) : Map.of(found.get(0), output);
        for (Map.Entry<Path, Path> file : files.entrySet()) {
            refuseOverwriting(file.getKey(), file.getValue());
        }
        if (many) {
            makeFolder(output);
        }
        for (Path file : files.values()) {
            ImageFiles.checkWritable(file);
        }
        return files;
    }

    /** Whether the outputs that {@link #files} found are in a folder that the user named. */
    boolean intoFolder() {
        return intoFolder;
    }

    private static Map<Path, Path> inFolder(List<Path> inputs, Path folder) throws IOException {
        Map<Path, Path> outputs = new LinkedHashMap<>();
        Map<Path, Path> inputOf = new LinkedHashMap<>();
        for (Path input : inputs) {
            Path output = folder.resolve(ImageSources.stem(input) + ".tif");
            Path other = inputOf.putIfAbsent(output, input);
            if (other != null && !other.equals(input)) {
                throw new IOException(
                        other
                                + " and "
                                + input
                                + " would both become "
                                + output
                                + "; rename one or run them apart.");
            }
            outputs.put(input, output);
        }
        return outputs;
    }

    /**
     * Refuses to write over an input.
     *
     * @param input a file that is read
     * @param output a file that is to be written
     * @throws IOException if they are the same
     */
    static void refuseOverwriting(Path input, Path output) throws IOException {
        if (Files.exists(output) && Files.isSameFile(input, output)) {
            throw new IOException(
                    "The result would replace its own input " + input + "; choose another OUTPUT.");
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException(
                    "The folder "
                            + folder
                            + " can't be made ("
                            + e.getClass().getSimpleName()
                            + "); choose another OUTPUT.",
                    e);
        }
    }

    /**
     * Reads, changes and writes each image; prints the path of each result. A failure does not stop
     * the others.
     *
     * @param files outputs by input, from {@link #files}
     * @param step what is done to each image
     * @throws IOException if the only image failed
     * @throws BatchFailedException if one of several failed, after telling which
     */
    void forEach(Map<Path, Path> files, ImageStep step) throws IOException {
        PrintWriter err = command.commandLine().getErr();
        TerminalProgress progress = new TerminalProgress(err);
        List<Path> failed = new ArrayList<>();
        int index = 0;
        for (Map.Entry<Path, Path> file : files.entrySet()) {
            Path input = file.getKey();
            try {
                Progress part = progress.part(index++, files.size(), input.toString());
                if (!step.applyByRows(input, file.getValue(), part)) {
                    restore(input, file.getValue(), step, part);
                }
                progress.clear();
                command.commandLine().getOut().println(file.getValue());
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                progress.clear();
                if (files.size() == 1) {
                    throw e;
                }
                String sentence = Sentences.of(e);
                boolean named = sentence.contains(input.toString());
                err.println(named ? sentence : input + ": " + sentence);
                failed.add(input);
            }
        }
        if (!failed.isEmpty()) {
            String summary = failed.size() + " of " + files.size() + " images failed: " + failed;
            err.println(summary);
            throw new BatchFailedException(summary);
        }
    }

    private void restore(Path input, Path output, ImageStep step, Progress progress)
            throws IOException {
        ImagePlus image = ImageFiles.read(input);
        ImagePlus result = step.apply(image, progress);
        Optional<Residual> residual = step.residual(image, result);
        if (residual.isPresent()) {
            ImageFiles.write(residual.get().image(), beside(output));
            command.commandLine()
                    .getErr()
                    .printf(
                            Locale.ROOT,
                            "%s: %.1f %% of the variance was taken away%n",
                            input,
                            100 * residual.get().shareOfVariance());
        }
        ImageFiles.write(result, output);
        step.writeBeside(output);
    }

    /** Where the residual of an output goes. */
    private static Path beside(Path output) {
        return output.resolveSibling(ImageSources.stem(output) + "-residual.tif");
    }
}
