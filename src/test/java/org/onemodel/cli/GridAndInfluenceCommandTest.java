/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.command.TinyBundle;
import org.onemodel.explore.grid.ColorGrid;
import org.onemodel.explore.grid.ColorGridResult;
import org.onemodel.explore.grid.GridMaps;
import org.onemodel.explore.sweep.NoiseFactors;
import org.onemodel.model.ModelBundle;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;

class GridAndInfluenceCommandTest {

    @TempDir private static Path shared;
    private static Path model;
    private static Path input;

    @TempDir private Path folder;

    @BeforeAll
    static void write() throws IOException {
        TinyBundle.write(shared);
        model = shared.resolve(TinyBundle.NAME);
        input = shared.resolve("cells.tif");
        new FileSaver(TinyModel.image(40, 30, 1, 24)).saveAsTiff(input.toString());
    }

    private static ColorGridResult expected(int rows, int columns, NoiseFactors factors)
            throws IOException {
        try (Autoencoder autoencoder = ModelBundle.open(model).load(Device.cpu())) {
            return new ColorGrid(autoencoder, 32, RestoreOptions.defaults())
                    .of(
                            IJ.openImage(input.toString()),
                            new GridMaps(rows, columns),
                            factors,
                            Progress.NONE);
        }
    }

    /** Without transparency, which files do not have. */
    private static int[] colours(ImagePlus image) {
        int[] pixels = (int[]) image.getProcessor().getPixels();
        return IntStream.of(pixels).map(pixel -> pixel & 0xffffff).toArray();
    }

    @Test
    void theGridIsAMontageAndIfWantedAStack() throws IOException {
        ColorGridResult expected = expected(4, 2, NoiseFactors.of(-1, 0, 1, 2));
        Path montage = folder.resolve("grid.png");
        Path file = folder.resolve("grid.tif");
        assertThat(
                        Cli.run(
                                "color-grid",
                                input,
                                montage,
                                "--model",
                                model,
                                "--maps",
                                "4,2",
                                "--range",
                                "-1:2",
                                "--steps",
                                4,
                                "--stack",
                                file))
                .isEqualTo(new Cli(0, montage.toString(), ""));
        assertThat(colours(IJ.openImage(montage.toString())))
                .isEqualTo(colours(expected.montage()));
        ImagePlus stack = IJ.openImage(file.toString());
        assertThat(stack.getDimensions()).containsExactly(40, 30, 1, 4, 4);
        for (int i = 1; i <= 16; i++) {
            assertThat(stack.getStack().getPixels(i))
                    .isEqualTo(expected.stack().getStack().getPixels(i));
        }
    }

    @Test
    void chosenMapsAreTold() {
        Cli cli = Cli.run("color-grid", input, folder.resolve("grid.tif"), "--model", model);
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.err())
                .matches("Noise maps \\d and \\d change .*'cells.tif' most: by .* of 255\\.");
    }

    @Test
    void wrongWordsAreWrongUsage() {
        Path output = folder.resolve("grid.tif");
        for (List<String> words :
                List.of(List.of("--maps", "3"), List.of("--range", "1"), List.of("--steps", "1"))) {
            Cli cli =
                    Cli.run(
                            "color-grid",
                            input,
                            output,
                            "--model",
                            model,
                            words.get(0),
                            words.get(1));
            assertThat(cli.exitCode()).as(words.toString()).isEqualTo(2);
            assertThat(cli.err()).contains(words.get(1));
        }
        Cli cli = Cli.run("color-grid", input, output, "--model", model, "--maps", "1,7");
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.err()).startsWith("There is no noise map 7: the model '");
        assertThat(output).doesNotExist();
    }

    @Test
    void influenceIsATableAndJson() throws IOException {
        Path table = folder.resolve("influence.csv");
        Cli cli = Cli.run("influence", input, table, "--model", model, "--json");
        assertThat(cli.exitCode()).isZero();
        List<String> lines = Files.readAllLines(table);
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0))
                .isEqualTo(
                        "Image,Map,Layer,Pixels,Total,Colour,Brightness,Structure,Detail,Verdict");
        JsonObject report =
                JsonParser.parseString(cli.out()).getAsJsonArray().get(0).getAsJsonObject();
        assertThat(report.get("image").getAsString()).isEqualTo("cells.tif");
        JsonArray maps = report.getAsJsonArray("maps");
        for (int i = 0; i < 5; i++) {
            String[] cells = lines.get(i + 1).split(",", 10);
            JsonObject map = maps.get(i).getAsJsonObject();
            assertThat(map.get("map").getAsInt()).isEqualTo(i);
            assertThat(map.get("total").getAsDouble()).isEqualTo(Double.parseDouble(cells[4]));
            assertThat(cells[9].replace("\"", "")).isEqualTo(map.get("verdict").getAsString());
        }
        assertThat(Cli.run("influence", input, table, "--model", model).out().split("\n"))
                .hasSize(6);
    }

    @Test
    void ofSeveralImagesThoseThatFailAreListed() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        Files.copy(input, images.resolve("a.tif"));
        Files.writeString(images.resolve("b.tif"), "no image");
        Files.copy(input, images.resolve("c.tif"));
        Path table = folder.resolve("influence.csv");
        Cli cli = Cli.run("influence", images, table, "--model", model);
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.err()).contains("1 of 3 images failed");
        assertThat(Files.readAllLines(table)).hasSize(11);

        Path one = folder.resolve("one.csv");
        cli = Cli.run("influence", images.resolve("b.tif"), one, "--model", model);
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(one).doesNotExist();
        assertThat(Cli.run("influence", input, folder.resolve("a.txt"), "--model", model).err())
                .contains("the name of a table's file ends with .csv");
        assertThat(Cli.run("influence", input).exitCode()).isEqualTo(2);
    }

    @Test
    void whereAllImagesFailThereIsNoTable() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        Files.writeString(images.resolve("a.tif"), "no image");
        Files.writeString(images.resolve("b.tif"), "no image");
        Path table = folder.resolve("influence.csv");
        Cli cli = Cli.run("influence", images, table, "--model", model);
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.err()).contains("2 of 2 images failed");
        assertThat(table).doesNotExist();
    }

    @Test
    void aModelWithoutEncoderIsRefused() throws IOException {
        TinyBundle.writeGenerator(folder);
        Path generator = folder.resolve(TinyBundle.GENERATOR);
        Path table = folder.resolve("influence.csv");
        Path grid = folder.resolve("grid.tif");
        for (Cli cli :
                List.of(
                        Cli.run("influence", input, table, "--model", generator),
                        Cli.run("color-grid", input, grid, "--model", generator))) {
            assertThat(cli.exitCode()).isEqualTo(1);
            assertThat(cli.err()).contains("encoder").hasLineCount(1);
        }
        assertThat(table).doesNotExist();
        assertThat(grid).doesNotExist();
    }
}
