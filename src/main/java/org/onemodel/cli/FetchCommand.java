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
import java.util.Map;
import java.util.concurrent.Callable;
import org.onemodel.fetch.VerifiedDownload;
import org.onemodel.lpips.LpipsFiles;
import org.onemodel.model.Catalogue;
import org.onemodel.model.CatalogueEntry;
import org.onemodel.model.ModelFetch;
import org.onemodel.model.ModelFetch.Fetched;
import org.onemodel.model.Models;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models fetch NAME}. */
@Command(
        name = "fetch",
        description =
                "Downloads published weights, of a name that \"models available\" lists, and makes"
                        + " a model of them.")
final class FetchCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A name in the catalogue.")
    private String name;

    @Option(
            names = "--into",
            paramLabel = "FOLDER",
            description =
                    "Folder to put the model's folder, or LPIPS's files, into (default: where they"
                            + " are found).")
    private Path into;

    @Option(names = "--force", description = "Fetch again and replace what is there already.")
    private boolean force;

    @Option(names = "--keep", description = "Keep the downloaded checkpoint beside the model.")
    private boolean keep;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = Catalogue.standard();
        if (name == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Give a name: " + String.join(", ", catalogue.names()) + ".");
        }
        CatalogueEntry entry = catalogue.find(name);
        DownloadLine line = new DownloadLine(spec.commandLine().getErr());
        try {
            switch (entry.kind()) {
                case CHECKPOINT -> fetchModel(entry, line);
                case LPIPS -> fetchWeights(entry, line);
            }
        } finally {
            line.clear();
        }
        return 0;
    }

    private void fetchModel(CatalogueEntry entry, DownloadLine line) throws IOException {
        Path folder = into == null ? Models.userFolder().resolve("models") : into;
        Path bundle = folder.resolve(entry.name());
        ModelFetch fetch = new ModelFetch(entry, bundle);
        Map<String, Object> fields = new LinkedHashMap<>();
        if (Files.exists(bundle) && !force) {
            fields.put("name", entry.name());
            fields.put("bundle", bundle.toString());
            fields.put("fetched", false);
            tell(fields, bundle + " is there already; --force fetches it again");
            return;
        }
        announce(entry);
        VerifiedDownload file = entry.files().get(0);
        Fetched fetched = fetch.fetch(keep, line.of(file));
        line.clear();
        ImportReport report = new ImportReport(bundle, fetched.summary());
        fields.putAll(report.fields());
        fields.put("source", file.source().toString());
        fields.put("sha256", fetched.sha256());
        fields.put("fetched", true);
        tell(fields, report.sentence());
        if (!file.checksum().isKnown()) {
            say(
                    "The catalogue has no checksum of this file to compare with; it is SHA-256 "
                            + fetched.sha256()
                            + ".");
        }
        if (keep) {
            say("The checkpoint is kept as " + fetched.download() + ".");
        }
    }

    private void fetchWeights(CatalogueEntry entry, DownloadLine line) throws IOException {
        Path folder = into == null ? LpipsFiles.standardFolder() : into;
        announce(entry);
        List<Path> came = new LpipsFiles(folder, true).fetch(entry, force, line::of);
        line.clear();
        List<String> files = came.stream().map(Path::toString).toList();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", entry.name());
        fields.put("folder", folder.toString());
        fields.put("files", files);
        fields.put("fetched", !came.isEmpty());
        tell(
                fields,
                came.isEmpty()
                        ? folder + " has these files already; --force fetches them again"
                        : String.join(System.lineSeparator(), files));
    }

    private void announce(CatalogueEntry entry) {
        say(entry.name() + ": " + entry.title() + ".");
        say("Licence: " + entry.licence() + ".");
        if (!entry.note().isBlank()) {
            say(entry.note());
        }
    }

    private void say(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(message);
        err.flush();
    }

    private void tell(Map<String, Object> fields, String sentence) {
        spec.commandLine().getOut().println(json ? Json.of(fields) : sentence);
    }
}
