/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Java without native library, and a server on this machine that has the real jars of it, which
 * are those that the build has on its class path.
 */
class EngineConsentTest {

    private static final int LONGEST = 300; // s

    @TempDir private Path folder;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private List<Path> jars;
    private String classPath;
    private HttpServer server;

    @BeforeEach
    void serveTheJars() throws IOException {
        List<String> all =
                List.of(
                        System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path"))
                                .split(File.pathSeparator));
        jars = all.stream().filter(EngineConsentTest::isNative).map(Path::of).toList();
        assumeTrue(jars.size() == 2, "PyTorch is not published for this machine");
        classPath =
                all.stream()
                        .filter(entry -> !isNative(entry))
                        .collect(Collectors.joining(File.pathSeparator));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private static boolean isNative(String entry) {
        String name = new File(entry).getName();
        return name.startsWith("pytorch-native-") || name.startsWith("pytorch-jni-");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        Path jar =
                jars.stream()
                        .filter(file -> path.endsWith("/" + file.getFileName()))
                        .findFirst()
                        .orElseThrow();
        exchange.sendResponseHeaders(200, Files.size(jar));
        Files.copy(jar, exchange.getResponseBody());
        exchange.close();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private List<String> run(boolean agrees) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-Duser.home=" + folder,
                                "-DENGINE_CACHE_DIR=" + folder.resolve("cache"),
                                "-Donemodel.engine.maven=http://127.0.0.1:"
                                        + server.getAddress().getPort()
                                        + "/m2",
                                "-Dtest.agrees=" + agrees,
                                "-cp",
                                classPath,
                                ConsentProgram.class.getName())
                        .redirectErrorStream(true)
                        .start();
        CompletableFuture.delayedExecutor(LONGEST, TimeUnit.SECONDS)
                .execute(process::destroyForcibly);
        List<String> lines = new ArrayList<>();
        process.inputReader().lines().forEach(lines::add);
        process.waitFor();
        return lines;
    }

    @Test
    void nothingComesUntilTheUserAgreesAndThenOnce() throws Exception {
        List<String> refused = run(false);
        assertThat(refused)
                .anyMatch(line -> line.startsWith(ConsentProgram.ASKED + "PyTorch 2."))
                .anyMatch(
                        line ->
                                line.startsWith(
                                        ConsentProgram.REFUSED
                                                + "PyTorch, which computes, is not installed:"));
        assertThat(requests).isEmpty();
        assertThat(folder.resolve("cache")).doesNotExist();

        List<String> agreed = run(true);
        assertThat(agreed)
                .anyMatch(line -> line.startsWith(ConsentProgram.ASKED + "PyTorch 2."))
                .anyMatch(line -> line.startsWith(ConsentProgram.STARTED + "[cpu"));
        assertThat(requests).hasSize(2);
        try (Stream<Path> folders = Files.list(folder.resolve("cache/pytorch"))) {
            assertThat(folders).as("nothing but the library is left").hasSize(1);
        }

        List<String> later = run(false);
        assertThat(later)
                .noneMatch(line -> line.startsWith(ConsentProgram.ASKED))
                .anyMatch(line -> line.startsWith(ConsentProgram.STARTED + "[cpu"));
        assertThat(requests).hasSize(2);
    }
}
