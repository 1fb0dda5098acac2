/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.command.TinyBundle;
import org.onemodel.explore.pair.Crossover;
import org.onemodel.explore.pair.Interpolation;
import org.onemodel.explore.pair.InterpolationMode;
import org.onemodel.explore.pair.StyleMix;
import org.onemodel.explore.pair.StyleNoise;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;
import org.onemodel.service.Explorer;
import org.onemodel.service.OneModelService;
import org.scijava.Context;

/** {@code interpolate} and {@code mix}. */
class PairCommandsTest {

    @TempDir static Path models;
    private static Path model;

    @TempDir Path folder;
    private Path a;
    private Path b;
    private Path output;
    private Path montage;

    @BeforeAll
    static void writeModel() throws IOException {
        TinyBundle.write(models);
        model = models.resolve(TinyBundle.NAME);
    }

    @BeforeEach
    void writeImages() {
        a = folder.resolve("a.tif");
        b = folder.resolve("b.tif");
        output = folder.resolve("out.tif");
        montage = folder.resolve("montage.png");
        IJ.saveAsTiff(TinyModel.image(40, 30, 1, 8), a.toString());
        ImagePlus second = TinyModel.image(40, 30, 1, 16);
        second.getProcessor().flipHorizontal();
        IJ.saveAsTiff(second, b.toString());
    }

    private static ImagePlus open(Path file) {
        return IJ.openImage(file.toString());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aWayIsWrittenAsTheServiceGivesIt() {
        Cli cli =
                Cli.run(
                        "interpolate",
                        a,
                        b,
                        output,
                        "--steps",
                        4,
                        "--mode",
                        "latent",
                        "--seed",
                        3,
                        "--montage",
                        montage,
                        "--model",
                        model,
                        "--device",
                        "cpu");

        assertThat(cli).isEqualTo(new Cli(0, output + "\n" + montage, ""));
        ImagePlus way = open(output);
        assertThat(way.getDimensions()).containsExactly(40, 30, 1, 1, 4);
        assertThat(way.getBitDepth()).isEqualTo(16);
        assertThat(way.getStack().getSliceLabel(2)).isEqualTo("t = 0.33");
        assertThat(way.getCalibration().fps).isEqualTo(5);
        assertThat(open(montage).getBitDepth()).isEqualTo(24);
        try (Context context = new Context(OneModelService.class)) {
            Interpolation same =
                    Interpolation.defaults()
                            .withSteps(4)
                            .withMode(InterpolationMode.LATENT)
                            .withSeed(3);
            ImagePlus expected = explorer(context).interpolate(open(a), open(b), same).get(0);
            for (int i = 1; i <= 4; i++) {
                assertThat(way.getStack().getPixels(i))
                        .as("image %d", i)
                        .isEqualTo(expected.getStack().getPixels(i));
            }
        }
    }

    private static Explorer explorer(Context context) {
        RestoreOptions options =
                RestoreOptions.defaults().withModel(model.toString()).withDevice("cpu");
        return context.service(OneModelService.class).explorer(options);
    }

    @Test
    void aMixIsWrittenAsTheServiceGivesIt() {
        Cli cli =
                Cli.run(
                        "mix",
                        a,
                        b,
                        output,
                        "--crossover",
                        "8x8",
                        "--noise",
                        "second",
                        "--model",
                        model,
                        "--device",
                        "cpu");

        assertThat(cli).isEqualTo(new Cli(0, output.toString(), ""));
        try (Context context = new Context(OneModelService.class)) {
            StyleMix same =
                    StyleMix.defaults()
                            .withCrossover(Crossover.atResolution(8))
                            .withNoise(StyleNoise.SECOND);
            assertThat(open(output).getProcessor().getPixels())
                    .isEqualTo(
                            explorer(context)
                                    .mixStyles(open(a), open(b), same)
                                    .get(0)
                                    .getProcessor()
                                    .getPixels());
        }
    }

    private void assertFails(int exitCode, String sentence, Object... arguments)
            throws IOException {
        List<String> before = names();
        Cli cli = Cli.run(arguments);
        assertThat(cli.err()).startsWith(sentence);
        assertThat(cli.exitCode()).isEqualTo(exitCode);
        assertThat(cli.out()).isEmpty();
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void whatIsWrongIsToldInASentenceAndNothingIsWritten() throws IOException {
        assertFails(2, "The number of steps is 1; ", "interpolate", a, b, output, "--steps", 1);
        assertFails(
                2, "The option mode is 'half'; ", "interpolate", a, b, output, "--mode", "half");
        assertFails(2, "Missing required option: '--crossover", "mix", a, b, output);
        assertFails(2, "The crossover is 'half'; ", "mix", a, b, output, "--crossover", "half");
        assertFails(
                1,
                "The crossover is 9; the model '" + model + "' has 6 latent layers: ",
                "mix",
                a,
                b,
                output,
                "--crossover",
                9,
                "--model",
                model);
        assertFails(
                1,
                "A and B are the same image, " + a + "; give two different ones.",
                "interpolate",
                a,
                a,
                output);
        assertFails(
                1,
                "There is no image file " + folder.resolve("c.tif") + "; check the path.",
                "interpolate",
                a,
                folder.resolve("c.tif"),
                output);
        assertFails(1, "The result would replace its own input " + b, "interpolate", a, b, b);
        assertFails(
                1,
                "The result would replace its own input " + a,
                "interpolate",
                a,
                b,
                output,
                "--montage",
                a);
        assertFails(
                1,
                "OUTPUT and the montage are the same file, " + output,
                "interpolate",
                a,
                b,
                output,
                "--montage",
                output);
        Path png = folder.resolve("way.png");
        assertFails(
                1,
                png
                        + " can't be written: PNG takes one plane of 8-bit or RGB pixels, and this image"
                        + " has 9 of 16 bits; name the output .tif.",
                "interpolate",
                a,
                b,
                png);
        Path small = folder.resolve("small.tif");
        IJ.saveAsTiff(TinyModel.image(20, 30, 1, 8), small.toString());
        assertFails(
                1,
                "'a.tif' has 40 x 30 pixels and 'small.tif' has 20 x 30 pixels; both need one size",
                "interpolate",
                a,
                small,
                output,
                "--model",
                model);
    }
}
