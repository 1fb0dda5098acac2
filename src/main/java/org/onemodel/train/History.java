/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The history of a run as a CSV file, one line at a time, which a killed run leaves readable. */
final class History {

    private static final String HEADER =
            "iteration,seconds,learning_rate,train_psnr,psnr_grey_15,psnr_grey_25,psnr_grey_50,psnr_colour_25";

    private final Path file;

    /**
     * Opens a history; lines of iterations that a resumed run will repeat are dropped.
     *
     * @param file the CSV file
     * @param firstIteration the iteration that the run starts with
     */
    History(Path file, int firstIteration) throws IOException {
        this.file = file;
        List<String> kept = new ArrayList<>(List.of(HEADER));
        if (firstIteration > 0 && Files.exists(file)) {
            Files.readAllLines(file).stream()
                    .skip(1)
                    .filter(line -> Integer.parseInt(line.split(",")[0]) <= firstIteration)
                    .forEach(kept::add);
        }
        Files.write(file, kept);
    }

    void add(int iteration, double seconds, double rate, double trainPsnr, double... validation)
            throws IOException {
        StringBuilder line =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "%d,%.1f,%.3e,%.3f",
                                iteration,
                                seconds,
                                rate,
                                trainPsnr));
        for (int i = 0; i < 4; i++) {
            line.append(
                    i < validation.length
                            ? String.format(Locale.ROOT, ",%.3f", validation[i])
                            : ",");
        }
        Files.write(file, List.of(line), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }
}
