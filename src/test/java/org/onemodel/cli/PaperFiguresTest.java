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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onemodel.docs.Page;
import org.onemodel.restore.TinyModel;

/** The command lines of the page on the paper's figures, with models of both versions. */
class PaperFiguresTest {

    private static final Pattern LINE = Pattern.compile("(?m)^    scripts/onemodel (.+)$");
    private static final Pattern FILE = Pattern.compile(".+\\.(tif|png|csv)");
    private static final List<String> INPUTS = List.of("image.tif", "first.tif", "second.tif");

    @TempDir static Path models;

    @TempDir Path folder;

    @BeforeAll
    static void importModels() {
        for (int styleGan = 1; styleGan <= 2; styleGan++) {
            String name = "stylegan" + styleGan + "_wplusencoder";
            Path file = Path.of("src/test/resources/golden", name + ".pt");
            Cli cli = Cli.run("import", file, models.resolve(String.valueOf(styleGan)));
            assertThat(cli.exitCode()).as(cli.err()).isZero();
        }
    }

    static Stream<List<String>> linesForBothVersions() throws IOException {
        Page page =
                Page.all().stream()
                        .filter(any -> any.file().endsWith("paper-figures.md"))
                        .findFirst()
                        .orElseThrow();
        List<String> lines = page.find(LINE).stream().map(line -> line.group(1)).toList();
        assertThat(lines).hasSize(6);
        return Stream.of("1", "2")
                .flatMap(styleGan -> lines.stream().map(line -> List.of(styleGan, line)));
    }

    @BeforeEach
    void writeImages() {
        for (int i = 0; i < INPUTS.size(); i++) {
            ImagePlus image = TinyModel.image(80, 70, 3, 24);
            image.setSlice(i + 1);
            ImagePlus plane = new ImagePlus(INPUTS.get(i), image.getProcessor().duplicate());
            plane.getProcessor().rotate(90 * i);
            IJ.saveAsTiff(plane, folder.resolve(INPUTS.get(i)).toString());
        }
    }

    @ParameterizedTest
    @MethodSource("linesForBothVersions")
    void eachLineMakesItsFiles(List<String> versionAndLine) {
        List<Object> words = new ArrayList<>();
        List<Path> outputs = new ArrayList<>();
        for (String word : versionAndLine.get(1).split(" ")) {
            if (!FILE.matcher(word).matches()) {
                words.add(word);
                continue;
            }
            words.add(folder.resolve(word));
            if (!INPUTS.contains(word)) {
                outputs.add(folder.resolve(word));
            }
        }
        words.addAll(List.of("--model", models.resolve(versionAndLine.get(0))));

        Cli cli = Cli.run(words.toArray());

        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(outputs).isNotEmpty().allMatch(Files::isRegularFile);
        for (Path output : outputs) {
            if (!output.toString().endsWith(".csv")) {
                ImagePlus image = IJ.openImage(output.toString());
                assertThat(image.getStatistics().stdDev).as("%s is empty", output).isPositive();
            }
        }
    }
}
