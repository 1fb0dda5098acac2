/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

/**
 * A build of PyTorch: {@code cpu}, or for NVIDIA GPUs by the version of CUDA, such as {@code cu128}
 * for 12.8.
 *
 * @param name its name; {@code -precxx11} at the end marks builds for older systems
 */
public record Flavor(String name) {

    /** The build that computes on the processor only. */
    public static final Flavor CPU = new Flavor("cpu");

    private static final String CUDA = "cu";
    private static final int CUDA_MINORS = 10;

    /**
     * @throws IllegalArgumentException if there can be no such build
     */
    public Flavor {
        if (!name.matches("(cpu|cu\\d{3})(-precxx11)?")) {
            throw new IllegalArgumentException(
                    "There is no build of PyTorch named '"
                            + name
                            + "'; give cpu, or cu and the version of CUDA, such as cu128.");
        }
    }

    /** For CUDA of a version, such as 128 for 12.8. */
    static Flavor cuda(int version) {
        return new Flavor(CUDA + version);
    }

    /**
     * Whether it computes on GPUs, too.
     *
     * @return true unless it is for the processor only
     */
    public boolean isCuda() {
        return name.startsWith(CUDA);
    }

    /** The version of CUDA, such as 128 for 12.8; 0 if it is for the processor only. */
    int cuda() {
        return isCuda() ? Integer.parseInt(name.substring(CUDA.length(), CUDA.length() + 3)) : 0;
    }

    /**
     * Whether a driver runs it: one of the same or a later major version of CUDA, which keeps the
     * promise of CUDA's minor version compatibility.
     *
     * @param driver the driver's version of CUDA, such as 124 for 12.4
     */
    boolean runsOn(int driver) {
        return !isCuda() || cuda() / CUDA_MINORS <= driver / CUDA_MINORS;
    }

    @Override
    public String toString() {
        return name;
    }
}
