/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.onemodel.command.Restoration;
import org.onemodel.files.WholeFile;
import org.onemodel.restore.OneModelException;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/** One file of a batch: opened, restored by a command, and saved. */
final class BatchStep {

    /** Options that depend on the image. */
    private static final Set<String> OF_THE_IMAGE =
            Set.of("channels", "slices", "frames", "region");

    private static final int PROBE = 32;
    private static final double NANOSECONDS = 1e9;

    private BatchStep() {}

    /**
     * Tries a command on a small image of noise.
     *
     * @param command its name in the menu
     * @param options its options; those that depend on the image are left out
     * @throws OneModelException if an option, the model or the device is refused
     */
    static void check(String command, String options) {
        byte[] noise = new byte[PROBE * PROBE];
        new Random(0).nextBytes(noise);
        ImagePlus image = new ImagePlus("a trial", new ByteProcessor(PROBE, PROBE, noise));
        restoration(command, options, OF_THE_IMAGE).restore(image, IJ::escapePressed).close();
    }

    /**
     * Restores a file.
     *
     * @param command the command's name in the menu
     * @param input path of the image
     * @param output path of the TIFF file to write
     * @param options the command's options
     * @return what came of it, failures too
     */
    static BatchOutcome run(String command, String input, String output, String options) {
        long start = System.nanoTime();
        try (BatchImage image = BatchImage.open(Path.of(input))) {
            Path path = Path.of(output);
            Files.createDirectories(path.toAbsolutePath().getParent());
            WholeFile file = new WholeFile(path);
            ImagePlus result =
                    restoration(command, options, Set.of())
                            .restore(image.image(), IJ::escapePressed);
            file.write(temporary -> save(result, temporary, path));
            double seconds = (System.nanoTime() - start) / NANOSECONDS;
            return BatchOutcome.done(result, seconds);
        } catch (CancellationException e) {
            // The Escape key ends the macro, too, which then has no say.
            IJ.log("OneModel batch: canceled; " + input + " has no result.");
            return BatchOutcome.notDone("canceled", "Canceled by the user.");
        } catch (OutOfMemoryError e) {
            return BatchOutcome.notDone(
                    "failed",
                    input
                            + " does not fit into ImageJ's memory; give it more"
                            + " (Edit > Options > Memory & Threads, or java -Xmx16g).");
        } catch (IOException | RuntimeException | LinkageError e) {
            return BatchOutcome.notDone("failed", BatchReport.sentence(e));
        }
    }

    private static Restoration restoration(String command, String options, Set<String> without) {
        Module module = module(command);
        if (!(module.getDelegateObject() instanceof Restoration restoration)) {
            throw unknown(command);
        }
        MacroOptions macro = MacroOptions.parse(options);
        macro.check(command, module);
        for (ModuleItem<?> item : module.getInfo().inputs()) {
            String name = item.getName();
            if (item.getType() == File.class && macro.value(name).isPresent()) {
                throw new OneModelException(
                        "A batch can't take the option "
                                + name
                                + ", which is one file for one image; leave it out.");
            }
            if (item.getType() == String.class && !without.contains(name)) {
                macro.value(name).ifPresent(value -> module.setInput(name, value));
            }
        }
        return restoration;
    }

    private static Module module(String command) {
        CommandInfo info =
                HostContext.get().service(CommandService.class).getCommands().stream()
                        .filter(candidate -> isCalled(candidate, command))
                        .findFirst()
                        .orElseThrow(() -> unknown(command));
        return HostContext.get().service(ModuleService.class).createModule(info);
    }

    private static boolean isCalled(CommandInfo info, String command) {
        return info.getMenuPath() != null
                && info.getMenuPath().getLeaf() != null
                && command.equals(info.getMenuPath().getLeaf().getName());
    }

    private static OneModelException unknown(String command) {
        return new OneModelException(
                "There is no command '"
                        + command
                        + "' for a batch; give OneModel Denoise..., OneModel Reconstruct... or"
                        + " OneModel Scale Noise....");
    }

    private static void save(ImagePlus image, Path temporary, Path output) throws IOException {
        IJ.redirectErrorMessages(true);
        FileSaver saver = new FileSaver(image);
        String path = temporary.toString();
        boolean saved =
                image.getStackSize() > 1 ? saver.saveAsTiffStack(path) : saver.saveAsTiff(path);
        if (!saved || !Files.isRegularFile(temporary)) {
            throw new IOException(
                    output + " could not be written; check that the disk has space left.");
        }
    }
}
