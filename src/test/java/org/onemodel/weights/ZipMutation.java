/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Damage to a zip file or to a part of it. A damaged part gets the checksum that it then has, so
 * that the damage gets past the zip.
 */
enum ZipMutation implements Mutation {
    DAMAGE_THE_PICKLE {
        @Override
        void apply(Map<String, byte[]> parts, Random random) {
            parts.replaceAll(
                    (name, bytes) ->
                            name.endsWith("data.pkl")
                                    ? PickleMutation.any(random).apply(bytes, random)
                                    : bytes);
        }
    },
    DAMAGE_THE_PICKLE_AGAIN {
        @Override
        void apply(Map<String, byte[]> parts, Random random) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                DAMAGE_THE_PICKLE.apply(parts, random);
            }
        }
    },
    DAMAGE_A_PART {
        @Override
        void apply(Map<String, byte[]> parts, Random random) {
            parts.computeIfPresent(
                    any(parts, random),
                    (name, bytes) -> ByteMutation.any(random).apply(bytes, random));
        }
    },
    DROP_A_PART {
        @Override
        void apply(Map<String, byte[]> parts, Random random) {
            parts.remove(any(parts, random));
        }
    },
    RENAME_A_PART {
        @Override
        void apply(Map<String, byte[]> parts, Random random) {
            String name = any(parts, random);
            byte[] bytes = parts.remove(name);
            String[] others = {"../" + name, name + "/", "data.pkl", "b/data.pkl", "", "\u0000"};
            parts.put(others[random.nextInt(others.length)], bytes);
        }
    },
    SET_A_HEADER_FIELD {
        @Override
        public byte[] apply(byte[] file, Random random) {
            List<Integer> headers = new ArrayList<>();
            for (int i = 0; i + 4 < file.length; i++) {
                if (file[i] == 'P' && file[i + 1] == 'K' && file[i + 2] < 8 && file[i + 3] < 9) {
                    headers.add(i);
                }
            }
            if (headers.isEmpty()) {
                return ByteMutation.any(random).apply(file, random);
            }
            byte[] changed = file.clone();
            int start = headers.get(random.nextInt(headers.size())) + 4 + 2 * random.nextInt(21);
            long value = Mutation.edge(random);
            int size = random.nextBoolean() ? 2 : 4;
            for (int i = 0; i < size && start + i < file.length; i++) {
                changed[start + i] = (byte) (value >>> 8 * i);
            }
            return changed;
        }
    };

    void apply(Map<String, byte[]> parts, Random random) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] apply(byte[] file, Random random) {
        Map<String, byte[]> parts = parts(file);
        if (parts.isEmpty()) {
            return ByteMutation.any(random).apply(file, random);
        }
        apply(parts, random);
        ZipBytes zip = new ZipBytes();
        boolean pack = random.nextInt(8) == 0;
        parts.forEach(
                (name, bytes) -> zip.part(name, bytes, pack ? ZipBytes.Part::deflate : part -> {}));
        return zip.bytes();
    }

    private static String any(Map<String, byte[]> parts, Random random) {
        return List.copyOf(parts.keySet()).get(random.nextInt(parts.size()));
    }

    /** The parts by name, none if this is no zip file any more. */
    private static Map<String, byte[]> parts(byte[] file) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try {
            Path copy = Files.createTempFile("parts", ".zip");
            try {
                Files.write(copy, file);
                try (ZipFile zip = new ZipFile(copy.toFile())) {
                    for (ZipEntry entry : zip.stream().toArray(ZipEntry[]::new)) {
                        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                    }
                }
            } catch (IOException damaged) {
                parts.clear();
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
