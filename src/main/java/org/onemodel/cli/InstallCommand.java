/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.onemodel.install.Distribution;
import org.onemodel.install.Finding;
import org.onemodel.install.Host;
import org.onemodel.install.InstallException;
import org.onemodel.install.InstallReport;
import org.onemodel.install.Installer;
import org.onemodel.install.UndoReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code install FOLDER}. */
@Command(
        name = "install",
        description = "Puts OneModel into ImageJ or Fiji, or takes it out again.")
final class InstallCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "The folder of ImageJ or Fiji.")
    private Path folder;

    @Option(names = "--undo", description = "Take OneModel out; what it replaced comes back.")
    private boolean undo;

    @Option(names = "--dry-run", description = "Only tell what would be done.")
    private boolean dryRun;

    @Option(
            names = "--force",
            description = "Install even if something was found with which OneModel does not work.")
    private boolean force;

    @Option(
            names = "--without-engine",
            description = "Leave out PyTorch's native libraries, to get those of a GPU otherwise.")
    private boolean withoutEngine;

    @Option(
            names = "--from",
            paramLabel = "ROOT",
            description = "Folder of an unpacked installer or a checkout (default: this one's).")
    private Path from;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Host host = Host.find(folder);
        Installer installer = new Installer(host);
        if (undo) {
            tell(installer.undo(dryRun));
        } else {
            Distribution whole = Distribution.open(from == null ? ownFolder() : from);
            Distribution distribution = withoutEngine ? whole.withoutEngine() : whole;
            tell(dryRun ? installer.plan(distribution) : installer.install(distribution, force));
        }
        return 0;
    }

    /** The unpacked installer whose jar runs. */
    private static Path ownFolder() throws InstallException {
        try {
            Path own =
                    Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isRegularFile(own)) {
                return own.getParent().getParent();
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Java gave a location that is none.", e);
        }
        throw new InstallException(
                "Use scripts/install, which builds first what it installs, or give --from.");
    }

    private void tell(InstallReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(fields(report)));
        } else {
            InstallWords.lines(report, dryRun).forEach(out::println);
        }
    }

    private void tell(UndoReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(fields(report)));
        } else {
            InstallWords.lines(report, dryRun).forEach(out::println);
        }
    }

    private Map<String, Object> fields(InstallReport report) {
        Map<String, Object> fields = start(report.host(), report.version());
        fields.put("put", report.put());
        fields.put("bytes", report.bytes());
        fields.put("unchanged", report.unchanged());
        fields.put("removed", report.removed());
        fields.put("setAside", report.setAside());
        fields.put("restored", report.restored());
        fields.put("keptChanges", report.keptChanges());
        List<Map<String, String>> findings =
                report.findings().stream().map(InstallCommand::fields).toList();
        fields.put("findings", findings);
        return fields;
    }

    private static Map<String, String> fields(Finding finding) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", finding.kind().name().toLowerCase(Locale.ROOT));
        fields.put("jar", finding.jar());
        fields.put("library", finding.library());
        fields.put("found", finding.found());
        fields.put("built", finding.built());
        fields.put("sentence", finding.sentence());
        return fields;
    }

    private Map<String, Object> fields(UndoReport report) {
        Map<String, Object> fields = start(report.host(), report.version());
        fields.put("removed", report.removed());
        fields.put("restored", report.restored());
        fields.put("left", report.left());
        fields.put("waiting", report.waiting());
        return fields;
    }

    private Map<String, Object> start(Host host, String version) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("host", host.kind().title());
        fields.put("folder", host.root().toString());
        fields.put("version", version);
        fields.put("dryRun", dryRun);
        return fields;
    }
}
