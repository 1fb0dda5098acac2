/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.onemodel.service.EngineStatus;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code engine status}. */
@Command(name = "engine", description = "Tells about PyTorch and the devices it sees.")
final class EngineCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Give a subcommand: status.");
    }

    @Command(name = "status", description = "Prints the engine, its version and its devices.")
    int status(@Option(names = "--json", description = "Print JSON.") boolean json) {
        Map<String, Object> status = new LinkedHashMap<>();
        try (Context context = new Context(OneModelService.class)) {
            EngineStatus engine = context.service(OneModelService.class).engine();
            status.put("engine", engine.engine());
            status.put("version", engine.version());
            status.put("library", engine.library());
            status.put("devices", engine.devices());
            status.put("threads", engine.threads());
        }
        status.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        status.put("java", System.getProperty("java.version"));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(status));
        } else {
            status.forEach((key, value) -> out.println(key + ": " + text(value)));
        }
        return 0;
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(", "))
                : value.toString();
    }
}
