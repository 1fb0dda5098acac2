/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.onemodel.model.InstalledModel;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.ModelDescription;
import org.onemodel.model.ModelLibrary;
import org.onemodel.model.Models;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code models list|info M|check M|add FILE|remove M|available|fetch NAME|export M FILE}; {@code
 * list} if nothing is said.
 */
@Command(
        name = "models",
        description = "Lists, describes, checks, adds, fetches, exports and removes models.",
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
        for (InstalledModel model : ModelLibrary.standard().list()) {
            models.add(fields(model));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(models));
            return 0;
        }
        Table table = new Table("NAME", "VERSION", "TASK", "WHERE");
        for (Map<String, Object> model : models) {
            table.row(
                    Stream.of("name", "version", "task", "where")
                            .map(key -> model.get(key).toString())
                            .toArray(String[]::new));
        }
        table.print(out);
        return 0;
    }

    private static Map<String, Object> fields(InstalledModel model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", model.name());
        fields.put("version", model.version());
        fields.put("task", model.task().key());
        fields.put("where", model.where());
        fields.put("bytes", model.bytes());
        fields.put("licence", model.licence());
        fields.put("removable", model.removable());
        return fields;
    }

    @Command(
            name = "add",
            description =
                    "Adds a model to your own folder of models: a bundle, as a folder or a zip, or"
                            + " a checkpoint of others.")
    int add(
            @Parameters(paramLabel = "FILE", description = "Bundle or checkpoint.") Path file,
            @Option(
                            names = "--name",
                            paramLabel = "N",
                            defaultValue = "",
                            description =
                                    "Name of a checkpoint's model (default: that of the file). A"
                                            + " bundle keeps its name.")
                    String name,
            @Option(names = "--replace", description = "Replace a model of the same name.")
                    boolean replace,
            @Option(names = "--json", description = "Print JSON.") boolean json)
            throws IOException {
        InstalledModel model = ModelLibrary.standard().add(file, name, replace);
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? Json.of(fields(model))
                                : "Added " + model.name() + " in " + model.where());
        return 0;
    }

    @Command(name = "remove", description = "Removes a model from your own folder of models.")
    int remove(
            @Parameters(paramLabel = "M", description = "Name of a model.") String name,
            @Option(names = "--json", description = "Print JSON.") boolean json)
            throws IOException {
        List<String> removed =
                ModelLibrary.standard().remove(name).stream().map(Path::toString).toList();
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? Json.of(Map.of("removed", removed))
                                : "Removed " + String.join(", ", removed));
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
