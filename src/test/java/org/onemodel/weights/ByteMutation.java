/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** Damage that knows nothing of the format. */
enum ByteMutation implements Mutation {
    FLIP_BITS {
        @Override
        public byte[] apply(byte[] file, Random random) {
            byte[] changed = file.clone();
            for (int i = random.nextInt(8); i >= 0 && changed.length > 0; i--) {
                changed[Mutation.place(file, random)] ^= (byte) (1 << random.nextInt(8));
            }
            return changed;
        }
    },
    OVERWRITE_A_RUN {
        @Override
        public byte[] apply(byte[] file, Random random) {
            int start = Mutation.place(file, random);
            int end = Math.min(file.length, start + random.nextInt(64));
            return Mutation.replace(file, start, end, noise(end - start, random));
        }
    },
    INSERT {
        @Override
        public byte[] apply(byte[] file, Random random) {
            int start = Mutation.place(file, random);
            return Mutation.replace(file, start, start, noise(1 + random.nextInt(32), random));
        }
    },
    DELETE {
        @Override
        public byte[] apply(byte[] file, Random random) {
            int start = Mutation.place(file, random);
            int end = Math.min(file.length, start + 1 + random.nextInt(64));
            return Mutation.replace(file, start, end, new byte[0]);
        }
    },
    SWAP_BLOCKS {
        @Override
        public byte[] apply(byte[] file, Random random) {
            int size = Math.min(file.length / 2, 1 + random.nextInt(256));
            int first = random.nextInt(file.length - 2 * size + 1);
            int second = first + size + random.nextInt(file.length - first - 2 * size + 1);
            byte[] changed = file.clone();
            System.arraycopy(file, first, changed, second, size);
            System.arraycopy(file, second, changed, first, size);
            return changed;
        }
    },
    REPEAT_A_CHUNK {
        @Override
        public byte[] apply(byte[] file, Random random) {
            int start = Mutation.place(file, random);
            int end = Math.min(file.length, start + 1 + random.nextInt(512));
            byte[] chunk = Arrays.copyOfRange(file, start, end);
            byte[] changed = file;
            for (int i = random.nextInt(4); i >= 0; i--) {
                changed = Mutation.replace(changed, start, start, chunk);
            }
            return changed;
        }
    },
    CUT_AND_ADD_NOISE {
        @Override
        public byte[] apply(byte[] file, Random random) {
            int start = Mutation.place(file, random);
            return Mutation.replace(file, start, file.length, noise(random.nextInt(200), random));
        }
    },
    SET_A_NUMBER {
        @Override
        public byte[] apply(byte[] file, Random random) {
            byte[] number =
                    ByteBuffer.allocate(8)
                            .order(
                                    random.nextInt(8) == 0
                                            ? ByteOrder.BIG_ENDIAN
                                            : ByteOrder.LITTLE_ENDIAN)
                            .putLong(Mutation.edge(random))
                            .array();
            int size = Math.min(file.length, 1 << random.nextInt(4));
            int start = random.nextInt(file.length - size + 1);
            return Mutation.replace(file, start, start + size, Arrays.copyOf(number, size));
        }
    };

    private static byte[] noise(int length, Random random) {
        byte[] noise = new byte[length];
        if (random.nextBoolean()) {
            random.nextBytes(noise);
        } else {
            Arrays.fill(noise, (byte) random.nextInt(256));
        }
        return noise;
    }

    /** Any of these. */
    static ByteMutation any(Random random) {
        return values()[random.nextInt(values().length)];
    }
}
