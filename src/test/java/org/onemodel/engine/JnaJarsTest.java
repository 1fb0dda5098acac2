/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JnaJarsTest {

    @TempDir private Path folder;

    private static Map<String, String> jna(String version) {
        Map<String, String> files = new LinkedHashMap<>(); // the manifest comes first
        files.put(
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nImplementation-Version: " + version + "\n");
        files.put("com/sun/jna/Native.class", "");
        return files;
    }

    @Test
    void anOlderJarThatComesFirstIsNamedWithItsVersion() throws IOException {
        ClassLoader loader =
                new JarClassPath(folder)
                        .with("jna-4.5.2.jar", jna("4.5.2 (b0)"))
                        .with("jna-5.17.0.jar", jna("5.17.0 (b0)"))
                        .loader();

        assertThat(JnaJars.conflict(loader))
                .hasValueSatisfying(
                        sentence ->
                                assertThat(sentence)
                                        .startsWith("JNA 4.5.2 of ")
                                        .contains("jna-4.5.2.jar comes before OneModel's"));
    }

    @Test
    void anOlderJarThatComesLaterDoesNoHarm() throws IOException {
        ClassLoader loader =
                new JarClassPath(folder)
                        .with("jna-5.17.0.jar", jna("5.17.0 (b0)"))
                        .with("jna-4.5.2.jar", jna("4.5.2 (b0)"))
                        .loader();

        assertThat(JnaJars.conflict(loader)).isEmpty();
    }

    @Test
    void aMissingOneIsTold() {
        assertThat(JnaJars.conflict(new JarClassPath(folder).loader()))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("JNA is missing"));
    }

    @Test
    void theOneOfThisPluginIsNewEnough() {
        assertThat(JnaJars.conflict(PyTorch.class.getClassLoader())).isEmpty();
    }
}
