/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.command.TinyBundle;

/** Real macros in a real, headless ImageJ 1, which finds the commands in {@code plugins.config}. */
class MacroTest {

    private static final int MINUTES = 3;
    private static final String OPEN =
            "open('test-images/cells-noisy.tif'); makeRectangle(0, 0, 64, 48); run('Crop'); ";

    @TempDir private Path folder;

    @BeforeEach
    void install() throws IOException {
        TinyBundle.write(folder.resolve("models"));
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        try (OutputStream file = Files.newOutputStream(plugins.resolve("OneModel_.jar"));
                ZipOutputStream jar = new ZipOutputStream(file)) {
            jar.putNextEntry(new ZipEntry("plugins.config"));
            MacroTest.class.getResourceAsStream("/plugins.config").transferTo(jar);
        }
    }

    /** All that ImageJ prints while it runs a macro. */
    private List<String> print(String macro) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                "-Djava.awt.headless=true",
                                "-Dai.djl.offline=true",
                                "-Xmx1g",
                                "-Dplugins.dir=" + folder,
                                "-Donemodel.models=" + folder.resolve("models"),
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                HeadlessImageJ.class.getName(),
                                macro,
                                folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
                    .as("ImageJ hangs: %s", Files.readString(output))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }

    @Test
    void aMacroWorksOnWithTheResult() throws Exception {
        List<String> printed =
                print(
                        "setBatchMode(true); "
                                + OPEN
                                + "input = getImageID(); t = 32;"
                                + "run('OneModel Denoise...', 'model=tiny device=cpu tile=&t');"
                                + "first = getTitle();"
                                + "selectImage(input);"
                                + "run('OneModel Export Noise Maps...', 'model=tiny mode=normalized');"
                                + "second = getTitle() + ' ' + nSlices;"
                                + "selectImage(input);"
                                + "run('OneModel Scale Noise...', 'model=[tiny] map=0 factor=0.5');"
                                + "saveAs('tiff', getArgument() + '/scaled.tif');"
                                + "return first + ', ' + second + ', ' + getTitle();");

        assertThat(printed)
                .contains(
                        "ANSWER cells-noisy-denoised.tif, cells-noisy-noise-maps.tif 5,"
                                + " scaled.tif");
        ImagePlus scaled = IJ.openImage(folder.resolve("scaled.tif").toString());
        assertThat(scaled.getWidth()).isEqualTo(64);
        assertThat(scaled.getHeight()).isEqualTo(48);
    }

    @Test
    void theResultIsSelectedWithoutBatchModeToo() throws Exception {
        assertThat(
                        print(
                                OPEN
                                        + "run('OneModel Reconstruct...', 'model=tiny');"
                                        + "return getTitle();"))
                .contains("ANSWER cells-noisy-reconstructed.tif");
    }

    @Test
    void aFailureStopsTheMacroWithItsSentence() throws Exception {
        List<String> printed =
                print(
                        "setBatchMode(true); "
                                + OPEN
                                + "for (i = 0; i < 2; i++) {"
                                + "  run('OneModel Denoise...', 'model=tiny tile=abc');"
                                + "  print('went on ' + i);"
                                + "}"
                                + "print('went on to the end');");

        assertThat(printed)
                .contains(
                        "OneModel: The tile is 'abc'; give a whole number such as 8, or 0 for"
                                + " automatic.")
                .noneMatch(line -> line.startsWith("went on"));
    }

    @Test
    void aMacroWithoutAnImageStops() throws Exception {
        assertThat(print("run('OneModel Denoise...', 'model=tiny'); print('went on');"))
                .contains("OneModel: No image is open; open one first.")
                .doesNotContain("went on");
        assertThat(
                        print(
                                OPEN
                                        + "run('OneModel Denoise...', 'image=[not there]');"
                                        + "print('went on');"))
                .contains(
                        "OneModel: No image 'not there' is open; give the title or the ID of an"
                                + " open one.")
                .doesNotContain("went on");
    }
}
