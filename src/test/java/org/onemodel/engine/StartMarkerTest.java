/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.engine.NativeLibrary.Source;

class StartMarkerTest {

    private static final NativeLibrary LIBRARY =
            new NativeLibrary(Source.CACHE, "2.7.1", Flavor.CPU, Path.of("lib"), "lib", true);

    @TempDir private Path home;
    private SystemProperties properties;

    @BeforeEach
    void useAnEmptyHome() {
        properties = new SystemProperties().with("user.home", home.toString());
    }

    @AfterEach
    void useTheRealHome() {
        properties.close();
    }

    /** What a Java leaves that ended in the middle: the marker of this one with another number. */
    static Path leaveCrash(Path library, String work) throws IOException {
        return leave(library, work, "process", "999999999");
    }

    private static Path leave(Path library, String work, String key, String value)
            throws IOException {
        NativeLibrary of =
                new NativeLibrary(Source.CACHE, "2.7.1", Flavor.CPU, library, "lib", true);
        Properties marker = new Properties();
        try (StartMarker open = StartMarker.open(of, work);
                var in = Files.newInputStream(own())) {
            marker.load(in);
        }
        marker.setProperty(key, value);
        Path file = StartMarker.folder().resolve("999999999.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            marker.store(out, "");
        }
        return file;
    }

    private static Path own() {
        return StartMarker.folder().resolve(ProcessHandle.current().pid() + ".properties");
    }

    @Test
    void theStartOfALivingProcessIsNoCrash() throws IOException {
        try (StartMarker marker = StartMarker.open(LIBRARY, "was loaded")) {
            assertThat(own()).exists();
            assertThat(StartMarker.crashes()).isEmpty();
            assertThat(StartMarker.forget()).as("it is still under way").isEmpty();
        }
        assertThat(own()).doesNotExist();
    }

    @Test
    void aProcessThatIsGoneLeftACrash() throws IOException {
        leaveCrash(Path.of("lib"), "was loaded");

        assertThat(StartMarker.crashes())
                .singleElement()
                .satisfies(
                        crash -> {
                            assertThat(crash.isOf(LIBRARY)).isTrue();
                            assertThat(crash.sentence())
                                    .startsWith(
                                            "Java ended without a word when PyTorch 2.7.1 (cpu) in"
                                                    + " lib was loaded on 2");
                        });
    }

    @Test
    void aNumberThatCameBackForAnotherProcessIsACrash() throws IOException {
        Path file = leave(Path.of("lib"), "was loaded", "processStarted", "2001-01-01T00:00:00Z");
        assertThat(StartMarker.crashes()).hasSize(1);
        assertThat(StartMarker.forget()).containsExactly(file);
        assertThat(StartMarker.crashes()).isEmpty();
    }

    @Test
    void whatHappensOnAnotherMachineIsNotSeenFromHere() throws IOException {
        leave(Path.of("lib"), "was loaded", "machine", "node-17");
        assertThat(StartMarker.crashes()).isEmpty();
    }

    @Test
    void javasReportIsNamedIfItIsThere() throws IOException {
        leaveCrash(Path.of("lib"), "was loaded");
        Crash crash = StartMarker.crashes().get(0);
        Crash reported =
                new Crash(
                        crash.version(),
                        crash.flavor(),
                        crash.folder(),
                        crash.work(),
                        crash.time(),
                        Files.createFile(home.resolve("hs_err_pid999999999.log")));

        assertThat(crash.report()).hasFileName("hs_err_pid999999999.log");
        assertThat(crash.sentence()).doesNotContain("report");
        assertThat(reported.sentence()).contains("; Java's report is " + reported.report());
    }

    @Test
    void aFileThatIsNoMarkerIsNoCrash() throws IOException {
        Files.createDirectories(StartMarker.folder());
        Files.writeString(StartMarker.folder().resolve("1.properties"), "\\u00zz");
        assertThat(StartMarker.crashes()).isEmpty();
    }

    @Test
    void whereNothingCanBeWrittenTheWorkGoesOn() throws IOException {
        Files.writeString(home.resolve(".onemodel"), "a file in the way");
        try (StartMarker marker = StartMarker.open(LIBRARY, "was loaded")) {
            assertThat(StartMarker.crashes()).isEmpty();
        }
    }
}
