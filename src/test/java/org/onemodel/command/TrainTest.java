/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.model.ModelBundle;
import org.onemodel.restore.OneModelException;
import org.onemodel.service.OneModelService;
import org.onemodel.service.TrainedModel;
import org.onemodel.train.TinyTraining;
import org.onemodel.train.TrainingListener;
import org.onemodel.train.TrainingListener.Control;
import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.Module;

class TrainTest {

    @TempDir private static Path folder;
    private static TinyTraining tiny;
    private static Context context;
    private static OneModelService service;

    @BeforeAll
    static void start() {
        tiny = new TinyTraining(folder);
        context = new Context(CommandService.class, OneModelService.class);
        service = context.service(OneModelService.class);
    }

    @AfterAll
    static void stop() {
        context.dispose();
    }

    private static Module run(Object settings, String set, String mode)
            throws InterruptedException, ExecutionException {
        return context.service(CommandService.class)
                .run(Train.class, true, "settings", settings, "set", set, "mode", mode)
                .get();
    }

    private static int linesOfHistory(String name) throws Exception {
        try (Stream<String> lines = Files.lines(folder.resolve(name).resolve("history.csv"))) {
            return (int) lines.count() - 1;
        }
    }

    @Test
    void theResultIsThePathOfTheBundle() throws Exception {
        Module done = run(tiny.file("whole").toString(), "iterations=4; every.log=2", "new");

        Path bundle = folder.resolve("whole/bundle").toAbsolutePath();
        assertThat(done.getOutput("bundle")).isEqualTo(bundle.toString());
        assertThat(ModelBundle.open(bundle).description().measured()).isNotEmpty();
        assertThat(linesOfHistory("whole")).as("lines at 2 and 4").isEqualTo(2);
    }

    @Test
    void resumingGoesOnFromTheLastSnapshot() throws Exception {
        String file = tiny.file("resumed").toString();
        run(file, "iterations=2; every.log=1", "new");
        run(file, "iterations=3; every.log=1", "resume");

        assertThat(linesOfHistory("resumed")).isEqualTo(3);
        assertThat(ModelBundle.open(folder.resolve("resumed/last")).card())
                .contains("Trained for 3 of 3 iterations");
    }

    @Test
    void stoppingKeepsWhatWasLearned() throws Exception {
        AtomicInteger steps = new AtomicInteger();
        TrainedModel model =
                service.train(
                        tiny.file("stopped"),
                        Map.of("iterations", "1000"),
                        false,
                        () -> steps.incrementAndGet() < 3 ? Control.GO_ON : Control.STOP);

        assertThat(model.toString())
                .startsWith("Trained tiny: best validation psnr ")
                .endsWith(" dB, bundle " + model.bundle());
        assertThat(ModelBundle.open(model.bundle()).card())
                .contains("Trained for 3 of 1000 iterations");
    }

    @Test
    void cancelingEndsTheRunWithASentence() {
        assertThatThrownBy(
                        () ->
                                service.train(
                                        tiny.file("canceled"),
                                        Map.of(),
                                        false,
                                        () -> Control.CANCEL))
                .isInstanceOf(CancellationException.class)
                .hasMessage(
                        "Training was canceled after 1 iterations; resuming goes on from the last"
                                + " snapshot.");
        assertThat(folder.resolve("canceled/bundle")).doesNotExist();
    }

    @Test
    void progressGoesToTheStatus() {
        class Status {
            private final CountDownLatch shown = new CountDownLatch(1);

            @EventHandler
            public void onEvent(StatusEvent event) {
                if ("Train: tiny on cpu".equals(event.getStatusMessage())
                        && event.getProgressMaximum() == 2) {
                    shown.countDown();
                }
            }
        }
        Status status = new Status();
        context.service(EventService.class).subscribe(status);

        service.train(
                tiny.file("status"),
                Map.of("iterations", "2", "device", "cpu"),
                false,
                TrainingListener.NONE);

        await(status.shown);
    }

    @Test
    void aSecondRunAtTheSameTimeIsRefused() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        Thread first =
                new Thread(
                        () ->
                                service.train(
                                        tiny.file("first"),
                                        Map.of(),
                                        false,
                                        () -> {
                                            began.countDown();
                                            await(refused);
                                            return Control.STOP;
                                        }));
        first.start();
        await(began);
        try {
            assertFails(
                    tiny.file("second").toString(),
                    "",
                    "new",
                    "Another training is running; stop it, or wait for its end.");
        } finally {
            refused.countDown();
            first.join();
        }
        assertThat(folder.resolve("first/bundle")).isDirectory();
        assertThat(folder.resolve("second")).doesNotExist();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatCannotBeTrainedFailsWithASentence() {
        String good = tiny.file("good").toString();
        String missing = folder.resolve("not there.yaml").toString();

        assertFails("", "", "new", "No settings are given; give the path of a YAML file.");
        assertFails(missing, "", "new", "Configuration " + missing + " cannot be read.");
        assertFails(good, "batch=0", "new", "Setting batch must be positive.");
        assertFails(good, "bach=4", "new", "Unknown setting bach: check its spelling");
        assertFails(good, "batch", "new", "The setting 'batch' is not key=value; ");
        assertFails(good, "", "again", "There is no mode 'again'; give new or resume.");
        assertFails(good, "data.images=" + missing, "new", "");
    }

    private static void assertFails(String settings, String set, String mode, String message) {
        assertThatThrownBy(() -> run(settings, set, mode))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .cause()
                .isInstanceOf(OneModelException.class)
                .hasMessageStartingWith(message);
    }
}
