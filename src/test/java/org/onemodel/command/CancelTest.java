/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onemodel.restore.TinyModel;
import org.onemodel.service.OneModelService;
import org.scijava.AbstractContextual;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

/** The ways in which a user cancels a command that runs. */
class CancelTest {

    private static final String MODELS = "onemodel.models";

    @TempDir private static Path models;
    private static String modelsBefore;
    private static Context context;

    @BeforeAll
    static void start() throws IOException {
        TinyBundle.write(models);
        modelsBefore = System.setProperty(MODELS, models.toString());
        context = new Context(CommandService.class, OneModelService.class);
    }

    @AfterAll
    static void stop() {
        context.dispose();
        IJ.resetEscape();
        if (modelsBefore == null) {
            System.clearProperty(MODELS);
        } else {
            System.setProperty(MODELS, modelsBefore);
        }
    }

    private static Stream<Arguments> commandsAndWays() {
        Map<String, BiConsumer<Module, Task>> ways =
                Map.of(
                        "Escape key",
                        (module, task) -> IJ.setKeyDown(KeyEvent.VK_ESCAPE),
                        "task's button",
                        (module, task) -> task.cancel("pressed"),
                        "command's own cancel",
                        (module, task) -> ((Cancelable) module).cancel("not wanted"));
        List<Arguments> commands =
                List.of(
                        Arguments.of(Denoise.class, "Denoise"),
                        Arguments.of(Reconstruct.class, "Reconstruct"),
                        Arguments.of(ScaleNoise.class, "Scale noise"));
        return commands.stream()
                .flatMap(
                        command ->
                                ways.entrySet().stream()
                                        .map(
                                                way ->
                                                        Arguments.of(
                                                                command.get()[0],
                                                                command.get()[1],
                                                                way.getKey(),
                                                                way.getValue())));
    }

    @ParameterizedTest(name = "{1} by the {2}")
    @MethodSource("commandsAndWays")
    void aCommandThatRunsEndsWithoutAResult(
            Class<? extends Command> command,
            String title,
            String way,
            BiConsumer<Module, Task> cancel)
            throws Exception {
        ImagePlus image = TinyModel.image(64, 64, 500, 8);
        List<Integer> before = hashes(image);

        Module module = run(command, image, cancel);

        assertThat(((Cancelable) module).isCanceled()).isTrue();
        assertThat(((Cancelable) module).getCancelReason())
                .isEqualTo(title + " was canceled; nothing was changed.");
        assertThat(module.getOutput("result")).isNull();
        assertThat(hashes(image)).isEqualTo(before);

        ImagePlus small = TinyModel.image(40, 40, 1, 8);
        Module again = run(command, small, (unused, task) -> {});
        assertThat(again.getOutput("result")).as("the next run").isInstanceOf(ImagePlus.class);
    }

    @Test
    void theResidualIsCanceledTooAndThenThereIsNoResultEither() throws Exception {
        ImagePlus image = TinyModel.image(64, 64, 50, 8);

        Module module =
                run(
                        Denoise.class,
                        image,
                        "OneModel Residual",
                        (command, task) -> task.cancel("pressed"),
                        "residual",
                        "yes");

        assertThat(((Cancelable) module).getCancelReason())
                .isEqualTo("Residual was canceled; nothing was changed.");
        assertThat(module.getOutput("result")).isNull();
        assertThat(module.getOutput("difference")).isNull();
    }

    private static List<Integer> hashes(ImagePlus image) {
        return IntStream.rangeClosed(1, image.getStackSize())
                .mapToObj(i -> Arrays.hashCode((byte[]) image.getStack().getPixels(i)))
                .toList();
    }

    /** Runs a command, and cancels it once its progress is seen. */
    private static Module run(
            Class<? extends Command> command, ImagePlus image, BiConsumer<Module, Task> cancel)
            throws Exception {
        return run(command, image, "", cancel, "batch", "1");
    }

    /** Runs a command, and cancels it once a task of it is seen: of any name, or of one. */
    private static Module run(
            Class<? extends Command> command,
            ImagePlus image,
            String taskName,
            BiConsumer<Module, Task> cancel,
            String option,
            String value)
            throws Exception {
        ModuleService modules = context.service(ModuleService.class);
        Module module =
                modules.createModule(context.service(CommandService.class).getCommand(command));
        Canceler canceler = new Canceler(module, taskName, cancel);
        context.inject(canceler);
        Map<String, Object> inputs =
                Map.of("image", image, "model", TinyBundle.NAME, "device", "cpu", option, value);
        Module done = modules.run(module, true, inputs).get();
        canceler.ended = true;
        return done;
    }

    private static final class Canceler extends AbstractContextual {

        private final Module module;
        private final String taskName;
        private final BiConsumer<Module, Task> cancel;
        private volatile boolean ended;

        Canceler(Module module, String taskName, BiConsumer<Module, Task> cancel) {
            this.module = module;
            this.taskName = taskName;
            this.cancel = cancel;
        }

        @EventHandler
        void onEvent(TaskEvent event) {
            Task task = event.getTask();
            boolean seen =
                    taskName.isEmpty()
                            ? task.getProgressValue() > 0
                            : task.getName().equals(taskName);
            if (!ended && seen) {
                ended = true;
                cancel.accept(module, task);
            }
        }
    }
}
