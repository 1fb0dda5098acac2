/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onemodel.model.TensorEngine;
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
    int status(@Option(names = "--json", description = "Print JSON.") boolean json)
            throws IOException {
        Engine engine = TensorEngine.start();
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("engine", engine.getEngineName());
        status.put("version", engine.getVersion());
        status.put("gpus", engine.getGpuCount());
        status.put("auto", Devices.parse("auto").isGpu() ? "gpu:0" : "cpu");
        status.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        status.put("java", System.getProperty("java.version"));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(status));
        } else {
            status.forEach((key, value) -> out.println(key + ": " + value));
        }
        return 0;
    }
}
