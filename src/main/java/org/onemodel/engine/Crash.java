/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;

/**
 * A native library that took its Java down.
 *
 * @param version version of PyTorch
 * @param flavor its build
 * @param folder its folder
 * @param work what was being done, as in "was loaded"
 * @param time when that began
 * @param report the report that Java would have left, whether it is there or not
 */
public record Crash(
        String version, String flavor, Path folder, String work, Instant time, Path report) {

    /** Reads the file that was left. */
    static Crash of(Properties marker) {
        return new Crash(
                marker.getProperty("version", "?"),
                marker.getProperty("flavor", "?"),
                Path.of(marker.getProperty("folder")),
                marker.getProperty("work", "was loaded"),
                instant(marker.getProperty("time", "")),
                Path.of(marker.getProperty("directory", ""))
                        .resolve("hs_err_pid" + marker.getProperty("process") + ".log"));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    /** Whether it was this library. */
    boolean isOf(NativeLibrary library) {
        return folder.equals(library.folder());
    }

    /**
     * What happened, without what to do.
     *
     * @return one sentence
     */
    public String sentence() {
        String when =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                        .withZone(ZoneId.systemDefault())
                        .format(time);
        return "Java ended without a word when PyTorch "
                + version
                + " ("
                + flavor
                + ") in "
                + folder
                + " "
                + work
                + " on "
                + when
                + (Files.exists(report) ? "; Java's report is " + report : "")
                + ".";
    }
}
