/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.command.TinyBundle;

/** A macro that calls a command again and again. */
class ManyCallsTest {

    private static final int LEVEL_AFTER = 50;
    private static final int CALLS = 200;

    /** What 150 calls may add: a leak of one plane of the image in each would be 91 MiB. */
    private static final long KIBIBYTES = 80 * 1024;

    @TempDir private Path folder;

    @Test
    void twoHundredCallsReloadNoModelAndMemoryStaysLevel() throws IOException {
        // The heap is in memory as a whole from the start, so that what grows is outside of it.
        try (MacroHost host =
                new MacroHost(folder, "-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch")) {
            String open =
                    "setBatchMode(true); newImage('noise', '8-bit noise', 400, 400, 1);"
                            + "input = getImageID(); ";
            String answer = host.answer(open + loop(1) + "return '' + nImages;");
            assertThat(answer).isEqualTo("1");
            spoil(folder.resolve("models").resolve(TinyBundle.NAME));

            assertThat(host.answer(open + loop(LEVEL_AFTER) + "return '' + nImages;"))
                    .as("a model that is loaded once more would be found damaged")
                    .isEqualTo("1");
            long before = resident(host);
            assertThat(host.answer(open + loop(CALLS - LEVEL_AFTER) + "return '' + nImages;"))
                    .isEqualTo("1");

            assertThat(resident(host) - before).isLessThan(KIBIBYTES);
        }
    }

    private static String loop(int calls) {
        return "for (i = 0; i < "
                + calls
                + "; i++) { selectImage(input);"
                + " run('OneModel Denoise...', 'model=tiny device=cpu'); close(); }"
                + " call('java.lang.System.gc'); ";
    }

    /** Weights of the same length that do not have their checksum. */
    private static void spoil(Path bundle) throws IOException {
        Path weights = bundle.resolve("weights.safetensors");
        Files.write(weights, new byte[(int) Files.size(weights)]);
    }

    /** Memory of the process, in KiB. */
    private static long resident(MacroHost host) throws IOException {
        Path status = Path.of("/proc", String.valueOf(host.pid()), "status");
        assumeTrue(Files.exists(status), "only Linux tells a process's memory in /proc");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
