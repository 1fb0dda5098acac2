/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.train.TinyTraining;

/** What a night on a cluster does to a run: it is killed, or the disk is full. */
class KilledTrainingTest {

    /** Exit code of a process that signal 9 has ended. */
    private static final int KILLED = 128 + 9;

    private static final int ITERATIONS = 60;
    private static final int LONGEST_STEP = 20_000_000; // ns

    @TempDir private Path folder;
    private TinyTraining tiny;

    @BeforeEach
    void images() {
        tiny = new TinyTraining(folder);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aKilledRunWithMovingAverageAndNoiseDropoutEndsAsOneThatWasNotKilled() throws Exception {
        assertEndsAsOneThatWasNotKilled(1, "noiseDropout=0.2", "optimizer.average=0.9");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aKilledRunWithBatchStatisticsEndsAsOneThatWasNotKilled() throws Exception {
        assertEndsAsOneThatWasNotKilled(2, "architecture=" + TinyTraining.RESNET);
    }

    private void assertEndsAsOneThatWasNotKilled(long seed, String... settings) throws Exception {
        Random random = new Random(seed);
        List<String> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of("iterations=" + ITERATIONS, "every={log: 1, snapshot: 5, samples: 0}"));
        try (ChildProgram whole = ChildProgram.start(train("whole", false, all))) {
            assertThat(whole.await()).as("%s", whole.lines()).isZero();
        }
        try (ChildProgram killed = ChildProgram.start(train("killed", false, all))) {
            int last = 12 + random.nextInt(ITERATIONS - 24);
            killed.awaitLine(last + " of ");
            TimeUnit.NANOSECONDS.sleep(random.nextInt(LONGEST_STEP));
            assertThat(killed.kill()).isEqualTo(KILLED);
        }
        assertThat(snapshot("killed")).exists();
        try (ChildProgram resumed = ChildProgram.start(train("killed", true, all))) {
            assertThat(resumed.await()).as("%s", resumed.lines()).isZero();
            assertThat(resumed.lines())
                    .anyMatch(line -> line.matches("Training tiny .*: iteration [1-9]\\d* of .*"));
        }
        assertThat(snapshot("killed")).hasSameBinaryContentAs(snapshot("whole"));
        assertThat(iterations("killed"))
                .isEqualTo(IntStream.rangeClosed(1, ITERATIONS).boxed().toList());
        assertThat(historyWithoutSpeed("killed")).isEqualTo(historyWithoutSpeed("whole"));
    }

    @Test
    void theHalfWrittenSnapshotOfAKilledRunIsNotRead() throws IOException {
        assertTrains("whole", false, "iterations=20");
        assertTrains("killed", false, "iterations=10");
        Files.write(part("killed"), garbage(100_000));

        assertTrains("killed", true, "iterations=20");

        assertThat(part("killed")).doesNotExist();
        assertThat(snapshot("killed")).hasSameBinaryContentAs(snapshot("whole"));
    }

    @Test
    void aDamagedSnapshotIsOneSentence() throws IOException {
        assertTrains("run", false, "iterations=10");
        byte[] whole = Files.readAllBytes(snapshot("run"));
        for (byte[] damaged :
                List.of(
                        new byte[0],
                        Arrays.copyOf(whole, 5),
                        Arrays.copyOf(whole, 100),
                        Arrays.copyOf(whole, whole.length / 2),
                        Arrays.copyOf(whole, whole.length - 1),
                        garbage(5000))) {
            Files.write(snapshot("run"), damaged);
            Cli cli = Cli.run(train("run", true, List.of("iterations=20")));
            assertThat(cli)
                    .as("%d bytes", damaged.length)
                    .isEqualTo(
                            new Cli(
                                    1,
                                    "",
                                    "Snapshot "
                                            + snapshot("run")
                                            + " is damaged; remove it and start without --resume."));
            assertThat(snapshot("run")).hasBinaryContent(damaged);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void onAFullDiskTheSnapshotBeforeStaysAndTheRunGoesOnLater() throws Exception {
        assertTrains("whole", false, "iterations=20");
        assertTrains("full", false, "iterations=10");
        byte[] before = Files.readAllBytes(snapshot("full"));
        int kilobytes = before.length / 1024 - 1; // all else that a run writes is smaller
        List<String> settings = List.of("iterations=20");
        try (ChildProgram full =
                ChildProgram.startWithSmallDisk(kilobytes, train("full", true, settings))) {
            assertThat(full.await()).as("%s", full.lines()).isEqualTo(1);
            assertThat(full.lines().get(full.lines().size() - 1))
                    .isEqualTo(
                            "Snapshot %s could not be written (File too large); the one before, of"
                                    + " iteration 10, is still there: mend that, such as by freeing"
                                    + " disk space, and go on with --resume.",
                            snapshot("full"));
            assertThat(full.lines()).noneMatch(line -> line.startsWith("\tat "));
        }
        assertThat(snapshot("full")).hasBinaryContent(before);
        assertThat(part("full")).doesNotExist();

        assertTrains("full", true, "iterations=20");

        assertThat(snapshot("full")).hasSameBinaryContentAs(snapshot("whole"));
        assertThat(iterations("full")).containsExactly(5, 10, 15, 20);
    }

    private void assertTrains(String name, boolean resume, String... settings) {
        Cli cli = Cli.run(train(name, resume, List.of(settings)));
        assertThat(cli.exitCode()).as(cli.err()).isZero();
    }

    private Object[] train(String name, boolean resume, List<String> settings) {
        List<Object> arguments = new ArrayList<>(List.of("train", tiny.file(name)));
        settings.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        if (resume) {
            arguments.add("--resume");
        }
        return arguments.toArray();
    }

    private static byte[] garbage(int length) {
        byte[] bytes = new byte[length];
        new Random(3).nextBytes(bytes);
        return bytes;
    }

    private Path snapshot(String name) {
        return folder.resolve(name).resolve("snapshot.safetensors");
    }

    private Path part(String name) {
        return folder.resolve(name).resolve("snapshot.safetensors.part");
    }

    private List<Integer> iterations(String name) throws IOException {
        return history(name).skip(1).map(line -> Integer.valueOf(line.split(",")[0])).toList();
    }

    /** The history but for column 1, images per second. */
    private List<String> historyWithoutSpeed(String name) throws IOException {
        return history(name).map(line -> line.replaceFirst(",[^,]*,", ",")).toList();
    }

    private Stream<String> history(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name).resolve("history.csv")).stream();
    }
}
