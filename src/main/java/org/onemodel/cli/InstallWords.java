/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.onemodel.install.Finding;
import org.onemodel.install.InstallReport;
import org.onemodel.install.UndoReport;

/** What installing and its undoing did, for people. */
final class InstallWords {

    private static final double MEGABYTE = 1e6;

    private InstallWords() {}

    /**
     * What an installation did.
     *
     * @param report the report
     * @param dryRun whether it was only planned
     * @return lines of text
     */
    static List<String> lines(InstallReport report, boolean dryRun) {
        List<String> lines = new ArrayList<>();
        String host = report.host().kind().title();
        lines.add(
                (dryRun ? "Would install" : "Installed")
                        + " OneModel "
                        + report.version()
                        + " into "
                        + host
                        + " in "
                        + report.host().root()
                        + (report.put().isEmpty()
                                ? ": all is there already."
                                : String.format(
                                        Locale.ROOT, ", %.1f MB:", report.bytes() / MEGABYTE)));
        report.put().forEach((folder, files) -> lines.add("  " + folder + ": " + listOf(files)));
        if (report.unchanged() > 0 && !report.put().isEmpty()) {
            lines.add(files(report.unchanged()) + " of an earlier installation stayed.");
        }
        addFiles(lines, "Removed what belonged to an earlier version: ", report.removed());
        report.setAside()
                .forEach(
                        (file, kept) ->
                                lines.add("Set aside " + file + ", which waits in " + kept + "."));
        addFiles(lines, "Brought back what an earlier version had replaced: ", report.restored());
        addFiles(
                lines,
                "You changed these since, so they stayed (move one away and install again to get"
                        + " the new one): ",
                report.keptChanges());
        String used =
                report.findings().stream()
                        .filter(finding -> finding.kind() == Finding.Kind.USED)
                        .map(finding -> finding.jar().replaceFirst(".*/", ""))
                        .collect(Collectors.joining(", "));
        if (!used.isEmpty()) {
            lines.add(host + " has these libraries, which do for OneModel: " + used + ".");
        }
        for (Finding finding : report.findings()) {
            if (finding.kind() == Finding.Kind.NOTE) {
                lines.add("Note: " + finding.sentence());
            } else if (finding.kind() == Finding.Kind.OBSTACLE) {
                lines.add("OneModel will not work here: " + finding.sentence());
            }
        }
        if (!dryRun) {
            lines.add(
                    "Restart "
                            + host
                            + "; the commands are in Plugins > OneModel. The same with --undo takes"
                            + " all of this out again.");
        }
        return lines;
    }

    /**
     * What taking OneModel out did.
     *
     * @param report the report
     * @param dryRun whether it was only planned
     * @return lines of text
     */
    static List<String> lines(UndoReport report, boolean dryRun) {
        List<String> lines = new ArrayList<>();
        lines.add(
                (dryRun ? "Would take" : "Took")
                        + " OneModel "
                        + report.version()
                        + " out of "
                        + report.host().kind().title()
                        + " in "
                        + report.host().root()
                        + ": "
                        + files(report.removed().size())
                        + ".");
        addFiles(lines, "Brought back what had been replaced: ", report.restored());
        addFiles(lines, "Changed since they were put, so left as they are: ", report.left());
        addFiles(
                lines,
                "Had been set aside, and can't go back since their places are taken: ",
                report.waiting());
        if (!dryRun) {
            lines.add("Restart " + report.host().kind().title() + ".");
        }
        return lines;
    }

    private static void addFiles(List<String> lines, String words, List<String> files) {
        if (!files.isEmpty()) {
            lines.add(words + String.join(", ", files) + ".");
        }
    }

    private static String listOf(List<String> files) {
        int shown = 4;
        return files.size() <= shown
                ? String.join(", ", files)
                : files.get(0) + " and " + files(files.size() - 1) + " more";
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }
}
