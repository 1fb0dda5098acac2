/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.onemodel.engine.Crash;
import org.onemodel.engine.EngineOffer;
import org.onemodel.engine.EngineReport;
import org.onemodel.engine.NativeLibrary;
import org.onemodel.fetch.DownloadMonitor;
import org.onemodel.fetch.DownloadProgress;
import org.onemodel.fetch.VerifiedDownload;
import org.onemodel.restore.OneModelException;
import org.onemodel.service.EngineManager;
import org.onemodel.service.EngineStatus;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code engine status|install|reset|retry}. */
@Command(name = "engine", description = "Tells about PyTorch and the devices it sees; installs it.")
final class EngineCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Give a subcommand: status, install, reset or retry.");
    }

    @Command(
            name = "status",
            description =
                    "Prints PyTorch's version, where it comes from, its devices, and what keeps it"
                            + " from starting or from using a GPU.")
    int status(@Option(names = "--json", description = "Print JSON.") boolean json) {
        Map<String, Object> fields = new LinkedHashMap<>();
        boolean starts;
        try (Context context = new Context(OneModelService.class)) {
            EngineManager engine = manager(context);
            EngineReport report = engine.report();
            starts = report.problem().isEmpty();
            found(report, fields);
            if (starts) {
                started(engine.status(), fields);
            }
            wanted(report, fields);
        }
        fields.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        fields.put("java", System.getProperty("java.version"));
        print(json, fields);
        return starts ? 0 : 1;
    }

    private static void found(EngineReport report, Map<String, Object> fields) {
        fields.put("engine", "PyTorch");
        fields.put("version", report.library().map(NativeLibrary::version).orElse(""));
        fields.put("flavor", report.library().map(l -> l.flavor().name()).orElse(""));
        fields.put("source", report.library().map(l -> l.source().toString()).orElse("none"));
        fields.put("library", report.library().map(l -> l.folder().toString()).orElse(""));
        fields.put("devices", List.of());
        fields.put("threads", 0);
    }

    private static void started(EngineStatus status, Map<String, Object> fields) {
        fields.put("version", status.version());
        fields.put("devices", status.devices());
        fields.put("threads", status.threads());
    }

    private static void wanted(EngineReport report, Map<String, Object> fields) {
        fields.put("wanted", report.wanted().flavor().name());
        fields.put("reason", report.wanted().reason());
        fields.put("gpus", report.gpus().names());
        fields.put("crashes", report.crashes().stream().map(Crash::sentence).toList());
        fields.put("advice", report.advice());
    }

    private void print(boolean json, Map<String, Object> fields) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(fields));
        } else {
            fields.forEach((key, value) -> out.println(key + ": " + text(value)));
        }
    }

    @Command(
            name = "install",
            description = "Downloads PyTorch, after asking, into the folder that it is found in.")
    int install(
            @Option(
                            names = "--flavor",
                            paramLabel = "F",
                            defaultValue = EngineManager.AUTO,
                            description =
                                    "cpu, a build for NVIDIA GPUs such as cu128, or auto, which"
                                            + " suits this machine (default: auto).")
                    String flavor,
            @Option(names = "--yes", description = "Do not ask.") boolean yes,
            @Option(names = "--json", description = "Print JSON.") boolean json)
            throws IOException {
        try (Context context = new Context(OneModelService.class)) {
            EngineManager engine = manager(context);
            EngineOffer offer = engine.offer(flavor);
            if (!yes && !agrees(offer)) {
                return 1;
            }
            Path folder = engine.install(offer, monitor());
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("flavor", offer.flavor().name());
            fields.put("library", folder.toString());
            print(json, fields);
        }
        return 0;
    }

    private boolean agrees(EngineOffer offer) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (!Boolean.getBoolean(Main.TERMINAL_PROPERTY)) {
            throw new OneModelException(
                    "Nothing is downloaded unasked, and nobody can be asked here: add --yes to"
                            + " download "
                            + offer.sentence()
                            + ".");
        }
        err.print("Download " + offer.sentence() + "? [y/N] ");
        err.flush();
        // The terminal's own stream stays open.
        String answer = new BufferedReader(new InputStreamReader(System.in)).readLine();
        boolean agreed =
                answer != null
                        && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
        if (!agreed) {
            err.println("Nothing was downloaded.");
        }
        return agreed;
    }

    private DownloadMonitor monitor() {
        DownloadLine line = new DownloadLine(spec.commandLine().getErr());
        return new DownloadMonitor() {
            @Override
            public DownloadProgress of(VerifiedDownload download) {
                return line.of(download);
            }

            @Override
            public void close() {
                line.clear();
            }
        };
    }

    @Command(
            name = "reset",
            description =
                    "Removes what was downloaded of PyTorch, whole or broken, and forgets crashes.")
    int reset(@Option(names = "--json", description = "Print JSON.") boolean json) {
        try (Context context = new Context(OneModelService.class)) {
            List<String> removed = manager(context).reset().stream().map(Path::toString).toList();
            if (json) {
                print(true, Map.of("removed", removed));
            } else {
                spec.commandLine()
                        .getOut()
                        .println(
                                removed.isEmpty()
                                        ? "There was nothing to remove."
                                        : "Removed " + String.join(", ", removed));
            }
        }
        return 0;
    }

    @Command(
            name = "retry",
            description = "Starts PyTorch again although it took Java down before.")
    int retry() {
        try (Context context = new Context(OneModelService.class)) {
            EngineStatus status = manager(context).retry();
            spec.commandLine()
                    .getOut()
                    .println(
                            status.engine()
                                    + " "
                                    + status.version()
                                    + " starts; devices: "
                                    + String.join(", ", status.devices()));
        }
        return 0;
    }

    private static EngineManager manager(Context context) {
        return context.service(OneModelService.class).engineManager();
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(", "))
                : value.toString();
    }
}
