/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How strips and tiles are compressed. */
enum Compression {
    NONE(1) {
        @Override
        int decode(byte[] packed, byte[] target) {
            int length = Math.min(packed.length, target.length);
            System.arraycopy(packed, 0, target, 0, length);
            return length;
        }
    },

    LZW(5) {
        @Override
        int decode(byte[] packed, byte[] target) {
            return new LzwDecoder(packed, target).decode();
        }
    },

    DEFLATE(8, 32946) {
        @Override
        int decode(byte[] packed, byte[] target) {
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(packed);
                int length = 0;
                int read;
                do {
                    read = inflater.inflate(target, length, target.length - length);
                    length += read;
                } while (read > 0 && length < target.length);
                return length;
            } catch (DataFormatException e) { // the missing bytes tell
                return 0;
            } finally {
                inflater.end();
            }
        }
    },

    PACK_BITS(32773) {
        @Override
        int decode(byte[] packed, byte[] target) {
            int from = 0;
            int to = 0;
            while (from < packed.length && to < target.length) {
                int header = packed[from++];
                int wanted = header >= 0 ? header + 1 : 1 - header;
                int length = Math.min(wanted, target.length - to);
                if (header >= 0) {
                    length = Math.min(length, packed.length - from);
                    System.arraycopy(packed, from, target, to, length);
                    from += length;
                    to += length;
                } else if (header != -128 && from < packed.length) {
                    Arrays.fill(target, to, to + length, packed[from++]);
                    to += length;
                }
            }
            return to;
        }
    };

    private final int[] codes;

    Compression(int... codes) {
        this.codes = codes;
    }

    /**
     * Decompresses a strip or tile.
     *
     * @param packed its bytes in the file
     * @param target filled from the start, and no further than its end
     * @return how many bytes were decompressed; fewer than there should be if they are damaged
     */
    abstract int decode(byte[] packed, byte[] target);

    /**
     * The compression that a directory tells.
     *
     * @throws IOException if it is none of these
     */
    static Compression of(Directory directory, TiffInput input) throws IOException {
        int code = (int) directory.number(Tag.COMPRESSION, 1);
        return Arrays.stream(values())
                .filter(value -> Arrays.stream(value.codes).anyMatch(c -> c == code))
                .findFirst()
                .orElseThrow(
                        () ->
                                input.unsupported(
                                        "its compression "
                                                + code
                                                + " is none of LZW, Deflate and PackBits"));
    }
}
