/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/** The menu and the dialogs of the commands in ImageJ's real windows. */
@ExtendWith(ImageJExtension.class)
class DialogsTest {

    private static final String IMAGE = "cells-noisy.tif";

    private static Context context;

    private final Desk desk;

    DialogsTest(Desk desk) {
        this.desk = desk;
    }

    @BeforeAll
    static void findCommands() {
        context = new Context(CommandService.class, OneModelService.class);
    }

    @AfterAll
    static void forgetCommands() {
        context.dispose();
    }

    /** The labels of what a command asks for, by the name of its menu entry. */
    static List<String> labels(String entry) {
        CommandInfo command =
                context.service(CommandService.class).getCommands().stream()
                        .filter(info -> info.getMenuPath().size() > 0)
                        .filter(info -> info.getMenuPath().getLeaf().getName().equals(entry))
                        .findFirst()
                        .orElseThrow();
        List<String> labels = new ArrayList<>();
        for (ModuleItem<?> item : command.inputs()) {
            if (item.getType() == String.class || item.getType() == File.class) {
                labels.add(item.getLabel());
            }
        }
        return labels;
    }

    static Stream<String> entries() {
        return Stream.of(
                "OneModel Denoise...",
                "OneModel Reconstruct...",
                "OneModel Export Noise Maps...",
                "OneModel Scale Noise...",
                "OneModel Train...");
    }

    @Test
    void theMenuHasTheCommandsInTheirOrder() {
        assertThat(desk.menu("Plugins", "OneModel")).containsExactlyElementsOf(entries().toList());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void aDialogAsksForWhatItsCommandTakes(String entry) {
        desk.macro("open('test-images/" + IMAGE + "');");
        desk.choose("Plugins", "OneModel", entry);
        assertThat(desk.window(entry).labels()).containsExactlyElementsOf(labels(entry));
        assertThat(desk.window(entry).buttons()).contains("OK", "Cancel");

        desk.press(entry, "Cancel");
        desk.awaitClosed(entry);
        assertThat(desk.windows()).containsExactlyInAnyOrder("ImageJ", IMAGE);
    }

    @Test
    void modelsAreChosenFromThoseInstalled() {
        desk.macro("open('test-images/" + IMAGE + "');");
        desk.choose("Plugins", "OneModel", "OneModel Denoise...");
        FieldView model = desk.window("OneModel Denoise...").field("Model");
        assertThat(model.choices()).contains("tiny", "compact-denoise");
        assertThat(model.value()).isEqualTo("compact-denoise");
    }

    @Test
    void escapeLeavesADialogWithoutDoingAnything() {
        desk.macro("open('test-images/" + IMAGE + "');");
        desk.choose("Plugins", "OneModel", "OneModel Reconstruct...");
        desk.escape("OneModel Reconstruct...");
        desk.awaitClosed("OneModel Reconstruct...");
        assertThat(desk.windows()).containsExactlyInAnyOrder("ImageJ", IMAGE);
    }

    @Test
    void aWrongValueIsNamedInOneWindowWithoutAStackTrace() {
        desk.macro("open('test-images/" + IMAGE + "');");
        desk.choose("Plugins", "OneModel", "OneModel Denoise...");
        desk.set("OneModel Denoise...", "Model", "tiny");
        desk.set("OneModel Denoise...", "Tile", "many");
        desk.press("OneModel Denoise...", "OK");

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
                "open('test-images/"
                        + IMAGE
                        + "'); run('OneModel Denoise...', 'model=tiny slices=9');"
                        + "newImage('went on', '8-bit', 8, 8, 1);");
        assertThat(desk.window("Macro Error").texts().toString())
                .contains("The option slices asks for 9, but '" + IMAGE + "' has 1 slice");
        desk.press("Macro Error", "OK");
        desk.awaitClosed("Macro Error");
        assertThat(desk.windows()).containsExactlyInAnyOrder("ImageJ", IMAGE);
    }
}
