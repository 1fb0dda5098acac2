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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostLibrariesTest {

    private static final String NEEDED = "public int size() { return 1; }";

    @TempDir private Path folder;
    private Host fiji;
    private Distribution distribution;

    @BeforeEach
    void makeHost() throws IOException {
        fiji = FakeHost.fiji(folder.toRealPath().resolve("Fiji"));
        distribution = FakeHost.distribution(folder.resolve("distribution"), "1.0");
    }

    private Path jars() {
        return fiji.root().resolve("jars");
    }

    private InstallReport plan() throws IOException {
        return new Installer(fiji).plan(distribution);
    }

    private Finding only() throws IOException {
        assertThat(plan().findings()).hasSize(1);
        return plan().findings().get(0);
    }

    private void refusesWith(String... parts) {
        assertThatThrownBy(() -> new Installer(fiji).install(distribution, false))
                .isInstanceOf(InstallException.class)
                .hasMessageStartingWith("Nothing was installed")
                .hasMessageContainingAll(parts);
    }

    @Test
    void aHostWithoutTheLibraryGetsIt() throws IOException {
        assertThat(plan().findings()).isEmpty();
        assertThat(plan().put().get("jars")).contains("lib-3.0.jar");
    }

    @Test
    void aNewerOneOfTheHostStaysTheOnlyOne() throws IOException {
        FakeHost.library(jars(), "4.0", NEEDED + " public int more() { return 2; }");
        assertThat(only().kind()).isEqualTo(Finding.Kind.USED);
        assertThat(only().found()).isEqualTo("4.0");
        assertThat(only().built()).isEqualTo("3.0");
        new Installer(fiji).install(distribution, false);
        assertThat(jars().resolve("lib-3.0.jar")).doesNotExist();
        assertThat(jars().resolve("lib-4.0.jar")).exists();
    }

    @Test
    void anOlderOneThatHasAllThatIsNeededStaysToo() throws IOException {
        FakeHost.library(jars(), "2.9", NEEDED);
        assertThat(only().kind()).isEqualTo(Finding.Kind.USED);
    }

    @Test
    void oneThatLacksAMethodIsRefusedByName() throws IOException {
        FakeHost.library(jars(), "1.0", "public long size() { return 1; }"); // another type
        refusesWith(
                "jars/lib-1.0.jar (lib 1.0) can't be used by OneModel, which is built with 3.0",
                "it lacks com.example.lib.Thing.size()",
                "update Fiji with Help > Update...",
                "--force installs nonetheless");
        assertThat(jars().resolve("OneModel_-1.0.jar")).doesNotExist();
        assertThat(new Installer(fiji).install(distribution, true).put().get("jars"))
                .doesNotContain("lib-3.0.jar");
    }

    @Test
    void inheritedMethodsCount() throws IOException {
        Path lib = folder.resolve("made/lib-2.0.jar");
        TinyJar.in(folder)
                .withClass(
                        "com.example.lib.Parent",
                        "package com.example.lib; public class Parent { " + NEEDED + " }")
                .write(lib);
        TinyJar.in(folder)
                .withClass(
                        "com.example.lib.Parent",
                        "package com.example.lib; public class Parent { " + NEEDED + " }")
                .withClass(
                        "com.example.lib.Thing",
                        "package com.example.lib; public class Thing extends Parent { }",
                        lib)
                .write(jars().resolve("lib-2.0.jar"));
        assertThat(only().kind()).isEqualTo(Finding.Kind.USED);
    }

    @Test
    void aCopyInsideOfAnotherJarIsNamedIfItLacksSomething() throws IOException {
        TinyJar.in(folder)
                .withClass(
                        "com.example.lib.Thing", "package com.example.lib; public class Thing { }")
                .withClass("other.Tool", "package other; class Tool { }")
                .with(
                        "META-INF/maven/com.example/lib/pom.properties",
                        "artifactId=lib\nversion=0.1\n")
                .with("META-INF/maven/other/tool/pom.properties", "artifactId=tool\nversion=7\n")
                .write(fiji.root().resolve("plugins/Tool_all.jar"));
        assertThat(only().kind()).isEqualTo(Finding.Kind.NOTE);
        assertThat(only().sentence())
                .startsWith(
                        "plugins/Tool_all.jar holds a copy of lib 0.1 that lacks"
                                + " com.example.lib.Thing.size();");
        assertThat(plan().put().get("jars")).contains("lib-3.0.jar");
    }

    @Test
    void anImageJThatLacksAMethodIsTooOld() throws IOException {
        TinyJar.in(folder)
                .withClass("ij.IJ", "package ij; public class IJ { }")
                .write(jars().resolve("ij-1.54p.jar"));
        refusesWith("jars/ij-1.54p.jar is too old for OneModel: it lacks ij.IJ.log()");
    }

    @Test
    void anotherDjlCantBeLoadedBeside() throws IOException {
        addDjl();
        TinyJar.in(folder)
                .withClass("ai.djl.Engine", "package ai.djl; public class Engine { }")
                .write(jars().resolve("api-0.28.0.jar"));
        refusesWith(
                "jars/api-0.28.0.jar brings DJL 0.28.0 for another plugin, but OneModel needs"
                        + " 0.35.1",
                "install OneModel into a copy of Fiji without that plugin");
    }

    @Test
    void theSameDjlIsShared() throws IOException {
        addDjl();
        TinyJar.in(folder)
                .withClass("ai.djl.Engine", "package ai.djl; public class Engine { }")
                .write(jars().resolve("api-0.35.1.jar"));
        assertThat(only().kind()).isEqualTo(Finding.Kind.USED);
        assertThat(plan().put().get("jars")).doesNotContain("api-0.35.1.jar");
    }

    @Test
    void anotherPyTorchCantBeLoadedBeside() throws IOException {
        addDjl();
        TinyJar.in(folder)
                .with("native/lib/pytorch.properties", "version=1.13.1")
                .write(jars().resolve("pytorch-native-cpu-1.13.1-linux-x86_64.jar"));
        refusesWith(
                "jars/pytorch-native-cpu-1.13.1-linux-x86_64.jar brings PyTorch 1.13.1",
                "OneModel needs 2.7.1");
    }

    @Test
    void aPyTorchForTheGpuTakesThePlaceOfOurs() throws IOException {
        addDjl();
        TinyJar.in(folder)
                .with("native/lib/pytorch.properties", "version=2.7.1")
                .write(jars().resolve("pytorch-native-cu128-2.7.1-linux-x86_64.jar"));
        assertThat(only().kind()).isEqualTo(Finding.Kind.USED);
        assertThat(plan().put().get("jars")).noneMatch(name -> name.startsWith("pytorch-native"));
    }

    @Test
    void thePyTorchOfAnotherSystemIsLeftOut() throws IOException {
        String other =
                NativeSystem.current().classifier().startsWith("win")
                        ? "linux-x86_64"
                        : "win-x86_64";
        TinyJar.in(folder)
                .with("native/lib/pytorch.properties", "version=2.7.1")
                .write(
                        folder.resolve("distribution/jars")
                                .resolve("pytorch-native-cpu-2.7.1-" + other + ".jar"));
        distribution = Distribution.open(folder.resolve("distribution"));
        assertThat(only().sentence()).endsWith("is for another system and was left out.");
        assertThat(plan().put().get("jars")).noneMatch(name -> name.startsWith("pytorch-native"));
    }

    private void addDjl() throws IOException {
        Path jars = folder.resolve("distribution/jars");
        TinyJar.in(folder)
                .withClass("ai.djl.Engine", "package ai.djl; public class Engine { }")
                .write(jars.resolve("api-0.35.1.jar"));
        TinyJar.in(folder)
                .with("jnilib/pytorch.properties", "version=2.7.1")
                .write(jars.resolve("pytorch-jni-2.7.1-0.35.1.jar"));
        TinyJar.in(folder)
                .with("native/lib/pytorch.properties", "version=2.7.1")
                .write(
                        jars.resolve(
                                "pytorch-native-cpu-2.7.1-"
                                        + NativeSystem.current().classifier()
                                        + ".jar"));
        distribution = Distribution.open(folder.resolve("distribution"));
    }

    @Test
    void enginesOfJdllAreNoted() throws IOException {
        Files.createDirectories(fiji.root().resolve("engines/Pytorch-1.13.1-1.13.1-linux-x86_64"));
        assertThat(only().kind()).isEqualTo(Finding.Kind.NOTE);
        assertThat(only().jar()).isEqualTo("engines/Pytorch-1.13.1-1.13.1-linux-x86_64");
    }

    @Test
    void javaEightIsTooOld() throws IOException {
        Path release = fiji.root().resolve("java/linux-amd64/zulu8/jre/release");
        Files.createDirectories(release.getParent());
        Files.writeString(release, "JAVA_VERSION=\"1.8.0_322\"\n");
        refusesWith(
                "This Fiji comes with Java 1.8.0_322 (java/linux-amd64/zulu8/jre), but OneModel"
                        + " needs Java 17 or newer",
                "https://fiji.sc");
    }

    @Test
    void logsAreWrittenByOne() throws IOException {
        Path jars = folder.resolve("distribution/jars");
        TinyJar.in(folder)
                .with("META-INF/services/org.slf4j.spi.SLF4JServiceProvider", "x.Simple")
                .withClass("x.Simple", "package x; class Simple { }")
                .write(jars.resolve("slf4j-simple-2.0.17.jar"));
        distribution = Distribution.open(folder.resolve("distribution"));
        assertThat(plan().put().get("jars")).doesNotContain("slf4j-simple-2.0.17.jar");

        Host imageJ = FakeHost.imageJ(folder.toRealPath().resolve("ImageJ"));
        assertThat(new Installer(imageJ).plan(distribution).put().get("plugins/jars"))
                .contains("slf4j-simple-2.0.17.jar");
        TinyJar.in(folder)
                .withClass(
                        "org.slf4j.impl.StaticLoggerBinder",
                        "package org.slf4j.impl; class StaticLoggerBinder { }")
                .write(imageJ.root().resolve("plugins/Logs_.jar"));
        assertThat(new Installer(imageJ).plan(distribution).put().get("plugins/jars"))
                .doesNotContain("slf4j-simple-2.0.17.jar");
    }

    @Test
    void brokenJarsOfTheHostAreNoObstacle() throws IOException {
        Files.write(jars().resolve("broken-1.0.jar"), new byte[] {1, 2, 3});
        Files.write(jars().resolve("empty-1.0.jar"), new byte[0]);
        TinyJar.in(folder)
                .with("com/example/lib/Thing.class", "no class")
                .write(jars().resolve("lib-9.0.jar"));
        assertThat(only().kind()).isEqualTo(Finding.Kind.OBSTACLE);
        assertThat(only().sentence()).contains("it lacks com.example.lib.Thing");
    }

    @Test
    void namesOfJarsTellArtifactAndVersion() throws IOException {
        List<String> names =
                List.of(
                        "pytorch-native-cpu-2.7.1-linux-x86_64.jar",
                        "pytorch-jni-2.7.1-0.35.1.jar",
                        "OneModel_-0.1.0-SNAPSHOT.jar",
                        "imglib2-8.0.0.jar",
                        "gson.jar");
        assertThat(names)
                .map(name -> TinyJar.in(folder).write(folder.resolve("names").resolve(name)))
                .map(JarContent::read)
                .map(jar -> jar.artifact() + " " + jar.version())
                .containsExactly(
                        "pytorch-native-cpu 2.7.1",
                        "pytorch-jni 2.7.1-0.35.1",
                        "OneModel_ 0.1.0-SNAPSHOT",
                        "imglib2 8.0.0",
                        "gson ");
    }
}
