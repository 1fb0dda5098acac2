/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.onemodel.files.WholeFile;
import org.onemodel.model.Exporter;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.Models;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models export M FILE.safetensors}. */
@Command(
        name = "export",
        description = "Writes a model's weights as a safetensors file, for PyTorch.")
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "M", description = "Name, folder or zip of a model.")
    private String model;

    @Parameters(paramLabel = "FILE.safetensors", description = "The file to write.")
    private Path file;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        WholeFile whole = new WholeFile(file);
        ModelBundle bundle = Models.standard().find(model);
        int[] tensors = new int[1];
        whole.write(
                path -> {
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
                        tensors[0] = Exporter.export(bundle, out);
                    }
                });
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", bundle.description().name());
        result.put("file", file.toString());
        result.put("tensors", tensors[0]);
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? Json.of(result)
                                : file + ": " + tensors[0] + " tensors of " + bundle.where());
        return 0;
    }
}
