/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damage to the JSON header of a safetensors file, whose length is set right again. */
enum SafetensorsMutation implements Mutation {
    SET_A_NUMBER("-?\\d+") {
        @Override
        String other(Random random) {
            String[] odd = {
                "1e308", "-1e-308", "0.5", "9".repeat(400), "NaN", "null", "1e999999999"
            };
            return random.nextInt(4) == 0
                    ? odd[random.nextInt(odd.length)]
                    : Long.toString(Mutation.edge(random));
        }
    },
    SET_A_TEXT("\"[^\"]*\"") {
        @Override
        String other(Random random) {
            String[] texts = {
                "\"F64\"",
                "\"I64\"",
                "\"BF16\"",
                "\"BOOL\"",
                "\"dtype\"",
                "\"shape\"",
                "\"\"",
                "\"data_offsets\"",
                "\"__metadata__\"",
                "\"\\u001b[2J\"",
                "\"\\ud800\"",
                "7",
                "{}"
            };
            return texts[random.nextInt(texts.length)];
        }
    },
    SET_A_SIGN("[\\[\\]{},:]") {
        @Override
        String other(Random random) {
            String[] signs = {"[", "]", "{", "}", ",", ":", "", "[".repeat(2000), "{\"a\":", "/*"};
            return signs[random.nextInt(signs.length)];
        }
    },
    DROP_AN_ENTRY("\"[^\"]*\":(\\{[^{}]*\\}|\\[[^\\[\\]]*\\]|\"[^\"]*\"),?") {
        @Override
        String other(Random random) {
            return "";
        }
    },
    SET_THE_LENGTH("") {
        @Override
        public byte[] apply(byte[] file, Random random) {
            long length = random.nextBoolean() ? Mutation.edge(random) : random.nextInt(5000);
            return Mutation.replace(file, 0, Math.min(8, file.length), littleEndian(length));
        }

        @Override
        String other(Random random) {
            return "";
        }
    };

    private final Pattern pattern;

    SafetensorsMutation(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    abstract String other(Random random);

    @Override
    public byte[] apply(byte[] file, Random random) {
        long length =
                file.length < 8
                        ? -1
                        : ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 0 || length > file.length - 8) {
            return ByteMutation.any(random).apply(file, random);
        }
        String header = new String(file, 8, (int) length, StandardCharsets.ISO_8859_1);
        List<MatchResult> found = pattern.matcher(header).results().toList();
        if (found.isEmpty()) {
            return ByteMutation.any(random).apply(file, random);
        }
        MatchResult place = found.get(random.nextInt(found.size()));
        byte[] changed =
                (header.substring(0, place.start()) + other(random) + header.substring(place.end()))
                        .getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = Mutation.replace(file, 8, 8 + (int) length, changed);
        return Mutation.replace(whole, 0, 8, littleEndian(changed.length));
    }

    private static byte[] littleEndian(long value) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    }
}
