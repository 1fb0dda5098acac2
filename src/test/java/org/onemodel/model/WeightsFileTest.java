/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsFileTest {

    @Test
    void valuesComeBackAndAreAligned() throws ModelException {
        float[] values = {1.5f, -0f, Float.MIN_VALUE};
        byte[] file = WeightsFile.encode(Map.of("a", new long[] {3, 1}), Map.of("a", values));
        assertThat(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8).isZero();
        WeightsFile read = WeightsFile.decode("f", file);
        read.checkShapes(Map.of("a", new long[] {3, 1}));
        assertThat(read.values("a")).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[2]|[0, 12]|its shape and its place do not agree",
                "[3]|[-4, 8]|its shape and its place do not agree",
                "[-3]|[0, 12]|its shape and its place do not agree",
                "[65536, 65536, 65536, 65536]|[0, 0]|its shape and its place do not agree",
                "[3]|[0, 12, 24]|its shape and its place do not agree",
                "[3]|[8, 20]|the file is cut short",
                "[3]|[2147483636, 2147483648]|data_offsets must be a whole number",
                "3|[0, 12]|shape must be a list",
            })
    void aHeaderThatDoesNotFitTheFileIsNotBelieved(String shape, String place, String message) {
        String header =
                "{\"a\":{\"dtype\":\"F32\",\"shape\":"
                        + shape
                        + ",\"data_offsets\":"
                        + place
                        + "}}";
        assertThatThrownBy(() -> WeightsFile.decode("f", file(header.length(), header)))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("f, tensor a: ")
                .hasMessageContaining(message);
    }

    @Test
    void aHeaderOfAnyLengthIsChecked() {
        for (long length : new long[] {-1, Long.MAX_VALUE, 5_000_000}) {
            assertThatThrownBy(() -> WeightsFile.decode("f", file(length, "{}")))
                    .isInstanceOf(ModelException.class)
                    .hasMessage("f is no safetensors file: its header is too long.");
        }
        assertThatThrownBy(() -> WeightsFile.decode("f", file(1000, "{}")))
                .isInstanceOf(ModelException.class)
                .hasMessage("f is cut short: its header is not whole.");
        assertThatThrownBy(() -> WeightsFile.decode("f", new byte[3]))
                .isInstanceOf(ModelException.class)
                .hasMessage("f is cut short: it has no safetensors header.");
    }

    /** A header that says to be so long, then twelve bytes of values. */
    private static byte[] file(long length, String header) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + 12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(text)
                .array();
    }
}
