/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class SleepingThreadsTest {

    private static final String NAME = "OMP_WAIT_POLICY";

    @Test
    void nativeLibrariesSeeThatThreadsShallSleep() throws IOException {
        assertThat(seenByLibraries(Map.of())).isEqualTo("PASSIVE");
    }

    @Test
    void whatTheUserChoseStays() throws IOException {
        assertThat(seenByLibraries(Map.of(NAME, "ACTIVE"))).isEqualTo("ACTIVE");
    }

    private static String seenByLibraries(Map<String, String> chosen) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(java, "-cp", classes, Asking.class.getName());
        builder.environment().remove(NAME);
        builder.environment().putAll(chosen);
        Process process = builder.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** A Java of its own, as OpenMP's environment is that of the process. */
    static final class Asking {

        private Asking() {}

        /** The part of the C library that is needed. */
        interface C extends Library {
            /** As in POSIX. */
            String getenv(String name);
        }

        /** Prints what a library that is loaded now sees. */
        public static void main(String[] args) {
            SleepingThreads.request(Machine.current());
            System.out.println(Native.load("c", C.class).getenv(NAME));
        }
    }
}
