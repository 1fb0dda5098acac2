/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HugePlaneTest {

    /** A plane of floats takes 144 MB here. */
    @ParameterizedTest
    @CsvSource({"192, lazily 30000 1200 576 80", "192, rows 30000 1200"})
    void aPlaneThatIsNowhereInMemoryIsRestored(int megabytes, String arguments)
            throws IOException, InterruptedException {
        assertRestored(megabytes, arguments.split(" "));
    }

    /** Takes about ten minutes each: {@code mvn test -Dtest=HugePlaneTest -Donemodel.huge=true}. */
    @ParameterizedTest
    @EnabledIfSystemProperty(named = "onemodel.huge", matches = "true")
    @CsvSource({"512, lazily 30000 30000 960 128", "512, rows 30000 30000"})
    void aPlaneOf900MillionPixelsIsRestored(int megabytes, String arguments)
            throws IOException, InterruptedException {
        assertRestored(megabytes, arguments.split(" "));
    }

    private static void assertRestored(int megabytes, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HugePlane.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        try {
            List<String> lines = process.inputReader().lines().toList();
            assertThat(process.waitFor()).as("%s", lines).isZero();
            long pixels = Long.parseLong(arguments[1]) * Long.parseLong(arguments[2]);
            // The mean is that of the input, 999.5.
            assertThat(lines.get(lines.size() - 1))
                    .matches(pixels + " pixels of (999|1000)\\.\\d+");
        } finally {
            process.destroyForcibly();
        }
    }
}
