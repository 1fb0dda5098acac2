/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import ij.ImagePlus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.onemodel.evaluate.DenoiseScore;
import org.onemodel.evaluate.PairBenchmark;
import org.onemodel.image.ImageSources;
import org.onemodel.restore.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate pairs}. */
@Command(
        name = "pairs",
        description =
                "Denoises real noisy images and prints PSNR (dB) and SSIM against clean ones of the"
                        + " same names.")
final class EvaluatePairsCommand implements Callable<Integer> {

    @Option(
            names = "--images",
            paramLabel = "DIR",
            required = true,
            description = "Folder of noisy images.")
    private Path folder;

    @Option(
            names = "--targets",
            paramLabel = "DIR",
            required = true,
            description = "Folder of clean images.")
    private Path targets;

    @Option(
            names = "--affine",
            description = "Fit grey values to the clean image before they are compared.")
    private boolean affine;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin private ModelArguments model;

    @Mixin private NoiseArguments noise;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Map<String, Path> clean = new TreeMap<>();
        ImageSources.imagesIn(targets).forEach(file -> clean.put(ImageSources.stem(file), file));
        List<Path> noisy = ImageSources.imagesIn(folder);
        for (Path file : noisy) {
            if (!clean.containsKey(ImageSources.stem(file))) {
                throw new IOException(
                        "There is no image in " + targets + " of the name of " + file + ".");
            }
        }
        List<DenoiseScore> scores = new ArrayList<>();
        String name;
        try (Session session = new Session(noise.of(model.options()))) {
            name = session.model();
            TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr());
            for (Path file : noisy) {
                progress.update((double) scores.size() / noisy.size(), file.toString());
                ImagePlus image = ImageFiles.read(file);
                image.setTitle(file.getFileName().toString());
                scores.add(
                        new PairBenchmark(affine)
                                .measure(
                                        image,
                                        ImageFiles.read(clean.get(ImageSources.stem(file))),
                                        given -> session.denoising().apply(given, Progress.NONE)));
            }
            progress.clear();
        }
        print(name, scores);
        return 0;
    }

    private void print(String name, List<DenoiseScore> scores) {
        PrintWriter out = spec.commandLine().getOut();
        DenoiseScore mean = DenoiseScore.mean(scores);
        if (json) {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("model", name);
            report.put("affine", affine);
            report.put("images", scores);
            report.put("mean", mean);
            out.println(Json.of(report));
            return;
        }
        Table table = new Table("IMAGE", "NOISY PSNR", "NOISY SSIM", "PSNR", "SSIM");
        scores.forEach(score -> row(table, score));
        row(table, mean);
        table.print(out);
    }

    private static void row(Table table, DenoiseScore score) {
        table.row(
                score.image(),
                number("%.2f", score.noisyPsnr()),
                number("%.4f", score.noisySsim()),
                number("%.2f", score.psnr()),
                number("%.4f", score.ssim()));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
