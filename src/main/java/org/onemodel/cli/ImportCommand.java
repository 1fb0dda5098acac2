/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.onemodel.model.Importer;
import org.onemodel.model.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import FILE BUNDLE}. */
@Command(name = "import", description = "Turns a checkpoint into a model bundle.")
final class ImportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description =
                    "Checkpoint of a StyleGAN 1 or 2 generator or of the paper's autoencoders:"
                            + " PyTorch, NVIDIA's .pkl or safetensors.")
    private Path file;

    @Parameters(
            paramLabel = "BUNDLE",
            description = "The bundle's folder; an older bundle there is replaced.")
    private Path bundle;

    @Option(
            names = "--summed-z",
            description =
                    "Its encoder sums the latent vectors of all layers into one in Z, which the"
                            + " file's tensors don't tell.")
    private boolean summedIntoZ;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ImportReport report =
                new ImportReport(
                        bundle,
                        Importer.write(
                                Importer.read(file, summedIntoZ), bundle, Provenance.UNKNOWN));
        spec.commandLine().getOut().println(json ? Json.of(report.fields()) : report.sentence());
        return 0;
    }
}
