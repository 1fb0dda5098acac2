/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.command.TinyBundle;
import org.onemodel.explore.statistics.EmbeddingStatistics;
import org.onemodel.explore.statistics.ImageSource;
import org.onemodel.explore.statistics.StatisticsReport;
import org.onemodel.explore.statistics.Summary;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;

class StatisticsCommandTest {

    private static final String TISSUE = "test-images/tissue-noisy.tif";

    @TempDir static Path shared;
    private static Path model;

    @TempDir Path folder;

    @BeforeAll
    static void writeModel() throws IOException {
        TinyBundle.write(shared);
        model = shared.resolve(TinyBundle.NAME);
    }

    private Cli run(Object... arguments) {
        Object[] all =
                Stream.concat(
                                Stream.of("statistics"),
                                Stream.concat(
                                        Stream.of(arguments),
                                        Stream.of("--model", model, "--device", "cpu")))
                        .toArray();
        return Cli.run(all);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesTwoTablesAndPrintsTheSummary() throws IOException {
        Path table = folder.resolve("out.csv");

        Cli cli = run(TISSUE, "test-images/cells-stack-noisy.tif", table, "--slices", "1");

        assertThat(cli.err()).isEmpty();
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).startsWith("VALUES OF").contains("noise map 0");
        List<String> planes = Files.readAllLines(table);
        List<String> all = Files.readAllLines(folder.resolve("out-summary.csv"));
        assertThat(files()).containsExactly("out-summary.csv", "out.csv");
        assertThat(planes.get(0))
                .startsWith("Image,Plane,Values of,Layer,Side (pixels),Count,Mean,");
        assertThat(all.get(0)).startsWith("Values of,Layer,Side (pixels),Count,Mean,");
        assertThat(planes).hasSize(1 + 2 * (all.size() - 1));
        assertThat(planes.get(1)).startsWith(TISSUE + ",1,latent code layer 0,W+,,");
        assertThat(planes).allMatch(line -> line.split(",", -1).length == 19);
    }

    @Test
    void theTablesHaveTheFiguresOfTheTool() throws IOException {
        StatisticsReport report;
        try (Autoencoder tiny = TinyModel.draw()) {
            report =
                    new EmbeddingStatistics(tiny, 32, RestoreOptions.defaults())
                            .of(List.of(ImageSource.of(Path.of(TISSUE))), Progress.NONE);
        }
        Path table = folder.resolve("out.csv");
        run(TISSUE, table);

        List<String> planes = Files.readAllLines(table);
        List<String> all = Files.readAllLines(folder.resolve("out-summary.csv"));
        for (int i = 0; i < report.all().size(); i++) {
            String[] cells = all.get(i + 1).split(",");
            assertThat(cells[0]).isEqualTo(report.all().get(i).subject().name());
            Summary expected = report.all().get(i).summary();
            assertThat(cells[3]).isEqualTo(Long.toString(expected.count()));
            assertThat(Double.parseDouble(cells[4])).isEqualTo(expected.mean());
            assertThat(Double.parseDouble(cells[5])).isEqualTo(expected.deviation());
            assertThat(Double.parseDouble(cells[11])).isEqualTo(expected.shapiroWilkW());
            assertThat(planes.get(i + 1)).isEqualTo(TISSUE + ",1," + all.get(i + 1));
        }
    }

    @Test
    void drawsHistogramsAsStackSheetOrFiles() throws IOException {
        Path table = folder.resolve("out.csv");
        Path stack = folder.resolve("h.tif");
        Path sheet = folder.resolve("h.png");
        Path each = folder.resolve("plots");
        for (Path path : List.of(stack, sheet, each)) {
            assertThat(run(TISSUE, table, "--histograms", path).exitCode()).isZero();
        }

        ImagePlus plots = IJ.openImage(stack.toString());
        int count = plots.getStackSize();
        assertThat(plots.getBitDepth()).isEqualTo(24);
        assertThat(count)
                .isEqualTo(Files.readAllLines(folder.resolve("out-summary.csv")).size() - 1);
        assertThat(IJ.openImage(sheet.toString()).getWidth()).isGreaterThan(plots.getWidth());
        try (Stream<Path> files = Files.list(each)) {
            assertThat(files).hasSize(count).contains(each.resolve("noise-map-0.png"));
        }
    }

    @Test
    void tellsTheSameAsJson() throws IOException {
        Cli cli = run(TISSUE, folder.resolve("out.csv"), "--json");

        JsonObject report = JsonParser.parseString(cli.out()).getAsJsonObject();
        int rows = report.getAsJsonArray("all").size();
        assertThat(report.getAsJsonArray("planes")).hasSize(rows);
        assertThat(report.getAsJsonArray("failed")).isEmpty();
        JsonObject last = report.getAsJsonArray("all").get(rows - 1).getAsJsonObject();
        assertThat(last.get("Values of").getAsString()).startsWith("noise map");
        assertThat(last.get("Count").getAsLong()).isEqualTo(65_536);
        assertThat(last.get("Standard deviation").getAsDouble()).isPositive();
    }

    @Test
    void aFileThatFailsIsNamedAndTheOthersCount() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        Files.copy(Path.of(TISSUE), images.resolve("a.tif"));
        Files.writeString(images.resolve("b.tif"), "This is no image.");

        Cli cli = run(images, folder.resolve("out.csv"));

        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.err())
                .contains("b.tif can't be read as an image")
                .endsWith("1 of 2 images failed: [" + images.resolve("b.tif") + "]");
        assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSizeGreaterThan(2);
    }

    @Test
    void nothingIsWrittenWhereNoImageCounts() throws IOException {
        Path broken = Files.writeString(folder.resolve("b.tif"), "This is no image.");

        Cli cli = run(broken, folder.resolve("out.csv"), "--histograms", folder.resolve("h.png"));

        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.err())
                .isEqualTo(
                        broken
                                + " can't be read as an image; open it in ImageJ or Fiji and save it"
                                + " as TIFF.");
        assertThat(files()).containsExactly("b.tif");
    }

    @Test
    void wrongUsageIsToldBeforeTheWork() throws IOException {
        assertUsage(run(TISSUE), "OUTPUT.csv is missing; give INPUT and OUTPUT.csv.");
        assertUsage(
                run(TISSUE, folder.resolve("out.txt")),
                folder.resolve("out.txt") + " is no table: the name of the output ends with .csv.");
        Cli missing = run(folder.resolve("no.tif"), folder.resolve("out.csv"));
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err())
                .isEqualTo(
                        "There is no image file " + folder.resolve("no.tif") + "; check the path.");
        Path nowhere = folder.resolve("nowhere");
        assertThat(run(TISSUE, nowhere.resolve("out.csv")).err())
                .isEqualTo(
                        nowhere.resolve("out.csv")
                                + " can't be written: "
                                + nowhere
                                + " is not a folder; make it first.");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(run(TISSUE, folder.resolve("out.csv"), "--histograms", file).err())
                .isEqualTo(
                        file + " is a file; give a folder, or a name that ends with .tif or .png.");
        assertThat(files()).containsExactly("file");
    }

    private static void assertUsage(Cli cli, String sentence) {
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).startsWith(sentence);
        assertThat(cli.out()).isEmpty();
    }
}
