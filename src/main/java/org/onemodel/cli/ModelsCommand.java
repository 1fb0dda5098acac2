/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.ModelDescription;
import org.onemodel.model.Models;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code models list|info M|check M|available|fetch NAME|export M FILE}; {@code list} if nothing is
 * said.
 */
@Command(
        name = "models",
        description = "Lists, describes, checks, fetches and exports models.",
        subcommands = {AvailableCommand.class, FetchCommand.class, ExportCommand.class})
final class ModelsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return list(false);
    }

    @Command(name = "list", description = "Lists the models that can be had by name.")
    int list(@Option(names = "--json", description = "Print JSON.") boolean json)
            throws IOException {
        List<Map<String, Object>> models = new ArrayList<>();
        for (ModelBundle bundle : Models.standard().list()) {
            ModelDescription model = bundle.description();
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", model.name());
            entry.put("version", model.version());
            entry.put("task", model.task().key());
            entry.put("where", bundle.where());
            models.add(entry);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(models));
            return 0;
        }
        Table table = new Table("NAME", "VERSION", "TASK", "WHERE");
        models.forEach(
                entry ->
                        table.row(
                                entry.values().stream()
                                        .map(Object::toString)
                                        .toArray(String[]::new)));
        table.print(out);
        return 0;
    }

    @Command(name = "info", description = "Prints what a model says of itself.")
    int info(
            @Parameters(paramLabel = "M", description = "Name, folder or zip of a model.")
                    String model,
            @Option(names = "--json", description = "Print model.json instead of the card.")
                    boolean json)
            throws IOException {
        ModelBundle bundle = Models.standard().find(model);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(bundle.description().toJson());
            return 0;
        }
        ModelDescription description = bundle.description();
        out.println(description.name() + " " + description.version() + " (" + bundle.where() + ")");
        out.println();
        out.println(bundle.card().strip());
        return 0;
    }

    @Command(name = "check", description = "Loads a model and checks all its values.")
    int check(
            @Parameters(paramLabel = "M", description = "Name, folder or zip of a model.")
                    String model,
            @Option(names = "--json", description = "Print JSON.") boolean json)
            throws IOException {
        ModelBundle bundle = Models.standard().find(model);
        bundle.check();
        ModelDescription description = bundle.description();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", description.name());
        result.put("version", description.version());
        result.put("sha256", description.sha256());
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? Json.of(result)
                        : description.name()
                                + " "
                                + description.version()
                                + " is whole: SHA-256 "
                                + description.sha256());
        return 0;
    }
}
