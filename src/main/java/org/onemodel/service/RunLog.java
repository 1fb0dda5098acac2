/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import ai.djl.Device;
import java.util.Locale;
import org.onemodel.model.ModelDescription;
import org.onemodel.restore.RestoreOptions;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;

/** The one line that the log gets of each call, however it ends. */
final class RunLog {

    private static final double NANOSECONDS = 1e9;

    private final LogService log;
    private final int information;
    private final int warning;
    private final String name;
    private final RestoreOptions options;
    private long start = System.nanoTime();
    private String model;
    private String device = "";

    /**
     * A call that begins now.
     *
     * @param log takes the line
     * @param title what is being done
     * @param options model and device that were asked for
     */
    RunLog(LogService log, String title, RestoreOptions options) {
        this(log, title, options, LogLevel.INFO, LogLevel.WARN);
    }

    private RunLog(
            LogService log, String title, RestoreOptions options, int information, int warning) {
        this.log = log;
        this.name = "OneModel " + title.toLowerCase(Locale.ROOT) + ": ";
        this.options = options;
        this.model = options.model();
        this.information = information;
        this.warning = warning;
    }

    /** A call that a user does not make, but sees: its line is for who looks for faults. */
    static RunLog forDebugging(LogService log, String title, RestoreOptions options) {
        return new RunLog(log, title, options, LogLevel.DEBUG, LogLevel.DEBUG);
    }

    /** The model is loaded, and computing begins: from now on time counts. */
    void computes(ModelDescription description, Device used) {
        model = description.name() + " " + description.version();
        device = Devices.name(used);
        start = System.nanoTime();
    }

    /**
     * All is done.
     *
     * @param planes how many; 0 where they are computed later
     * @return how much, how fast and where, in words
     */
    String done(int planes) {
        String figures = figures(planes, seconds());
        log.log(information, name + where() + ", " + figures);
        return figures + " on " + device;
    }

    private static String figures(int planes, double seconds) {
        return planes == 0
                ? String.format(Locale.ROOT, "ready in %.2f s", seconds)
                : String.format(
                        Locale.ROOT,
                        "%d %s in %.2f s (%.2f images/s)",
                        planes,
                        planes == 1 ? "plane" : "planes",
                        seconds,
                        planes / seconds);
    }

    /** Somebody canceled. */
    void canceled() {
        log.log(
                information,
                String.format(
                        Locale.ROOT, "%scanceled after %.2f s; %s", name, seconds(), where()));
    }

    /** It could not be done. */
    void failed(String sentence) {
        log.log(
                warning,
                String.format(
                        Locale.ROOT,
                        "%sfailed after %.2f s: %s (%s)",
                        name,
                        seconds(),
                        sentence,
                        where()));
    }

    private String where() {
        String asked = "asked for: " + options.device();
        return "model "
                + model
                + ", device "
                + (device.isEmpty() ? asked : device + " (" + asked + ")");
    }

    private double seconds() {
        return (System.nanoTime() - start) / NANOSECONDS;
    }
}
