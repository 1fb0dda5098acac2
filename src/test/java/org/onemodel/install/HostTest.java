/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostTest {

    @TempDir private Path temporary;
    private Path folder;

    @BeforeEach
    void resolveLinks() throws IOException {
        folder = temporary.toRealPath();
    }

    private void file(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }

    private void folders(String path) throws IOException {
        Files.createDirectories(folder.resolve(path));
    }

    private void finds(String given, HostKind kind, String root) throws IOException {
        assertThat(Host.find(folder.resolve(given)))
                .isEqualTo(new Host(kind, folder.resolve(root)));
    }

    @Test
    void plainImageJHasItsJarBesidePlugins() throws IOException {
        file("ImageJ/ij.jar");
        folders("ImageJ/plugins");
        finds("ImageJ", HostKind.IMAGEJ, "ImageJ");
        finds("ImageJ/plugins", HostKind.IMAGEJ, "ImageJ");
        finds("", HostKind.IMAGEJ, "ImageJ");
    }

    @Test
    void plainImageJOnMacOsHasItsJarInTheApplication() throws IOException {
        file("ImageJ/ImageJ.app/Contents/Java/ij.jar");
        folders("ImageJ/plugins");
        finds("ImageJ", HostKind.IMAGEJ, "ImageJ");
        finds("ImageJ/ImageJ.app", HostKind.IMAGEJ, "ImageJ");
    }

    @Test
    void earlierFijiIsOneFolderOnAllSystems() throws IOException {
        file("Fiji.app/jars/imagej-legacy-1.2.1.jar");
        folders("Fiji.app/plugins");
        folders("Fiji.app/Contents/MacOS");
        finds("Fiji.app", HostKind.FIJI, "Fiji.app");
        finds("", HostKind.FIJI, "Fiji.app");
        finds("Fiji.app/jars", HostKind.FIJI, "Fiji.app");
    }

    @Test
    void newFijiHasTheApplicationInside() throws IOException {
        file("Fiji/jars/imagej-legacy-2.0.3.jar");
        folders("Fiji/Fiji.app/Contents/MacOS");
        finds("Fiji", HostKind.FIJI, "Fiji");
        finds("Fiji/Fiji.app", HostKind.FIJI, "Fiji");
        finds("", HostKind.FIJI, "Fiji");
    }

    @Test
    void fijiWithAnOwnImageJJarIsFiji() throws IOException {
        file("Fiji/jars/imagej-legacy.jar");
        file("Fiji/ij.jar");
        folders("Fiji/plugins");
        finds("Fiji", HostKind.FIJI, "Fiji");
    }

    @Test
    void severalHostsInAFolderAreNamed() throws IOException {
        file("Fiji/jars/imagej-legacy-2.0.3.jar");
        file("ImageJ/ij.jar");
        folders("ImageJ/plugins");
        assertThatThrownBy(() -> Host.find(folder))
                .isInstanceOf(InstallException.class)
                .hasMessage(
                        folder + " holds several: Fiji, ImageJ; give the folder of one of them.");
    }

    @Test
    void aHostOfAnotherNameInsideIsNotGuessed() throws IOException {
        file("somebody/ij.jar");
        folders("somebody/plugins");
        refuses("");
        finds("somebody", HostKind.IMAGEJ, "somebody");
    }

    @Test
    void otherFoldersAreRefusedInASentence() throws IOException {
        folders("photos/plugins");
        refuses("photos");
        file("other/jars/imagej-legacyfoo.jar");
        refuses("other");
        assertThatThrownBy(() -> Host.find(folder.resolve("missing")))
                .isInstanceOf(InstallException.class)
                .hasMessageStartingWith("There is no folder");
        file("note.txt");
        assertThatThrownBy(() -> Host.find(folder.resolve("note.txt")))
                .isInstanceOf(InstallException.class)
                .hasMessageContaining("is not a folder");
    }

    private void refuses(String path) {
        assertThatThrownBy(() -> Host.find(folder.resolve(path)))
                .isInstanceOf(InstallException.class)
                .hasMessageContaining("is neither Fiji (jars/imagej-legacy-*.jar) nor ImageJ");
    }
}
