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
import org.onemodel.evaluate.DenoiseBenchmark;
import org.onemodel.evaluate.DenoiseScore;
import org.onemodel.files.WholeFile;
import org.onemodel.image.ImageSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evaluate denoise} and {@code evaluate pairs}. */
@Command(
        name = "evaluate",
        description = "Measures a model on clean images, or on pairs of a noisy and a clean one.",
        subcommands = EvaluatePairsCommand.class)
final class EvaluateCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Give a subcommand: denoise or pairs.");
    }

    @Command(
            name = "denoise",
            description =
                    "Adds Gaussian noise to clean 8-bit or RGB images, denoises them and prints"
                            + " PSNR (dB) and SSIM against the clean ones.")
    int denoise(
            @Option(
                            names = "--images",
                            paramLabel = "DIR",
                            required = true,
                            description = "Folder of clean images.")
                    Path folder,
            @Option(
                            names = "--sigma",
                            paramLabel = "S",
                            split = ",",
                            defaultValue = "25",
                            description =
                                    "Standard deviations of the noise in grey levels of 255"
                                            + " (default: ${DEFAULT-VALUE}).")
                    List<Double> sigmas,
            @Option(
                            names = "--seed",
                            paramLabel = "N",
                            defaultValue = "0",
                            description = "Seed of the noise (default: ${DEFAULT-VALUE}).")
                    long seed,
            @Option(names = "--csv", paramLabel = "FILE", description = "Also write a table.")
                    Path csv,
            @Option(names = "--json", description = "Print JSON.") boolean json,
            @Mixin ModelArguments model)
            throws IOException {
        if (sigmas.stream().anyMatch(sigma -> !(sigma >= 0 && sigma <= 255))) {
            throw new ParameterException(
                    spec.commandLine(), "--sigma takes numbers from 0 to 255, not " + sigmas + ".");
        }
        List<Path> images = ImageSources.imagesIn(folder);
        WholeFile table = csv == null ? null : new WholeFile(csv);
        List<DenoiseScore> scores = new ArrayList<>();
        List<Path> failed;
        String name;
        try (Session session = new Session(model.options())) {
            name = session.model();
            failed = measure(session, images, sigmas, seed, scores);
        }
        if (table != null) {
            table.write(file -> Files.writeString(file, toCsv(scores, seed)));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(report(name, seed, sigmas, scores)));
        } else {
            print(out, sigmas, scores);
        }
        if (!failed.isEmpty()) {
            String summary = failed.size() + " of " + images.size() + " images failed: " + failed;
            spec.commandLine().getErr().println(summary);
            throw new BatchFailedException(summary);
        }
        return 0;
    }

    private List<Path> measure(
            Session session,
            List<Path> images,
            List<Double> sigmas,
            long seed,
            List<DenoiseScore> scores) {
        PrintWriter err = spec.commandLine().getErr();
        TerminalProgress progress = new TerminalProgress(err);
        List<Path> failed = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            Path file = images.get(i);
            try {
                ImagePlus image = ImageFiles.read(file);
                image.setTitle(file.getFileName().toString());
                for (double sigma : sigmas) {
                    progress.update((double) i / images.size(), file + ", sigma " + sigma);
                    DenoiseBenchmark benchmark = new DenoiseBenchmark(sigma, seed);
                    scores.add(benchmark.measure(image, i, session::denoise));
                }
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                progress.clear();
                err.println(file + ": " + Sentences.of(e));
                failed.add(file);
            }
        }
        progress.clear();
        return failed;
    }

    private static void print(PrintWriter out, List<Double> sigmas, List<DenoiseScore> scores) {
        Table table = new Table("SIGMA", "IMAGE", "NOISY PSNR", "NOISY SSIM", "PSNR", "SSIM");
        for (double sigma : sigmas) {
            List<DenoiseScore> ofSigma = of(sigma, scores);
            ofSigma.forEach(score -> row(table, score));
            if (!ofSigma.isEmpty()) {
                row(table, DenoiseScore.mean(ofSigma));
            }
        }
        table.print(out);
    }

    private static void row(Table table, DenoiseScore score) {
        table.row(
                number("%.4g", score.sigma()),
                score.image(),
                number("%.2f", score.noisyPsnr()),
                number("%.4f", score.noisySsim()),
                number("%.2f", score.psnr()),
                number("%.4f", score.ssim()));
    }

    private static String number(String format, double value) {
        if (format.equals("%.4g") && value == Math.rint(value)) {
            return Long.toString((long) value);
        }
        return Double.isInfinite(value) ? "inf" : String.format(Locale.ROOT, format, value);
    }

    private static List<DenoiseScore> of(double sigma, List<DenoiseScore> scores) {
        return scores.stream().filter(score -> score.sigma() == sigma).toList();
    }

    private static Map<String, Object> report(
            String model, long seed, List<Double> sigmas, List<DenoiseScore> scores) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("model", model);
        report.put("seed", seed);
        report.put("images", scores);
        report.put(
                "means",
                sigmas.stream()
                        .map(sigma -> of(sigma, scores))
                        .filter(ofSigma -> !ofSigma.isEmpty())
                        .map(DenoiseScore::mean)
                        .toList());
        return report;
    }

    private static String toCsv(List<DenoiseScore> scores, long seed) {
        StringBuilder text =
                new StringBuilder("image,sigma,seed,noisy_psnr,noisy_ssim,psnr,ssim\n");
        for (DenoiseScore score : scores) {
            String name = '"' + score.image().replace("\"", "\"\"") + '"';
            text.append(name).append(',').append(score.sigma()).append(',').append(seed);
            for (double figure :
                    new double[] {
                        score.noisyPsnr(), score.noisySsim(), score.psnr(), score.ssim()
                    }) {
                text.append(',').append(figure);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
