/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.onemodel.model.Verification;
import org.onemodel.model.Verification.Difference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify MODEL VECTORS.npz}. */
@Command(
        name = "verify",
        description =
                "Compares what a model computes with a reference and prints the largest difference"
                        + " per output.")
final class VerifyCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "MODEL",
            description = "Name, folder or zip of a model, or a PyTorch checkpoint.")
    private String model;

    @Parameters(paramLabel = "VECTORS.npz", description = "Inputs and expected outputs.")
    private Path vectors;

    @Option(
            names = "--tolerance",
            paramLabel = "T",
            defaultValue = "1e-4",
            description = "The largest difference allowed (default: ${DEFAULT-VALUE}).")
    private double tolerance;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!(tolerance >= 0)) {
            throw new ParameterException(
                    spec.commandLine(), "--tolerance is a number from 0, not " + tolerance + ".");
        }
        if (!Files.isRegularFile(vectors)) {
            throw new IOException("There is no file " + vectors + "; check the path.");
        }
        Verification verification = Verification.of(model, vectors);
        if (json) {
            spec.commandLine().getOut().println(Json.of(report(verification)));
        } else {
            print(verification);
        }
        if (!verification.isWithin(tolerance)) {
            List<String> above =
                    verification.differences().stream()
                            .filter(difference -> !difference.isWithin(tolerance))
                            .map(Difference::output)
                            .toList();
            throw new IOException(
                    "The model "
                            + model
                            + " differs from "
                            + vectors
                            + " by more than "
                            + tolerance
                            + " in "
                            + String.join(", ", above)
                            + ".");
        }
        return 0;
    }

    private void print(Verification verification) {
        PrintWriter out = spec.commandLine().getOut();
        Table table = new Table("OUTPUT", "LARGEST DIFFERENCE", "");
        for (Difference difference : verification.differences()) {
            table.row(
                    difference.output(),
                    String.format(Locale.ROOT, "%.2e", difference.largest()),
                    difference.isWithin(tolerance) ? "ok" : "ABOVE " + tolerance);
        }
        table.print(out);
    }

    private Map<String, Object> report(Verification verification) {
        Map<String, Double> largest = new LinkedHashMap<>();
        verification.differences().forEach(d -> largest.put(d.output(), d.largest()));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("model", model);
        report.put("tolerance", tolerance);
        report.put("within", verification.isWithin(tolerance));
        report.put("differences", largest);
        return report;
    }
}
