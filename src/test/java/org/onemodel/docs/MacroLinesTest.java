/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onemodel.command.HelpPages;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/** Whether the commands take what the pages' macros give them. */
class MacroLinesTest {

    private static final Pattern LINE =
            Pattern.compile("run\\(\"(OneModel [^\"]*)\"(?:, *\"([^\"]*)\")?");
    private static final Pattern OPTION = Pattern.compile("([^ =]+)(?:=(\\[[^\\]]*]|[^ ]*))? *");
    private static final Set<Class<?>> TYPES = Set.of(String.class, File.class, ImagePlus.class);

    private static Context context;
    private static final Map<String, CommandInfo> COMMANDS = new HashMap<>();

    @BeforeAll
    static void findCommands() {
        context = new Context(CommandService.class, OneModelService.class);
        for (CommandInfo info : context.service(CommandService.class).getCommands()) {
            if (info.getMenuPath().size() > 0) {
                COMMANDS.put(info.getMenuPath().getLeaf().getName(), info);
            }
        }
    }

    @AfterAll
    static void close() {
        context.dispose();
    }

    static List<Page> pages() throws IOException {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyMacroLineGivesACommandWhatItTakes(Page page) {
        for (MatchResult line : page.find(LINE)) {
            if (isMacroFile(line.group(1))) {
                continue; // it reads its options itself, and refuses unknown ones
            }
            CommandInfo command = COMMANDS.get(line.group(1));
            assertThat(command).as("%s in %s", line.group(), page).isNotNull();
            String options = line.group(2) == null ? "" : line.group(2);
            OPTION.matcher(options)
                    .results()
                    .forEach(option -> check(command, option, line.group() + " in " + page));
        }
    }

    private static boolean isMacroFile(String command) {
        return Files.exists(Path.of("plugins", command.replace(' ', '_') + ".ijm"));
    }

    private static void check(CommandInfo command, MatchResult option, String where) {
        ModuleItem<?> item = command.getInput(option.group(1));
        assertThat(item).as("%s: %s", where, option.group(1)).isNotNull();
        assertThat(TYPES).as(where).contains(item.getType());
        assertThat(item.getVisibility()).as(where).isNotEqualTo(ItemVisibility.MESSAGE);
        assertThat(option.group(2)).as("%s: the value of %s", where, option.group(1)).isNotNull();
        List<?> choices = item.getChoices();
        if (choices != null && !choices.isEmpty()) {
            assertThat(choices.toString().replaceAll("[\\[\\]]", "").split(", "))
                    .as(where)
                    .contains(option.group(2));
        }
    }

    @Test
    void everyCommandIsInAPage() throws IOException {
        StringBuilder all = new StringBuilder();
        Page.all().forEach(page -> all.append(page.text()));
        assertThat(commands().map(info -> info.getMenuPath().getLeaf().getName()))
                .filteredOn(name -> !all.toString().contains(name))
                .as("commands that no page tells of")
                .isEmpty();
    }

    @Test
    void aCommandsPageExplainsEachOfItsOptions() throws ClassNotFoundException {
        for (CommandInfo info : commands().toList()) {
            Optional<String> address = HelpPages.of(Class.forName(info.getClassName()));
            if (address.isPresent()) {
                Path file = Path.of("docs", address.get().replaceAll(".*/", ""));
                assertThat(file).as(info.getClassName()).exists();
                Page page = Page.read(file);
                for (ModuleItem<?> item : info.inputs()) {
                    boolean option =
                            TYPES.contains(item.getType())
                                    && item.getVisibility() != ItemVisibility.MESSAGE;
                    if (option) {
                        assertThat(page.text()).as(file.toString()).contains("`" + item.getName());
                    }
                }
            }
        }
    }

    private static Stream<CommandInfo> commands() {
        return COMMANDS.values().stream()
                .filter(info -> info.getClassName().startsWith("org.onemodel."));
    }
}
