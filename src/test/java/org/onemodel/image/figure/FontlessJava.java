/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a program in a Java that finds no fonts, as on a small server; works on Linux. */
public final class FontlessJava {

    private FontlessJava() {}

    /**
     * Runs a program.
     *
     * @param folder an empty one
     * @param program the class with its main method
     * @return the lines that it printed
     */
    public static List<String> run(Path folder, Class<?> program)
            throws IOException, InterruptedException {
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        Path configuration = folder.resolve("fonts.conf");
        String element = "<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>";
        Files.writeString(configuration, element.formatted(nothing, nothing));
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-Duser.home=" + nothing, // with a cache of fonts
                        "-Dsun.java2d.fontpath=" + nothing,
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        program.getName());
        builder.environment().put("FONTCONFIG_FILE", configuration.toString());
        Process process = builder.redirectErrorStream(true).start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(printed);
        }
        return printed.lines().toList();
    }
}
