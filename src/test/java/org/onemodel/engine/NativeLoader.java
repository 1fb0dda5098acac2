/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

/**
 * Loads native libraries for DJL, which finds it by the property {@code
 * ai.djl.pytorch.native_helper}; in the middle of that, it does what the property {@code
 * test.loading} says: {@code halt} ends Java as a crash of native code does, {@code wait} stays
 * there.
 */
public final class NativeLoader {

    /** What is printed when it waits. */
    public static final String WAITING = "Loading.";

    /** The exit code of a Java whose native code crashed. */
    public static final int CRASHED = 134;

    private NativeLoader() {}

    /** Called by DJL for each file. */
    public static void load(String path) throws InterruptedException {
        String doing = System.getProperty("test.loading", "");
        if (doing.equals("halt")) {
            Runtime.getRuntime().halt(CRASHED);
        }
        if (doing.equals("wait")) {
            System.out.println(WAITING);
            Thread.sleep(Long.MAX_VALUE);
        }
        System.load(path);
    }
}
