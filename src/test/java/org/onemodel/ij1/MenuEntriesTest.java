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
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.command.HelpPages;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import org.scijava.InstantiableException;
import org.scijava.ItemVisibility;
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
        commands.removeIf(
                info ->
                        !info.getClassName().startsWith("org.onemodel.")
                                || info.getMenuPath().isEmpty()); // those of tests
    }

    @AfterAll
    static void close() {
        context.dispose();
    }

    /** What users are asked: neither services nor what is only shown. */
    private static List<ModuleItem<?>> inputs(CommandInfo info) {
        List<ModuleItem<?>> inputs = new ArrayList<>();
        info.inputs().forEach(inputs::add);
        inputs.removeIf(item -> isHost(item) || item.getVisibility() == ItemVisibility.MESSAGE);
        return inputs;
    }

    private static boolean isHost(ModuleItem<?> item) {
        return item.getType() == Context.class || Service.class.isAssignableFrom(item.getType());
    }

    private static List<ModuleItem<?>> options(CommandInfo info) {
        List<ModuleItem<?>> options = inputs(info);
        options.removeIf(item -> item.getType() == boolean.class);
        return options;
    }

    /**
     * The lines that a menu in SciJava's order has: a separator where weights are further apart.
     */
    private static List<String> expectedLines(String top) {
        List<CommandInfo> sorted = new ArrayList<>(commands);
        sorted.removeIf(info -> !info.getMenuPath().get(0).getName().equals(top));
        sorted.sort(Comparator.comparingDouble(MenuEntriesTest::weight));
        List<String> lines = new ArrayList<>();
        CommandInfo before = sorted.get(0);
        for (CommandInfo info : sorted) {
            List<String> path = new ArrayList<>();
            info.getMenuPath().forEach(entry -> path.add(entry.getName()));
            String leaf = path.remove(path.size() - 1);
            String menu = String.join(">", path);
            if (weight(info) - weight(before) > 1) {
                lines.add("%s, \"-\"".formatted(menu));
            }
            lines.add(
                    "%s, \"%s\", org.onemodel.ij1.CommandPlugIn(\"%s\")"
                            .formatted(menu, leaf, info.getClassName()));
            before = info;
        }
        return lines;
    }

    private static double weight(CommandInfo info) {
        return info.getMenuPath().getLeaf().getWeight();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Plugins", "File"})
    void plainImageJHasTheMenusOfFiji(String top) throws IOException {
        try (InputStream config = MenuEntriesTest.class.getResourceAsStream("/plugins.config")) {
            String text = new String(config.readAllBytes(), StandardCharsets.UTF_8);
            List<String> ours = text.lines().filter(line -> line.startsWith(top + ">")).toList();
            assertThat(ours)
                    .as(
                            "other paths would appear twice in Fiji's menu; plugins.config needs"
                                    + " these lines:%n%s%n",
                            String.join("\n", expectedLines(top)))
                    .isEqualTo(expectedLines(top));
        }
    }

    @Test
    void eachCommandHasItsPlaceInTheMenu() {
        assertThat(commands)
                .extracting(MenuEntriesTest::weight)
                .as("without a weight of its own, a command's place depends on its name")
                .doesNotHaveDuplicates()
                .allMatch(Double::isFinite);
    }

    @Test
    void eachCommandWithOptionsHasAPageOfHelp() {
        List<String> pages =
                List.of(
                        "denoise.md",
                        "reconstruct.md",
                        "noise-maps.md",
                        "noise-sweep.md",
                        "color-grid.md",
                        "influence.md",
                        "interpolate.md",
                        "mix-styles.md",
                        "generate.md",
                        "project.md",
                        "statistics.md",
                        "train.md",
                        "models.md",
                        "engine.md");
        for (CommandInfo info : commands) {
            if (!inputs(info).isEmpty()) {
                assertThat(HelpPages.of(load(info)))
                        .as(info.getClassName())
                        .hasValueSatisfying(
                                address ->
                                        assertThat(pages)
                                                .anyMatch(
                                                        page ->
                                                                address.equals(
                                                                        "https://github.com/onemodel/onemodel/blob/main/docs/"
                                                                                + page)));
            }
        }
    }

    private static Class<?> load(CommandInfo info) {
        try {
            return info.loadClass();
        } catch (InstantiableException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyInputIsExplained() {
        for (CommandInfo info : commands) {
            for (ModuleItem<?> item : inputs(info)) {
                assertThat(item.getDescription())
                        .as("%s of %s", item.getName(), info.getClassName())
                        .isNotBlank();
            }
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
    void nothingIsRemembered() {
        for (CommandInfo info : commands) {
            for (ModuleItem<?> item : info.inputs()) {
                assertThat(item.isPersisted() && !isHost(item))
                        .as("%s: last time's value would silently apply", item.getName())
                        .isFalse();
            }
        }
    }

    @Test
    void theOnlySwitchIsThePreview() {
        for (CommandInfo info : commands) {
            List<ModuleItem<?>> switches = inputs(info);
            switches.removeAll(options(info));
            assertThat(switches)
                    .as("the hosts write checkboxes in different ways; a choice travels")
                    .allMatch(item -> item.getName().equals("preview") && info.canPreview());
        }
    }

    @Test
    void everyOptionIsTextOrAFileOrAnImage() {
        for (CommandInfo info : commands) {
            for (ModuleItem<?> item : options(info)) {
                assertThat(item.getType())
                        .as(
                                "%s of %s: SciJava makes 0 of a number it can't read, and plain"
                                        + " ImageJ's dialog knows only text and files",
                                item.getName(), info.getClassName())
                        .isIn(String.class, ImagePlus.class, File.class);
                if (item.getType() != ImagePlus.class) {
                    assertThat(item.getDefaultValue())
                            .as("%s: nulls are not recorded and ask on replay", item.getName())
                            .isNotNull();
                }
            }
        }
    }
}
