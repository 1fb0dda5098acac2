/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The macros in {@code plugins/} as a user of ImageJ's menu meets them. */
@ExtendWith(ImageJExtension.class)
class MacrosTest {

    private static final String BATCH = "OneModel Batch Denoise";
    private static final String FIGURE = "OneModel Before After";
    private static final String IMAGE = "test-images/cells-stack-noisy.tif";

    @TempDir private Path folder;
    private final Desk desk;

    MacrosTest(Desk desk) {
        this.desk = desk;
    }

    private static String path(Path file) {
        return file.toString().replace('\\', '/');
    }

    @Test
    void theMenuHasTheMacrosApartFromTheCommands() {
        assertThat(desk.menu("Plugins", "OneModel", "Macros"))
                .containsExactly(BATCH, FIGURE, "OneModel Noise Map Montage");
    }

    @Test
    void aBatchIsRecordedAndItsLineReplaysWithoutADialog() throws IOException {
        Path input = Files.createDirectories(folder.resolve("to do"));
        Files.copy(Path.of(IMAGE), input.resolve("a b.tif"));
        Files.writeString(input.resolve("broken.tif"), "no image");
        Path output = folder.resolve("done, all");
        desk.choose("Plugins", "Macros", "Record...");
        desk.window("Recorder");
        desk.choose("Plugins", "OneModel", "Macros", BATCH);
        desk.set(BATCH, "Input", path(input));
        desk.set(BATCH, "Output", path(output));
        desk.set(BATCH, "Model", "tiny");
        desk.set(BATCH, "Device", "cpu");
        desk.press(BATCH, "OK");
        String line =
                desk.awaitText("Recorder", "run(\"" + BATCH)
                        .lines()
                        .filter(recorded -> recorded.startsWith("run(\"" + BATCH))
                        .findFirst()
                        .orElseThrow();
        assertThat(desk.awaitText("Log", "report.tsv")).contains("1 done", "1 failed");
        assertThat(line).contains("subfolders=no", "resume=no", "model=tiny", "noise=auto");
        byte[] denoised = Files.readAllBytes(output.resolve("a b-denoised.tif"));
        desk.tidy();

        Files.delete(output.resolve("a b-denoised.tif"));
        assertThat(desk.macro(line + " return 'went on';")).isEqualTo("went on");

        assertThat(output.resolve("a b-denoised.tif")).hasBinaryContent(denoised);
        assertThat(Files.readAllLines(output.resolve("report.tsv"))).hasSize(3);
        assertThat(desk.images()).isEmpty();
    }

    @Test
    void escapeEndsABatchAndLeavesNoHalfResult() throws IOException {
        Path input = Files.createDirectories(folder.resolve("long"));
        Path output = folder.resolve("escaped");
        desk.macro(
                ("newImage('large', '8-bit ramp', 4096, 4096, 1); run('Add Specified Noise...',"
                                + " 'standard=20'); saveAs('tiff', '%s/a.tif');"
                                + " saveAs('tiff', '%<s/b.tif'); close();")
                        .formatted(path(input)));
        desk.startMacro(
                "run('%s', 'input=[%s] output=[%s] model=tiny noise=none options=[tile=32]');"
                        .formatted(BATCH, path(input), path(output)));
        desk.awaitStatus("left");
        desk.escape("ImageJ");
        desk.awaitText("Log", "a.tif has no result");

        try (Stream<Path> left = Files.list(output)) {
            assertThat(left).containsExactly(output.resolve("report.tsv"));
        }
    }

    @Test
    void aFigureOpensBesideItsInput() {
        desk.macro(
                "open('test-images/cells-noisy.tif'); makeRectangle(0, 0, 64, 48); run('Crop');");
        desk.choose("Plugins", "OneModel", "Macros", FIGURE);
        desk.set(FIGURE, "Model", "tiny");
        desk.set(FIGURE, "Residual", "yes");
        desk.press(FIGURE, "OK");
        Waiting.until(
                () -> // its title says how much smaller it is shown
                desk.windows().stream()
                                .anyMatch(title -> title.startsWith("cells-noisy-before-after")),
                () -> "There is no figure among " + desk.windows());

        assertThat(desk.images()).containsExactly("cells-noisy.tif", "cells-noisy-before-after");
    }
}
