/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The history of a run as a CSV file, one line at a time, which a killed run leaves readable: first
 * the iteration, then one column a figure, empty where it was not measured.
 */
public final class History {

    private static final String ITERATION = "iteration";

    private final Path file;
    private final List<String> columns;

    /**
     * Opens a history; lines of iterations that a resumed run will repeat are dropped.
     *
     * @param file the CSV file
     * @param columns the names of the figures
     * @param done iterations that were done before, 0 for a new run
     * @throws IOException if the file cannot be read or written
     */
    public History(Path file, List<String> columns, int done) throws IOException {
        this.file = file;
        this.columns = List.copyOf(columns);
        String header = ITERATION + "," + String.join(",", columns);
        List<String> kept = new ArrayList<>(List.of(header));
        if (done > 0 && Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            if (!lines.isEmpty() && lines.get(0).equals(header)) {
                lines.stream().skip(1).filter(line -> isWhole(line, done)).forEach(kept::add);
            }
        }
        WholeFile.write(file, part -> Files.write(part, kept));
    }

    /** The last line of a killed run may be cut short. */
    private boolean isWhole(String line, int done) {
        String[] fields = line.split(",", -1);
        return fields.length == columns.size() + 1
                && fields[0].matches("[0-9]{1,9}")
                && Integer.parseInt(fields[0]) <= done;
    }

    /**
     * Adds a line.
     *
     * @param iteration iterations done
     * @param figures figures by column; others stay empty
     * @throws IOException if the file cannot be written, in one sentence
     */
    public void add(int iteration, Map<String, Double> figures) throws IOException {
        StringBuilder line = new StringBuilder().append(iteration);
        for (String column : columns) {
            Double figure = figures.get(column);
            line.append(',');
            line.append(figure == null ? "" : String.format(Locale.ROOT, "%.6g", figure));
        }
        try {
            Files.write(file, List.of(line), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IOException(
                    "History "
                            + file
                            + " could not be written ("
                            + WholeFile.reason(e)
                            + "); mend that, such as by freeing disk space, and go on from the last"
                            + " snapshot with --resume.",
                    e);
        }
    }

    /**
     * The values of a figure so far.
     *
     * @param name its column
     * @return iterations and values, of the lines that have one
     * @throws IOException if the file cannot be read
     */
    double[][] column(String name) throws IOException {
        int index = columns.indexOf(name) + 1;
        List<double[]> points = new ArrayList<>();
        Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(fields -> index > 0 && !fields[index].isEmpty())
                .forEach(
                        fields ->
                                points.add(
                                        new double[] {
                                            Double.parseDouble(fields[0]),
                                            Double.parseDouble(fields[index])
                                        }));
        return new double[][] {
            points.stream().mapToDouble(point -> point[0]).toArray(),
            points.stream().mapToDouble(point -> point[1]).toArray()
        };
    }
}
