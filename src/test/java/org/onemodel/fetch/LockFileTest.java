/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {

    @TempDir Path folder;

    /** Another process: says whether it got the lock, and holds it until its input ends. */
    static final class Other {

        private Other() {}

        public static void main(String[] args) throws IOException {
            boolean locked = LockFile.tryLock(Path.of(args[0])).isPresent();
            System.out.println(locked);
            while (System.in.read() >= 0) {
                // Waits.
            }
            Runtime.getRuntime().halt(0); // without letting go
        }
    }

    private static Process start(Path lock) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        lock.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String answer(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream())).readLine();
    }

    private static void end(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    @Test
    void aSecondThreadIsKeptAwayAndLeavesTheLockAsItIs() throws Exception {
        Path path = folder.resolve("lock");
        try (LockFile lock = LockFile.tryLock(path).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(LockFile.tryLock(path)).isEmpty();

            Process other = start(path);
            assertThat(answer(other)).isEqualTo("false");
            end(other);
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void aSecondProcessIsKeptAwayUntilTheFirstIsGone() throws Exception {
        Path path = folder.resolve("lock");
        Process other = start(path);
        assertThat(answer(other)).isEqualTo("true");

        assertThat(LockFile.tryLock(path)).isEmpty();

        end(other);
        assertThat(path).exists();
        try (LockFile lock = LockFile.tryLock(path).orElseThrow()) {
            assertThat(lock).isNotNull();
        }
        assertThat(path).doesNotExist();
    }
}
