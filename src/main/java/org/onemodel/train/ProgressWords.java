/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How a run goes in words, the same on the terminal and in ImageJ. */
public final class ProgressWords {

    private ProgressWords() {}

    /**
     * A line of the history.
     *
     * @param line the line
     * @return such as {@code 50 of 300: loss 0.0123, rate 4.00e-04, 81.2 images/s, 1 min 05 s left}
     */
    public static String of(TrainingListener.Line line) {
        return String.format(
                Locale.ROOT,
                "%d of %d: %s, rate %.2e, %.1f images/s, %s left",
                line.iteration(),
                line.iterations(),
                list(line.losses(), "%s %.4g"),
                line.figures().get(TrainingListener.LEARNING_RATE),
                line.imagesPerSecond(),
                duration(line.secondsLeft()));
    }

    /**
     * The figures of a validation.
     *
     * @param figures PSNR in dB by condition
     * @return such as {@code psnr grey sigma 25 28.25 dB}
     */
    public static String ofValidation(Map<String, Double> figures) {
        return list(figures, "%s %.2f dB");
    }

    private static String list(Map<String, Double> figures, String format) {
        return new TreeMap<>(figures)
                .entrySet().stream()
                        .map(f -> String.format(Locale.ROOT, format, f.getKey(), f.getValue()))
                        .collect(Collectors.joining(", "));
    }

    /**
     * A span of time.
     *
     * @param seconds its length
     * @return such as {@code 1 min 05 s} or {@code 2 h 10 min}
     */
    public static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 3600
                ? String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60)
                : String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }
}
