/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostJavaTest {

    @TempDir private Path folder;
    private Host host;

    @BeforeEach
    void makeHost() throws IOException {
        host = FakeHost.fiji(folder.toRealPath().resolve("Fiji"));
    }

    private void java(String home, String version) throws IOException {
        Path release = host.root().resolve(home).resolve("release");
        Files.createDirectories(release.getParent());
        Files.writeString(release, "IMPLEMENTOR=\"Azul\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_322, 8", "11.0.2, 11", "17, 17", "21.0.4, 21", "unknown, 0"})
    void versionsHaveTheNumberThatPeopleSay(String version, int major) {
        assertThat(new HostJava(folder, version).major()).isEqualTo(major);
    }

    @Test
    void theNewestOfAllCounts() throws IOException {
        java("java/linux-amd64/zulu8/jre", "1.8.0_322");
        java("java/linux-x64/zulu21-ca-jdk21.0.4", "21.0.4");
        assertThat(HostJava.of(host)).hasValueSatisfying(j -> assertThat(j.major()).isEqualTo(21));
    }

    @Test
    void macOsHidesItDeeply() throws IOException {
        java("java/macos-arm64/zulu21/zulu-21.jdk/Contents/Home", "21.0.7");
        assertThat(HostJava.of(host)).isPresent();
    }

    @Test
    void aHostMayHaveNone() throws IOException {
        assertThat(HostJava.of(host)).isEmpty();
    }
}
