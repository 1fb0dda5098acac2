/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The menu and the dialogs of the commands in ImageJ's real windows. */
@ExtendWith(ImageJExtension.class)
class DialogsTest {

    private static final String IMAGE = "cells-noisy.tif";
    private static final String OPEN = "open('test-images/" + IMAGE + "');";

    private final Desk desk;

    DialogsTest(Desk desk) {
        this.desk = desk;
    }

    /**
     * What a dialog asks.
     *
     * @param command in the menu, where dots follow, and in the dialog's title
     * @param fields the first words of their labels
     * @param technical those behind a button
     */
    private record Asked(String command, List<String> fields, List<String> technical) {}

    static Stream<Asked> dialogsOfAPlane() {
        List<String> technical = List.of("Device", "Tile", "Overlap", "Batch");
        List<String> kept = List.of("Device", "Tile", "Overlap", "Batch", "Embedding");
        return Stream.of(
                new Asked(
                        "OneModel Denoise",
                        List.of("Model", "Noise", "Output", "Residual", "Preview"),
                        technical),
                new Asked("OneModel Reconstruct", List.of("Model", "Output", "Preview"), kept),
                new Asked("OneModel Export Noise Maps", List.of("Model", "Mode", "Size"), kept),
                new Asked(
                        "OneModel Decode Noise Maps",
                        List.of("Model", "Stacks", "Embedding", "Output"),
                        List.of("Device")),
                new Asked(
                        "OneModel Scale Noise",
                        List.of("Model", "Map", "Factor", "Output", "Preview"),
                        technical),
                new Asked(
                        "OneModel Noise Sweep",
                        List.of("Model", "Map", "Factors", "Show"),
                        technical),
                new Asked(
                        "OneModel Color Grid",
                        List.of("Model", "Maps", "Range", "Steps", "Show"),
                        technical),
                new Asked("OneModel Noise Map Influence", List.of("Model"), technical),
                new Asked(
                        "OneModel Interpolate",
                        List.of("Image", "Second", "Model", "Steps", "Mode", "Show"),
                        technical),
                new Asked(
                        "OneModel Mix Styles",
                        List.of("Image", "Second", "Model", "Crossover", "Noise", "Show"),
                        technical),
                new Asked(
                        "OneModel Generate",
                        List.of("Model", "Count", "Seed", "Truncation", "Noise", "Output"),
                        List.of("Device")),
                new Asked(
                        "OneModel Project",
                        List.of("Model", "Steps", "Start", "Maps", "LPIPS", "Snapshots", "Curve"),
                        Stream.concat(Stream.of("Rate"), technical.stream()).toList()),
                new Asked(
                        "OneModel Statistics",
                        List.of("Folder", "Model", "Channels", "Slices", "Frames", "Table"),
                        List.of("Device", "Tile", "Overlap", "Batch", "Normalization")),
                new Asked("OneModel Train", List.of("Settings", "Set", "Mode"), List.of()));
    }

    private List<String> words(String title) {
        return desk.window(title).labels().stream()
                .map(label -> label.strip().split(" ")[0])
                .toList();
    }

    @Test
    void theMenuHasTheCommandsInTheirOrder() {
        assertThat(desk.menu("Plugins", "OneModel"))
                .containsExactly(
                        "Macros",
                        "OneModel Denoise...",
                        "OneModel Reconstruct...",
                        "-",
                        "OneModel Export Noise Maps...",
                        "OneModel Decode Noise Maps...",
                        "OneModel Scale Noise...",
                        "OneModel Noise Sweep...",
                        "OneModel Color Grid...",
                        "OneModel Noise Map Influence...",
                        "-",
                        "OneModel Interpolate...",
                        "OneModel Mix Styles...",
                        "OneModel Generate...",
                        "OneModel Project...",
                        "OneModel Statistics...",
                        "-",
                        "OneModel Train...",
                        "OneModel Models...",
                        "OneModel Engine...",
                        "-",
                        "OneModel Help");
    }

    @ParameterizedTest
    @MethodSource("dialogsOfAPlane")
    void aDialogAsksWhatMattersForAPlane(Asked asked) {
        String dialog = asked.command();
        desk.macro(OPEN);
        desk.choose("Plugins", "OneModel", dialog + "...");
        assertThat(words(dialog)).isEqualTo(asked.fields());

        if (!asked.technical().isEmpty()) {
            desk.press(dialog, "Show technical options");
            assertThat(words(dialog))
                    .isEqualTo(
                            Stream.of(asked.fields(), asked.technical())
                                    .flatMap(List::stream)
                                    .toList());
            desk.press(dialog, "Hide technical options");
            assertThat(words(dialog)).isEqualTo(asked.fields());
        }

        desk.press(dialog, "Cancel");
        desk.awaitClosed(dialog);
        assertThat(desk.windows()).containsExactlyInAnyOrder("ImageJ", IMAGE);
    }

    @Test
    void aHyperstackWithASelectionAsksForMore() {
        desk.macro("newImage('h', '16-bit color-mode', 64, 64, 2, 3, 4); makeOval(2, 2, 40, 40);");
        desk.choose("Plugins", "OneModel", "OneModel Denoise...");
        assertThat(words("OneModel Denoise"))
                .contains("Region", "Channels", "Slices", "Frames", "Output");
        desk.press("OneModel Denoise", "Show technical options");
        assertThat(words("OneModel Denoise")).contains("Normalization");
    }

    @Test
    void numbersOfTheNoiseAreAskedForTheNoiseTheyBelongTo() {
        desk.macro(OPEN);
        desk.choose("Plugins", "OneModel", "OneModel Denoise...");
        desk.set("OneModel Denoise", "Noise", "poisson");
        assertThat(words("OneModel Denoise"))
                .contains("Gain", "Offset", "Readnoise")
                .doesNotContain("Sigma");
        desk.set("OneModel Denoise", "Noise", "gaussian");
        assertThat(words("OneModel Denoise")).contains("Sigma").doesNotContain("Gain");
    }

    @Test
    void modelsAreChosenFromThoseInstalled() {
        desk.macro(OPEN);
        desk.choose("Plugins", "OneModel", "OneModel Denoise...");
        FieldView model = desk.window("OneModel Denoise").field("Model");
        assertThat(model.choices()).contains("tiny", "compact-denoise");
        assertThat(model.value()).isEqualTo("compact-denoise");
    }

    @Test
    void escapeLeavesADialogWithoutDoingAnything() {
        desk.macro(OPEN);
        desk.choose("Plugins", "OneModel", "OneModel Reconstruct...");
        desk.escape("OneModel Reconstruct");
        desk.awaitClosed("OneModel Reconstruct");
        assertThat(desk.windows()).containsExactlyInAnyOrder("ImageJ", IMAGE);
    }

    @Test
    void aWrongValueIsNamedInOneWindowWithoutAStackTrace() {
        desk.macro(OPEN);
        desk.choose("Plugins", "OneModel", "OneModel Denoise...");
        desk.press("OneModel Denoise", "Show technical options");
        desk.set("OneModel Denoise", "Model", "tiny");
        desk.set("OneModel Denoise", "Tile", "many");
        desk.press("OneModel Denoise", "OK");

        assertThat(desk.window("OneModel").texts())
                .containsExactly(
                        "The tile is 'many'; give a positive whole number, or 0 for automatic.");
        desk.press("OneModel", "OK");
        desk.awaitClosed("OneModel");
        assertThat(desk.windows())
                .as("neither Exception nor Log")
                .containsExactlyInAnyOrder("ImageJ", IMAGE);
    }

    @Test
    void aCommandWithoutAnImageSaysSo() {
        desk.choose("Plugins", "OneModel", "OneModel Denoise...");
        assertThat(desk.window("OneModel").texts())
                .containsExactly("No image is open; open one first.");
    }

    @Test
    void aMacroStopsWithOneWindow() {
        desk.startMacro(
                OPEN
                        + "run('OneModel Denoise...', 'model=tiny slices=9');"
                        + "newImage('went on', '8-bit', 8, 8, 1);");
        assertThat(desk.window("Macro Error").texts().toString())
                .contains("The option slices asks for 9, but '" + IMAGE + "' has 1 slice");
        desk.press("Macro Error", "OK");
        desk.awaitClosed("Macro Error");
        assertThat(desk.windows()).containsExactlyInAnyOrder("ImageJ", IMAGE);
    }
}
