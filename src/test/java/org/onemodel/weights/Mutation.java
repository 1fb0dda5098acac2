/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.util.Random;

/** One way to damage a file. */
interface Mutation {

    /** Numbers at which readers stumble. */
    long[] EDGES = {
        0,
        1,
        -1,
        2,
        127,
        128,
        255,
        256,
        32767,
        65535,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 31,
        0xffffffffL,
        1L << 32,
        1L << 53,
        1L << 62,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    /**
     * Damages a file.
     *
     * @param file the bytes, not changed
     * @param random decides where and how
     * @return other bytes; any file can be damaged, also one that is so already
     */
    byte[] apply(byte[] file, Random random);

    /** One of the numbers at which readers stumble. */
    static long edge(Random random) {
        return EDGES[random.nextInt(EDGES.length)];
    }

    /** A place in a file, 0 in an empty one. */
    static int place(byte[] file, Random random) {
        return random.nextInt(Math.max(file.length, 1));
    }

    /** The file with some of its bytes replaced by others, as many or not. */
    static byte[] replace(byte[] file, int start, int end, byte[] bytes) {
        byte[] changed = new byte[file.length - (end - start) + bytes.length];
        System.arraycopy(file, 0, changed, 0, start);
        System.arraycopy(bytes, 0, changed, start, bytes.length);
        System.arraycopy(file, end, changed, start + bytes.length, file.length - end);
        return changed;
    }
}
