/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damage to a pickle that leaves its operations whole, so that it gets past the first of them. */
enum PickleMutation implements Mutation {
    REPLACE_AN_OPERATION {
        @Override
        byte[] apply(byte[] file, Operation operation, List<Operation> all, Random random) {
            byte[] changed = file.clone();
            changed[operation.start] = (byte) CODES.charAt(random.nextInt(CODES.length()));
            return changed;
        }
    },
    DROP_AN_OPERATION {
        @Override
        byte[] apply(byte[] file, Operation operation, List<Operation> all, Random random) {
            return Mutation.replace(file, operation.start, operation.end, new byte[0]);
        }
    },
    COPY_OPERATIONS {
        @Override
        byte[] apply(byte[] file, Operation operation, List<Operation> all, Random random) {
            int from = random.nextInt(all.size());
            int to = Math.min(all.size() - 1, from + random.nextInt(12));
            byte[] run = Arrays.copyOfRange(file, all.get(from).start, all.get(to).end);
            return Mutation.replace(file, operation.start, operation.start, run);
        }
    },
    SWAP_ARGUMENTS {
        @Override
        byte[] apply(byte[] file, Operation operation, List<Operation> all, Random random) {
            Operation other = all.get(random.nextInt(all.size()));
            byte[] bytes = Arrays.copyOfRange(file, other.start, other.end);
            return Mutation.replace(file, operation.start, operation.end, bytes);
        }
    },
    INSERT_AN_OPERATION {
        @Override
        byte[] apply(byte[] file, Operation operation, List<Operation> all, Random random) {
            byte[] code = {(byte) CODES.charAt(random.nextInt(CODES.length()))};
            return Mutation.replace(file, operation.start, operation.start, code);
        }
    },
    SET_AN_ARGUMENT {
        @Override
        byte[] apply(byte[] file, Operation operation, List<Operation> all, Random random) {
            int size = Math.min(operation.end - operation.start - 1, 1 << random.nextInt(4));
            byte[] number = littleEndian(Mutation.edge(random));
            int start = operation.start + 1;
            return Mutation.replace(
                    file, start, start + size, Arrays.copyOf(number, Math.min(size, 8)));
        }
    },
    SET_A_NUMBER {
        @Override
        byte[] apply(byte[] file, Operation operation, List<Operation> all, Random random) {
            Operation number = of("KMJ\u008a", file, operation, all, random);
            byte[] other = new byte[10];
            other[0] = (byte) 0x8a;
            other[1] = 8;
            System.arraycopy(littleEndian(Mutation.edge(random)), 0, other, 2, 8);
            return Mutation.replace(file, number.start, number.end, other);
        }
    },
    SET_A_MEMO_INDEX {
        @Override
        byte[] apply(byte[] file, Operation operation, List<Operation> all, Random random) {
            Operation memo = of("hqjr", file, operation, all, random);
            byte[] other = {(byte) (random.nextBoolean() ? 'h' : 'q'), (byte) random.nextInt(40)};
            return Mutation.replace(file, memo.start, memo.end, other);
        }
    },
    SET_A_GLOBAL {
        @Override
        byte[] apply(byte[] file, Operation operation, List<Operation> all, Random random) {
            Operation global = of("c", file, operation, all, random);
            String[] names = TorchPickle.GLOBALS.keySet().stream().sorted().toArray(String[]::new);
            String name =
                    random.nextInt(8) == 0 ? "os.system" : names[random.nextInt(names.length)];
            int dot = name.lastIndexOf('.');
            String other = "c" + name.substring(0, dot) + "\n" + name.substring(dot + 1) + "\n";
            return Mutation.replace(
                    file, global.start, global.end, other.getBytes(StandardCharsets.US_ASCII));
        }
    };

    /** All operations of data, and some others. */
    private static final String CODES =
            "()].}Nh2qr0tsuabeRQKMJGXTUBCcioPlxd\u0080\u0081\u0082\u0085\u0086\u0087\u0088\u0089"
                    + "\u008a\u008b\u008c\u008d\u008e\u008f\u0090\u0091\u0092\u0093\u0094\u0095";

    private record Operation(int start, int end) {}

    abstract byte[] apply(byte[] file, Operation operation, List<Operation> all, Random random);

    @Override
    public byte[] apply(byte[] file, Random random) {
        List<Operation> all = operations(file);
        return all.isEmpty()
                ? ByteMutation.any(random).apply(file, random)
                : apply(file, all.get(random.nextInt(all.size())), all, random);
    }

    /** Any of these, or damage to the bytes. */
    static Mutation any(Random random) {
        return random.nextInt(5) == 0
                ? ByteMutation.any(random)
                : values()[random.nextInt(values().length)];
    }

    /** One of the operations with one of these codes, or what was given if there is none. */
    private static Operation of(
            String codes, byte[] file, Operation none, List<Operation> all, Random random) {
        List<Operation> found =
                all.stream()
                        .filter(o -> codes.indexOf(file[o.start] & 0xff) >= 0)
                        .filter(o -> o.end > o.start + 1)
                        .toList();
        return found.isEmpty() ? new Operation(none.start, none.start) : pick(found, random);
    }

    private static Operation pick(List<Operation> operations, Random random) {
        return operations.get(random.nextInt(operations.size()));
    }

    private static byte[] littleEndian(long value) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    }

    /** The operations from the start of the file, as far as they can be told. */
    private static List<Operation> operations(byte[] file) {
        List<Operation> operations = new ArrayList<>();
        int start = 0;
        while (start < file.length && CODES.indexOf(file[start] & 0xff) >= 0) {
            long end = end(file, start);
            if (end > file.length) {
                break;
            }
            operations.add(new Operation(start, (int) end));
            start = (int) end;
        }
        return operations;
    }

    private static long end(byte[] file, int start) {
        int argument = start + 1;
        return switch (file[start] & 0xff) {
            case 'K', 'h', 'q', 0x80, 0x82 -> argument + 1;
            case 'M' -> argument + 2;
            case 'J', 'r', 'j' -> argument + 4;
            case 'G', 0x95 -> argument + 8;
            case 'U', 'C', 0x8a, 0x8c -> argument + 1 + length(file, argument, 1);
            case 'X', 'T', 'B', 0x8b -> argument + 4 + length(file, argument, 4);
            case 0x8d, 0x8e -> argument + 8 + length(file, argument, 8);
            case 'c' -> line(file, line(file, argument));
            default -> argument;
        };
    }

    private static long length(byte[] file, int start, int bytes) {
        long length = 0;
        for (int i = 0; i < bytes && start + i < file.length; i++) {
            length |= (file[start + i] & 0xffL) << 8 * i;
        }
        return length < 0 ? file.length : Math.min(length, file.length);
    }

    private static int line(byte[] file, int start) {
        int end = start;
        while (end < file.length && file[end] != '\n') {
            end++;
        }
        return end + 1;
    }
}
