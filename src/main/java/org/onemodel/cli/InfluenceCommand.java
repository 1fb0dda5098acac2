/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.onemodel.explore.influence.Change;
import org.onemodel.explore.influence.InfluenceTable;
import org.onemodel.explore.influence.MapInfluence;
import org.onemodel.explore.influence.NoiseMapInfluence;
import org.onemodel.image.ImageSources;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code influence INPUT OUTPUT.csv}. */
@Command(
        name = "influence",
        description =
                "Measures what each noise map changes in the first plane of an image: colour,"
                        + " brightness, structure or nothing; in grey levels of 255.")
final class InfluenceCommand implements Callable<Integer> {

    // A shell may have replaced a glob by many files.
    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT OUTPUT.csv",
            hideParamSyntax = true,
            description = {
                "INPUT: an image, a folder of images, or a glob such as 'scans/*.tif'.",
                "OUTPUT.csv: the table of all of them."
            })
    private List<String> paths;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin private ModelArguments model;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (paths.size() < 2) {
            throw new ParameterException(
                    spec.commandLine(), "OUTPUT.csv is missing; give INPUT and OUTPUT.csv.");
        }
        Path output = Path.of(paths.get(paths.size() - 1));
        CsvFiles.checkWritable(output);
        List<Path> inputs = new ArrayList<>();
        for (String input : paths.subList(0, paths.size() - 1)) {
            inputs.addAll(ImageSources.find(input));
        }
        List<InfluenceTable> tables = new ArrayList<>();
        List<Path> failed = measure(inputs, tables);
        if (!tables.isEmpty()) {
            ResultsTable all = new ResultsTable();
            tables.forEach(table -> table.addTo(all));
            CsvFiles.write(all, output);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(tables.stream().map(InfluenceCommand::report).toList()));
        } else {
            print(out, tables);
        }
        if (!failed.isEmpty()) {
            String summary = failed.size() + " of " + inputs.size() + " images failed: " + failed;
            spec.commandLine().getErr().println(summary);
            throw new BatchFailedException(summary);
        }
        return 0;
    }

    private List<Path> measure(List<Path> inputs, List<InfluenceTable> tables) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        TerminalProgress progress = new TerminalProgress(err);
        RestoreOptions options = model.options();
        List<Path> failed = new ArrayList<>();
        try (Session session = new Session(options)) {
            for (int i = 0; i < inputs.size(); i++) {
                Path input = inputs.get(i);
                try {
                    Progress part = progress.part(i, inputs.size(), input.toString());
                    tables.add(measure(session, options, input, part));
                } catch (IOException | RuntimeException | OutOfMemoryError e) {
                    progress.clear();
                    if (inputs.size() == 1) {
                        throw e;
                    }
                    String sentence = Sentences.of(e);
                    boolean named = sentence.contains(input.toString());
                    err.println(named ? sentence : input + ": " + sentence);
                    failed.add(input);
                }
            }
        }
        progress.clear();
        return failed;
    }

    private static InfluenceTable measure(
            Session session, RestoreOptions options, Path input, Progress progress)
            throws IOException {
        ImagePlus image = ImageFiles.read(input);
        image.setTitle(input.getFileName().toString());
        return session.compute(
                progress,
                (autoencoder, description, part) ->
                        new NoiseMapInfluence(autoencoder, description.tile(), options)
                                .of(image, part));
    }

    private static void print(PrintWriter out, List<InfluenceTable> tables) {
        Table table =
                new Table(
                        "IMAGE",
                        "MAP",
                        "LAYER",
                        "TOTAL",
                        "COLOUR",
                        "BRIGHTNESS",
                        "STRUCTURE",
                        "DETAIL",
                        "VERDICT");
        for (InfluenceTable image : tables) {
            for (MapInfluence map : image.maps()) {
                Change change = map.change();
                table.row(
                        image.image(),
                        Integer.toString(map.map()),
                        map.layer(),
                        number(change.total()),
                        number(change.colour()),
                        number(change.brightness()),
                        number(change.structure()),
                        number(change.detail()),
                        change.verdict());
            }
        }
        table.print(out);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static Map<String, Object> report(InfluenceTable table) {
        List<Map<String, Object>> maps = new ArrayList<>();
        for (MapInfluence map : table.maps()) {
            Change change = map.change();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("map", map.map());
            row.put("layer", map.layer());
            row.put("pixels", map.pixels());
            row.put("total", change.total());
            row.put("colour", change.colour());
            row.put("brightness", change.brightness());
            row.put("structure", change.structure());
            row.put("detail", change.detail());
            row.put("verdict", change.verdict());
            maps.add(row);
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("image", table.image());
        report.put("model", table.model());
        report.put("maps", maps);
        return report;
    }
}
