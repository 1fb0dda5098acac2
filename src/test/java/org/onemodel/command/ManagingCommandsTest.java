/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.engine.PyTorch;
import org.onemodel.model.InstalledModel;
import org.onemodel.restore.OneModelException;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

class ManagingCommandsTest {

    @TempDir private static Path home;
    private static String homeBefore;
    private static Context context;
    private static OneModelService service;

    @BeforeAll
    static void start() throws IOException {
        PyTorch.start(); // with the library of the real home
        homeBefore = System.setProperty("user.home", home.toString());
        TinyBundle.write(home.resolve("elsewhere"));
        context = new Context(CommandService.class, OneModelService.class);
        service = context.service(OneModelService.class);
    }

    @AfterAll
    static void stop() {
        context.dispose();
        System.setProperty("user.home", homeBefore);
    }

    private static void run(Class<? extends Command> command, Object... inputs)
            throws InterruptedException, ExecutionException {
        // CommandService.run gives null for dynamic commands, by SciJava's design.
        CommandInfo info = context.service(CommandService.class).getCommand(command);
        context.service(ModuleService.class).run(info, true, inputs).get();
    }

    private static void assertRefused(
            Class<? extends Command> command, String sentence, Object... inputs) {
        assertThatThrownBy(() -> run(command, inputs))
                .hasStackTraceContaining(OneModelException.class.getName() + ": ")
                .hasStackTraceContaining(sentence);
    }

    private static List<String> installed() {
        return service.modelManager().installed().stream().map(InstalledModel::name).toList();
    }

    @Test
    void aModelIsAddedOfferedCheckedAndRemoved() throws Exception {
        File bundle = home.resolve("elsewhere").resolve(TinyBundle.NAME).toFile();
        run(ManageModels.class, "action", "add", "file", bundle);

        assertThat(installed()).containsExactly("tiny", "compact-denoise");
        assertThat(service.models(null)).as("all who choose see it").startsWith("tiny");
        run(ManageModels.class, "action", "check", "name", "tiny");
        run(ManageModels.class, "action", "list");
        run(ManageModels.class, "action", "window"); // there is none here: it lists
        run(ManageModels.class, "action", "remove", "name", "tiny");
        assertThat(installed()).containsExactly("compact-denoise");
    }

    @Test
    void whatIsWrongIsToldByName() {
        assertRefused(ManageModels.class, "There is no action 'delete'", "action", "delete");
        assertRefused(ManageModels.class, "No file is given", "action", "add");
        assertRefused(ManageModels.class, "No name is given", "action", "remove");
        assertRefused(
                ManageModels.class,
                "is built in, or of another folder",
                "action",
                "remove",
                "name",
                "compact-denoise");
        assertRefused(
                ManageModels.class,
                "There is nothing to fetch under the name \"nothing\"",
                "action",
                "fetch",
                "name",
                "nothing");
        assertRefused(ManageEngine.class, "There is no action 'update'", "action", "update");
        assertRefused(
                ManageEngine.class,
                "There is no build of PyTorch named 'gpu'",
                "action",
                "install",
                "flavor",
                "gpu");
    }

    @Test
    void theEngineTellsItsStatusAndStartsAgain() throws Exception {
        run(ManageEngine.class, "action", "status");
        run(ManageEngine.class, "action", "retry");
        assertThat(service.engineManager().status().devices()).startsWith("cpu");
        assertThat(service.engineManager().report().crashes()).isEmpty();
    }
}
