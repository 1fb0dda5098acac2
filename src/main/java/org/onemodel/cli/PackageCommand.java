/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.onemodel.install.Distribution;
import org.onemodel.install.Packages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code package OUT}. */
@Command(
        name = "package",
        description =
                "Writes zips for a Fiji update site, for plain ImageJ, and an installer, each with"
                        + " a list of its files.")
final class PackageCommand implements Callable<Integer> {

    private static final double MEGABYTE = 1e6;

    @Parameters(paramLabel = "OUT", description = "Folder for the zips.")
    private Path out;

    @Option(names = "--with-engine", description = "With PyTorch's libraries for this system.")
    private boolean withEngine;

    @Option(
            names = "--from",
            paramLabel = "ROOT",
            required = true,
            description = "Folder of the checkout.")
    private Path from;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Distribution whole = Distribution.open(from);
        Distribution distribution = withEngine ? whole : whole.withoutEngine();
        PrintWriter text = spec.commandLine().getOut();
        for (Packages.Written zip : new Packages(distribution, from).write(out)) {
            text.printf(
                    Locale.ROOT,
                    "%s: %d files, %.1f MB%n",
                    zip.file(),
                    zip.files(),
                    zip.bytes() / MEGABYTE);
        }
        return 0;
    }
}
