/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.Macro;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

class MenuEntriesTest {

    private static Context context;
    private static List<CommandInfo> commands;

    @BeforeAll
    static void findCommands() {
        context = new Context(CommandService.class, OneModelService.class);
        commands = new ArrayList<>(context.service(CommandService.class).getCommands());
        commands.removeIf(info -> !info.getClassName().startsWith("org.onemodel."));
    }

    @AfterAll
    static void close() {
        context.dispose();
    }

    private static List<ModuleItem<?>> inputs(CommandInfo info) {
        List<ModuleItem<?>> inputs = new ArrayList<>();
        info.inputs().forEach(inputs::add);
        inputs.removeIf(
                item ->
                        item.getType() == Context.class
                                || Service.class.isAssignableFrom(item.getType()));
        return inputs;
    }

    @Test
    void plainImageJHasTheSameMenuEntriesAsFiji() throws IOException {
        List<String> entries = new ArrayList<>();
        for (CommandInfo info : commands) {
            List<String> path = new ArrayList<>();
            info.getMenuPath().forEach(entry -> path.add(entry.getName()));
            String leaf = path.remove(path.size() - 1);
            entries.add(
                    "%s, \"%s\", org.onemodel.ij1.CommandPlugIn(\"%s\")"
                            .formatted(String.join(">", path), leaf, info.getClassName()));
        }
        try (InputStream config = MenuEntriesTest.class.getResourceAsStream("/plugins.config")) {
            String text = new String(config.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text.lines().filter(line -> !line.startsWith("#")))
                    .as("other paths would appear twice in Fiji's menu")
                    .hasSize(8)
                    .containsExactlyInAnyOrderElementsOf(entries);
        }
    }

    @Test
    void aMacrosNameStartsWithThePluginsName() {
        assertThat(commands)
                .as("macro names are global in ImageJ")
                .allSatisfy(
                        info ->
                                assertThat(info.getMenuPath().getLeaf().getName())
                                        .startsWith("OneModel "));
    }

    @Test
    void whatAsksForSomethingEndsWithDots() {
        for (CommandInfo info : commands) {
            assertThat(info.getMenuPath().getLeaf().getName().endsWith("..."))
                    .as(info.getTitle())
                    .isEqualTo(!inputs(info).isEmpty());
        }
    }

    @Test
    void everyInputIsTheSameKeyInFijiAndInPlainImageJ() {
        for (CommandInfo info : commands) {
            for (ModuleItem<?> item : inputs(info)) {
                assertThat(item.getName()).as(info.getClassName()).matches("[a-z]+");
                assertThat(Macro.trimKey(item.getLabel()))
                        .as("Fiji records the name, plain ImageJ the label's first word")
                        .isEqualTo(item.getName());
            }
        }
    }

    @Test
    void everyInputIsTextOrAFileOrAnImageAndNeverRemembered() {
        for (CommandInfo info : commands) {
            for (ModuleItem<?> item : inputs(info)) {
                assertThat(item.getType())
                        .as(
                                "%s of %s: SciJava makes 0 of a number it can't read, and plain"
                                        + " ImageJ's dialog knows only text and files",
                                item.getName(), info.getClassName())
                        .isIn(String.class, ImagePlus.class, File.class);
                assertThat(item.isPersisted())
                        .as("%s: last time's value would silently apply", item.getName())
                        .isFalse();
                if (item.getType() != ImagePlus.class) {
                    assertThat(item.getDefaultValue())
                            .as("%s: nulls are not recorded and ask on replay", item.getName())
                            .isNotNull();
                }
            }
        }
    }
}
