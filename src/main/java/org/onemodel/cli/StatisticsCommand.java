/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.onemodel.explore.statistics.EmbeddingStatistics;
import org.onemodel.explore.statistics.FailedImage;
import org.onemodel.explore.statistics.ImageSource;
import org.onemodel.explore.statistics.StatisticsReport;
import org.onemodel.explore.statistics.StatisticsTable;
import org.onemodel.image.ImageSources;
import org.onemodel.restore.RestoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code statistics INPUT OUTPUT.csv}. */
@Command(
        name = "statistics",
        description =
                "Tells how the values of latent codes and noise maps are distributed over images.")
final class StatisticsCommand implements Callable<Integer> {

    private static final String PLANES = "all, or numbers such as 1,3 or 3-7 (default: all).";

    // A shell may have replaced a glob by many files.
    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT OUTPUT.csv",
            hideParamSyntax = true,
            description = {
                "INPUT: an image, a folder of images, or a glob such as 'scans/*.tif'.",
                "OUTPUT.csv: a row for each plane and layer; OUTPUT-summary.csv gets a row for each"
                        + " layer over all planes."
            })
    private List<String> paths;

    @Mixin private ModelArguments model;

    @Option(names = "--channels", paramLabel = "C", defaultValue = "all", description = PLANES)
    private String channels;

    @Option(names = "--slices", paramLabel = "Z", defaultValue = "all", description = PLANES)
    private String slices;

    @Option(names = "--frames", paramLabel = "T", defaultValue = "all", description = PLANES)
    private String frames;

    @Option(
            names = "--normalization",
            paramLabel = "N",
            defaultValue = "stack",
            description =
                    "Which pixels share a range of grey values: stack, channel or slice (default:"
                            + " ${DEFAULT-VALUE}).")
    private String normalization;

    @Option(
            names = "--histograms",
            paramLabel = "PATH",
            description =
                    "Also draw histograms: a .tif stack, a .png with all of them, or a folder of"
                            + " PNG files.")
    private Path histograms;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RestoreOptions options =
                NetworkArguments.checked(
                        spec,
                        () ->
                                model.options()
                                        .withImageWords(
                                                channels,
                                                slices,
                                                frames,
                                                "whole",
                                                normalization,
                                                "same"));
        Path output = output();
        List<Path> images = new ArrayList<>();
        for (String input : paths.subList(0, paths.size() - 1)) {
            images.addAll(ImageSources.find(input));
        }
        Path summary = summaryOf(output);
        CsvFiles.checkWritable(output);
        CsvFiles.checkWritable(summary);
        HistogramFiles plots = histograms == null ? null : new HistogramFiles(histograms);
        StatisticsReport report = report(options, images);
        CsvFiles.write(report.planesResults(), output);
        CsvFiles.write(report.summaryResults(), summary);
        if (plots != null) {
            plots.write(report);
        }
        print(report);
        tellFailures(report.failed(), images.size());
        return 0;
    }

    private Path output() {
        if (paths.size() < 2) {
            throw new ParameterException(
                    spec.commandLine(), "OUTPUT.csv is missing; give INPUT and OUTPUT.csv.");
        }
        Path output = Path.of(paths.get(paths.size() - 1));
        if (!ImageSources.extension(output).equals("csv")) {
            throw new ParameterException(
                    spec.commandLine(),
                    output + " is no table: the name of the output ends with .csv.");
        }
        return output;
    }

    private static Path summaryOf(Path output) {
        return output.resolveSibling(ImageSources.stem(output) + "-summary.csv");
    }

    private StatisticsReport report(RestoreOptions options, List<Path> images) throws IOException {
        List<ImageSource> sources = new ArrayList<>();
        for (Path file : images) {
            sources.add(
                    new ImageSource.Opened(
                            file.toString(), () -> ImageFiles.readPlaneByPlane(file)));
        }
        TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr());
        try (Session session = new Session(options)) {
            return session.compute(
                    progress,
                    (autoencoder, description, told) ->
                            new EmbeddingStatistics(autoencoder, description.tile(), options)
                                    .of(sources, told));
        } finally {
            progress.clear();
        }
    }

    private void print(StatisticsReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("model", report.model());
            all.put("all", rows(report.summaryTable()));
            all.put("planes", rows(report.planesTable()));
            all.put("failed", report.failed().stream().map(FailedImage::image).toList());
            out.println(Json.of(all));
        } else {
            StatisticsWords.table(report.all()).print(out);
        }
    }

    private static List<Map<String, Object>> rows(StatisticsTable table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (List<Object> cells : table.rows()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(table.headings().get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private void tellFailures(List<FailedImage> failed, int count) {
        if (failed.isEmpty()) {
            return;
        }
        PrintWriter err = spec.commandLine().getErr();
        for (FailedImage image : failed) {
            String sentence = Sentences.of(image.cause());
            err.println(
                    sentence.contains(image.image()) ? sentence : image.image() + ": " + sentence);
        }
        String summary =
                failed.size()
                        + " of "
                        + count
                        + " images failed: "
                        + failed.stream().map(FailedImage::image).toList();
        err.println(summary);
        throw new BatchFailedException(summary);
    }
}
