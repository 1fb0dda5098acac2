/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.util.Arrays;

/**
 * Decompresses LZW as in section 13 of TIFF 6.0: codes of 9 to 12 bits, the highest bit first.
 *
 * <p>The string of a code has been written before, so that the table only tells where.
 */
final class LzwDecoder {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST = 258;
    private static final int CODES = 4096;
    private static final int LONGEST = 12;

    private final byte[] packed;
    private final byte[] target;
    private final int[] starts = new int[CODES];
    private final int[] lengths = new int[CODES];
    private long bit;

    /**
     * A decoder for one strip or tile.
     *
     * @param packed compressed bytes
     * @param target takes what they mean, up to its end
     */
    LzwDecoder(byte[] packed, byte[] target) {
        this.packed = packed;
        this.target = target;
        Arrays.fill(lengths, 0, CLEAR, 1);
    }

    /** How many bytes were written; fewer than the target has if the codes end or make no sense. */
    int decode() {
        int written = 0;
        int free = FIRST;
        int previousStart = -1;
        int previousLength = 0;
        while (written < target.length) {
            int code = next(width(free));
            if (code == CLEAR) {
                free = FIRST;
                previousStart = -1;
                continue;
            }
            if (code < 0 || code == END) {
                break;
            }
            if (previousStart >= 0 && free < CODES) {
                starts[free] = previousStart;
                lengths[free] = previousLength + 1;
                free++;
            }
            if (code >= free) {
                break;
            }
            int start = written;
            written = write(code, written);
            previousStart = start;
            previousLength = written - start;
        }
        return written;
    }

    private int write(int code, int at) {
        if (code < CLEAR) {
            target[at] = (byte) code;
            return at + 1;
        }
        int from = starts[code];
        int length = Math.min(lengths[code], target.length - at);
        // Byte by byte: a string may reach into its own copy.
        for (int i = 0; i < length; i++) {
            target[at + i] = target[from + i];
        }
        return at + length;
    }

    /** Bits of the next code: encoders take one more just before they need it. */
    private static int width(int free) {
        return Math.min(LONGEST, Integer.SIZE - Integer.numberOfLeadingZeros(free + 1));
    }

    private int next(int width) {
        if (bit + width > 8L * packed.length) {
            return -1;
        }
        int at = (int) (bit >> 3);
        int bits = 0;
        for (int i = 0; i < 3; i++) {
            bits = bits << 8 | (at + i < packed.length ? packed[at + i] & 0xff : 0);
        }
        int code = bits >> 24 - (int) (bit & 7) - width & (1 << width) - 1;
        bit += width;
        return code;
    }
}
