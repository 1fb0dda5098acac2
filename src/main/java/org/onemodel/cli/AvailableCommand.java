/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.onemodel.fetch.VerifiedDownload;
import org.onemodel.model.Catalogue;
import org.onemodel.model.CatalogueEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code models available}. */
@Command(name = "available", description = "Lists published weights that can be fetched.")
final class AvailableCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<CatalogueEntry> entries = Catalogue.standard().entries();
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(Json.of(entries.stream().map(AvailableCommand::fields).toList()));
            return 0;
        }
        Table table = new Table("NAME", "MB", "WHAT", "LICENCE");
        for (CatalogueEntry entry : entries) {
            table.row(entry.name(), size(entry), entry.title(), entry.licence());
        }
        table.print(spec.commandLine().getOut());
        return 0;
    }

    private static String size(CatalogueEntry entry) {
        if (entry.files().isEmpty()) {
            return "by hand";
        }
        return entry.megabytes() == 0 ? "?" : String.valueOf(entry.megabytes());
    }

    private static Map<String, Object> fields(CatalogueEntry entry) {
        List<Map<String, String>> files = new ArrayList<>();
        for (VerifiedDownload file : entry.files()) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("url", file.source().toString());
            fields.put("sha256", file.checksum().digits());
            files.add(fields);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", entry.name());
        fields.put("title", entry.title());
        fields.put("kind", entry.kind().word());
        fields.put("files", files);
        fields.put("megabytes", entry.megabytes());
        fields.put("licence", entry.licence());
        fields.put("citation", entry.citation());
        fields.put("page", entry.page());
        fields.put("note", entry.note());
        return fields;
    }
}
