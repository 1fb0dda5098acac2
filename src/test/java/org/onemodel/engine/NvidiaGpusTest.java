/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NvidiaGpusTest {

    private static final String LIST =
            """
            GPU 0: NVIDIA H100 80GB HBM3 (UUID: GPU-5f6c)
              MIG 1g.10gb     Device  0: (UUID: MIG-1)
            GPU 1: NVIDIA GeForce RTX 3060
            """;
    private static final String TABLE =
            """
            +-----------------------------------------------------------------------------------+
            | NVIDIA-SMI 550.54.15     Driver Version: 550.54.15      CUDA Version: 12.4     |
            |-----------------------------------------+------------------------+----------------+
            """;

    @Test
    void namesDriverAndItsCudaAreRead() {
        NvidiaGpus gpus = NvidiaGpus.parse(LIST, TABLE);

        assertThat(gpus.names())
                .containsExactly("NVIDIA H100 80GB HBM3", "NVIDIA GeForce RTX 3060");
        assertThat(gpus.driver()).isEqualTo("550.54.15");
        assertThat(gpus.cuda()).isEqualTo(124);
    }

    @Test
    void aMachineWithoutTheDriversProgramHasNone() {
        assertThat(NvidiaGpus.detect("no-such-program-as-this").isEmpty()).isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // its scripts have another form
    void theProgramIsAsked(@TempDir Path folder) throws IOException {
        Path program =
                program(
                        folder,
                        "if [ \"$1\" = -L ]; then\n"
                                + echo(LIST)
                                + "else\n"
                                + echo(TABLE)
                                + "fi\n");
        assertThat(NvidiaGpus.detect(program.toString())).isEqualTo(NvidiaGpus.parse(LIST, TABLE));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDriverThatFailsHasNone(@TempDir Path folder) throws IOException {
        Path program =
                program(
                        folder,
                        "echo 'NVIDIA-SMI has failed because it could not communicate with the"
                                + " NVIDIA driver.'\nexit 9\n");
        assertThat(NvidiaGpus.detect(program.toString())).isEqualTo(NvidiaGpus.NONE);
    }

    private static String echo(String text) {
        return "cat <<'END'\n" + text + "END\n";
    }

    private static Path program(Path folder, String script) throws IOException {
        Path program = folder.resolve("nvidia-smi");
        Files.writeString(program, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }
}
