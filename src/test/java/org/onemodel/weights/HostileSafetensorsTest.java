/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Safetensors files whose headers lie, nest or do not end. */
class HostileSafetensorsTest {

    @TempDir Path folder;
    private Attack attack;

    @BeforeEach
    void openFolder() throws IOException {
        attack = new Attack(folder);
    }

    private static byte[] file(long length, String header, int values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
        out.writeBytes(header.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(new byte[values]);
        return out.toByteArray();
    }

    private void assertRefused(String header, String words) throws IOException {
        int length = header.getBytes(StandardCharsets.UTF_8).length;
        attack.assertRefused(attack.file(file(length, header, 16)), words);
    }

    private static String tensor(String shape, String place) {
        return String.format(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[%s],\"data_offsets\":[%s]}}", shape, place);
    }

    @Test
    void theSmallestIsWhole() throws IOException {
        byte[] whole = SmallCheckpoints.safetensors(SmallCheckpoints.generator());
        attack.assertImported(attack.file(whole));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 60, 1 << 20, 4 << 20, Integer.MAX_VALUE, 1L << 31, 0xffffffffL})
    void theHeadersLengthIsNotBelieved(long length) throws IOException {
        attack.assertRefused(attack.file(file(length, tensor("4", "0,16"), 16)), "header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4;0,12", "4;16,0", "4;-16,0", "5;0,20", "4;4,20", "3;0,12", "4;0"})
    void placesMustBeThoseOfTheFile(String place) throws IOException {
        String[] parts = place.split(";");
        assertRefused(tensor(parts[0], parts[1]), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4294967296,4294967296",
                "9223372036854775807",
                "99999999999999999999999",
                "-4",
                "-2,-2",
                "4.0",
                "4e0",
                "1e999999999",
                "\"4\"",
                "null",
                "[4]",
                "2,2,0",
            })
    void shapesMustBeThoseOfTheValues(String shape) throws IOException {
        assertRefused(tensor(shape, "0,16"), "tensor a");
    }

    @Test
    void tensorsThatOverlapOrLeaveGapsAreRefused() throws IOException {
        String half = "\"%s\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[%d,%d]}";
        String first = String.format(half, "a", 0, 8);
        assertRefused("{" + first + "," + String.format(half, "b", 4, 12) + "}", "overlaps");
        assertRefused("{" + first + "," + String.format(half, "b", 12, 20) + "}", "follow on");
        assertRefused("{" + first + "," + first + "}", "has a twice");
    }

    @Test
    void headersThatNestWithoutEndAreNoRecursion() throws IOException {
        assertRefused("{\"__metadata__\":" + "[".repeat(500_000), "not as the format has it");
        assertRefused("{\"__metadata__\":" + "{\"a\":".repeat(300_000), "not as the format has");
        assertRefused(tensor("[".repeat(500_000), "0,16"), "whole numbers");
        assertRefused("{\"a\":".repeat(500_000), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u", "\\uzzzz", "\\u12", "\\x", "\\", "\u0000", "\n"})
    void textsThatAreNoneAreRefused(String text) throws IOException {
        assertRefused("{\"" + text, "");
        assertRefused("{\"" + text + "\":{\"dtype\":\"F32\"}}", "");
        assertRefused("{\"a\":{\"dtype\":\"" + text + "\"}}", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u001b[2J\\u0007", "a\\nb", "\\u2028", "\\u202e", "\\ud800"})
    void namesAreShownOnOneLineWithoutControlCharacters(String name) throws IOException {
        assertRefused("{\"" + name + "\":{\"dtype\":\"F32\"}}", "without dtype, shape or");
        assertRefused("{\"a\":{\"" + name + "\":1}}", "that does not belong there");
        assertRefused("{\"a\":{\"dtype\":\"" + name + "\"}}", "cannot be read; save it as F32");
        assertRefused("{\"a\":1,\"" + name + "\":1}", "not as the format has it");
    }

    @Test
    void manyTensorsWithoutValuesAreRead() throws IOException {
        StringBuilder header = new StringBuilder("{");
        for (int i = 0; i < 40_000; i++) {
            header.append(
                    String.format(
                            "\"%d\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},", i));
        }
        header.append("\"z\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}");
        assertRefused(header.toString(), "holds neither");
    }
}
