/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.util.Locale;

/**
 * An operating system and processor, as they stand in names of jars with native libraries.
 *
 * @param classifier such as {@code linux-x86_64}
 */
record NativeSystem(String classifier) {

    /**
     * The one that runs this program.
     *
     * @return the system
     */
    static NativeSystem current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /**
     * One by Java's names.
     *
     * @param name such as {@code Mac OS X}
     * @param processor such as {@code amd64}
     * @return the system
     */
    static NativeSystem of(String name, String processor) {
        String lower = name.toLowerCase(Locale.ROOT);
        String system = lower.startsWith("mac") ? "osx" : lower.startsWith("win") ? "win" : "linux";
        boolean isArm = processor.equals("aarch64") || processor.equals("arm64");
        return new NativeSystem(system + "-" + (isArm ? "aarch64" : "x86_64"));
    }

    /**
     * Whether a jar is for it.
     *
     * @param jar name of the jar
     * @return true if its name ends with the system
     */
    boolean fits(String jar) {
        return jar.endsWith("-" + classifier + ".jar");
    }
}
