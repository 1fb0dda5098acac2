/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onemodel.command.TinyBundle;
import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;
import org.scijava.AbstractContextual;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.log.LogListener;
import org.scijava.log.LogService;
import org.scijava.task.Task;
import org.scijava.task.TaskService;
import org.scijava.task.event.TaskEvent;

/** What a user sees of a call, and that it can be canceled wherever it is. */
class FeedbackTest {

    private static final int SLICES = 2;

    @TempDir private static Path folder;
    private static Context context;
    private static OneModelService service;
    private static RestoreOptions options;

    private final Watcher watcher = new Watcher();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final LogListener listener = message -> lines.add(message.text());

    /** The service's methods, each of which a user may cancel. */
    private enum Tool {
        DENOISE("Denoise") {
            @Override
            Object run(ImagePlus image, BooleanSupplier canceled) {
                return service.denoise(image, options, canceled);
            }
        },
        RECONSTRUCT("Reconstruct") {
            @Override
            Object run(ImagePlus image, BooleanSupplier canceled) {
                return service.reconstruct(image, options, canceled);
            }
        },
        NOISE_MAPS("Noise maps") {
            @Override
            Object run(ImagePlus image, BooleanSupplier canceled) {
                return service.noiseMaps(image, options, false, canceled);
            }
        },
        SCALE_NOISE("Scale noise") {
            @Override
            Object run(ImagePlus image, BooleanSupplier canceled) {
                return service.scaleNoise(image, options, NoiseMapSelection.ALL, 0.5, canceled);
            }
        },
        RESIDUAL("Residual") {
            @Override
            Object run(ImagePlus image, BooleanSupplier canceled) {
                return service.residual(image, image.duplicate(), options, canceled);
            }
        };

        private final String title;

        Tool(String title) {
            this.title = title;
        }

        abstract Object run(ImagePlus image, BooleanSupplier canceled);
    }

    @BeforeAll
    static void start() throws IOException {
        TinyBundle.write(folder);
        context =
                new Context(
                        OneModelService.class,
                        StatusService.class,
                        TaskService.class,
                        LogService.class);
        service = context.service(OneModelService.class);
        options =
                RestoreOptions.defaults()
                        .withModel(folder.resolve(TinyBundle.NAME).toString())
                        .withDevice("cpu")
                        .withTile(32)
                        .withBatch(1);
    }

    @AfterAll
    static void stop() {
        context.dispose();
    }

    @BeforeEach
    void watch() {
        context.inject(watcher);
        context.service(LogService.class).addLogListener(listener);
    }

    @AfterEach
    void unwatch() {
        watcher.cancelAtStep = Long.MAX_VALUE; // SciJava may hold it longer
        context.service(LogService.class).removeLogListener(listener);
    }

    private static ImagePlus image() {
        return TinyModel.image(70, 40, SLICES, 8);
    }

    private static List<Integer> hashes(ImagePlus image) {
        return IntStream.rangeClosed(1, image.getStackSize())
                .mapToObj(i -> Arrays.hashCode((byte[]) image.getStack().getPixels(i)))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Tool.class)
    void theTaskOnlyGrowsAndIsFinished(Tool tool) {
        tool.run(image(), () -> false);

        assertThat(watcher.tasks).hasSize(1);
        Task task = watcher.tasks.get(0);
        assertThat(task.getName()).isEqualTo("OneModel " + tool.title);
        assertThat(task.isDone()).isTrue();
        assertThat(watcher.steps).isSorted();
        assertThat(task.getProgressMaximum()).isEqualTo(TaskProgress.STEPS);
        if (tool != Tool.RESIDUAL) {
            assertThat(task.getProgressValue()).isEqualTo(TaskProgress.STEPS);
            assertThat(watcher.words)
                    .startsWith("starting PyTorch", "loading the model " + TinyBundle.NAME);
        }
    }

    @ParameterizedTest
    @EnumSource(Tool.class)
    void theStatusEndsWithAFullBarAndWhatWasDone(Tool tool) throws InterruptedException {
        tool.run(image(), () -> false);

        StatusEvent end = watcher.awaitEnd();
        assertThat(end.getStatusMessage())
                .matches(
                        tool == Tool.RESIDUAL
                                ? ""
                                : tool.title
                                        + ": [12] planes? in [0-9.]+ s \\([0-9.]+ images/s\\) on cpu");
        assertThat(watcher.shown)
                .filteredOn(event -> event != end)
                .allMatch(event -> event.getProgressValue() < event.getProgressMaximum())
                .allMatch(event -> event.getStatusMessage().startsWith(tool.title));
    }

    /** However often it was asked before: while reading, before a tile, or after the last. */
    @ParameterizedTest
    @EnumSource(Tool.class)
    void cancelingAnywhereLeavesTheInputAndTheService(Tool tool) {
        ImagePlus image = image();
        List<Integer> before = hashes(image);
        AtomicInteger asked = new AtomicInteger();
        tool.run(image, () -> asked.incrementAndGet() < 0);
        int times = asked.get();
        List<Integer> restored = hashes(service.denoise(image, options));

        for (int k = 1; k <= times; k++) {
            int cancelAt = k;
            asked.set(0);
            assertThatThrownBy(() -> tool.run(image, () -> asked.incrementAndGet() >= cancelAt))
                    .as("canceled when asked for the %d. time of %d", k, times)
                    .isInstanceOf(CancellationException.class)
                    .hasMessage(tool.title + " was canceled; nothing was changed.");
            assertThat(asked).as("asked once more after yes").hasValue(k);
            assertThat(hashes(image)).isEqualTo(before);
        }
        assertThat(times).isGreaterThanOrEqualTo(SLICES);
        assertThat(watcher.tasks).allMatch(Task::isDone);
        assertThat(hashes(service.denoise(image, options))).isEqualTo(restored);
    }

    @Test
    void theTasksButtonCancels() {
        ImagePlus image = TinyModel.image(64, 64, 2000, 8); // long enough to be seen
        List<Integer> before = hashes(image);
        watcher.cancelAtStep = 1;

        assertThatThrownBy(() -> service.denoise(image, options))
                .isInstanceOf(CancellationException.class)
                .hasMessage("Denoise was canceled; nothing was changed.");

        assertThat(watcher.tasks).hasSize(1).allMatch(Task::isDone);
        assertThat(watcher.steps.get(watcher.steps.size() - 1)).isBetween(1L, 999L);
        assertThat(hashes(image)).isEqualTo(before);
    }

    @Test
    void readingALargeStackStopsAtTheNextPlane() {
        AtomicInteger read = new AtomicInteger();
        VirtualStack stack =
                new VirtualStack(48, 48) {
                    @Override
                    public ImageProcessor getProcessor(int n) {
                        read.incrementAndGet();
                        return TinyModel.plane(48, 48, n).convertToShortProcessor(false);
                    }

                    @Override
                    public int getSize() {
                        return 100_000;
                    }

                    @Override
                    public int getBitDepth() {
                        return 16;
                    }
                };
        ImagePlus image = new ImagePlus("virtual", stack);
        for (Tool tool : List.of(Tool.DENOISE, Tool.RECONSTRUCT, Tool.NOISE_MAPS)) {
            read.set(0);
            assertThatThrownBy(() -> tool.run(image, () -> read.get() > 40))
                    .isInstanceOf(CancellationException.class);
            assertThat(read.get()).as(tool.title).isBetween(41, 45);
        }
        assertThat(watcher.words).anyMatch(words -> words.matches("reading slice \\d+ of 100000"));
    }

    @Test
    void theLogGetsOneLineOfEachEnd() {
        ImagePlus image = image();

        service.denoise(image, options.withImageWords("all", "1", "all", "auto", "stack", "same"));
        assertThatThrownBy(() -> service.denoise(image, options, () -> true))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> service.denoise(image, options.withDevice("gpu:77")))
                .isInstanceOf(OneModelException.class);
        assertThatThrownBy(() -> service.reconstruct(image, options.withTile(33)))
                .isInstanceOf(OneModelException.class);

        String model = "model tiny 1\\.0, device cpu \\(asked for: cpu\\)";
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .matches(
                        "OneModel denoise: "
                                + model
                                + ", 1 plane in [0-9.]+ s \\([0-9.]+ images/s\\)");
        assertThat(lines.get(1)).matches("OneModel denoise: canceled after [0-9.]+ s; " + model);
        assertThat(lines.get(2))
                .matches(
                        "OneModel denoise: failed after [0-9.]+ s: The device 'gpu:77' was asked"
                                + " for, .* \\(model .*tiny, device asked for: gpu:77\\)");
        assertThat(lines.get(3))
                .matches(
                        "OneModel reconstruct: failed after [0-9.]+ s: The tile.* \\("
                                + model
                                + "\\)");
        assertThat(watcher.tasks).hasSize(4).allMatch(Task::isDone);
    }

    @Test
    void anyComputationWithAModelHasTheSameFeedback() {
        List<Double> asked = new ArrayList<>();
        String answer =
                service.compute(
                        "Count maps",
                        options,
                        (autoencoder, model, progress) -> {
                            progress.update(0.5, "half");
                            asked.add(0.5);
                            return model.name() + autoencoder.decoder().noiseMapSizes();
                        });

        assertThat(answer).isEqualTo("tiny[4, 8, 8, 16, 16]");
        assertThat(watcher.tasks).singleElement().matches(Task::isDone);
        assertThat(watcher.words).contains("half, 50 %");
        assertThat(lines).singleElement().asString().startsWith("OneModel count maps: model tiny");
        assertThatThrownBy(
                        () ->
                                service.compute(
                                        "Fail",
                                        options,
                                        (autoencoder, model, progress) -> {
                                            throw new IllegalArgumentException("Not so.");
                                        }))
                .isInstanceOf(OneModelException.class)
                .hasMessage("Not so.");
        assertThat(watcher.tasks).hasSize(2).allMatch(Task::isDone);
    }

    /** Keeps what SciJava's tasks and status show. */
    private static final class Watcher extends AbstractContextual {

        private final List<Task> tasks = new CopyOnWriteArrayList<>();
        private final List<Long> steps = new CopyOnWriteArrayList<>();
        private final List<String> words = new CopyOnWriteArrayList<>();
        private final List<StatusEvent> shown = new CopyOnWriteArrayList<>();
        private volatile long cancelAtStep = Long.MAX_VALUE;

        @EventHandler
        void onEvent(TaskEvent event) {
            Task task = event.getTask();
            if (!tasks.contains(task)) {
                tasks.add(task);
                steps.clear();
            }
            steps.add(task.getProgressValue());
            String message = task.getStatusMessage();
            if (message != null
                    && (words.isEmpty() || !words.get(words.size() - 1).equals(message))) {
                words.add(message);
            }
            if (task.getProgressValue() >= cancelAtStep && !task.isCanceled()) {
                task.cancel("pressed");
            }
        }

        @EventHandler
        void onEvent(StatusEvent event) {
            shown.add(event);
        }

        /** SciJava publishes later, on other threads. */
        StatusEvent awaitEnd() throws InterruptedException {
            for (int i = 0; i < 500 && end().isEmpty(); i++) {
                Thread.sleep(10);
            }
            return end().orElseThrow();
        }

        private Optional<StatusEvent> end() {
            return shown.stream()
                    .filter(event -> event.getProgressValue() == event.getProgressMaximum())
                    .findFirst();
        }
    }
}
