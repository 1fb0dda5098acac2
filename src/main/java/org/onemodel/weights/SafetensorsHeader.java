/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a safetensors file says of its tensors: the length of this text in eight bytes, little
 * endian, then a JSON object that gives each tensor's type, shape and place. The values follow, row
 * by row, one tensor after another.
 *
 * <p>Follows https://huggingface.co/docs/safetensors: names are given once, and the tensors fill
 * all that comes after the header, without gaps and without overlap.
 */
final class SafetensorsHeader {

    /** How many bytes {@link #recognizes} looks at. */
    static final int START_BYTES = 9;

    /** The longest JSON text that is read; tens of thousands of tensors need no more. */
    static final int LARGEST = 4 << 20;

    /**
     * Where a tensor lies.
     *
     * @param length the number of values
     * @param start its first byte, counted from the end of the header
     */
    record Entry(ElementType type, long[] shape, int length, long start) {

        long end() {
            return start + (long) length * type.bytes();
        }
    }

    private final long length;
    private final Map<String, Entry> entries;

    private SafetensorsHeader(long length, Map<String, Entry> entries) {
        this.length = length;
        this.entries = entries;
    }

    /** Whether a file that starts so is a safetensors file. */
    static boolean recognizes(byte[] start) {
        return start.length >= START_BYTES
                && start[4] == 0 // no header has 4 GB
                && start[5] == 0
                && start[6] == 0
                && start[7] == 0
                && start[8] == '{';
    }

    /**
     * Reads and checks a header.
     *
     * @param in is left where the values start
     * @param size the size of the file in bytes
     * @throws SafetensorsException if it is not as it must be or does not fit the file
     */
    static SafetensorsHeader read(InputStream in, long size) throws IOException {
        ByteBuffer number = ByteBuffer.wrap(in.readNBytes(Long.BYTES));
        if (number.remaining() < Long.BYTES) {
            throw new SafetensorsException("is cut short: it has no safetensors header.");
        }
        long length = number.order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 0 || length > LARGEST) {
            throw new SafetensorsException("is no safetensors file: its header is too long.");
        }
        byte[] text = in.readNBytes((int) length);
        if (text.length < length) {
            throw new SafetensorsException("is cut short: its header is not whole.");
        }
        Map<String, Entry> entries = SafetensorsJson.parse(text);
        return new SafetensorsHeader(
                Long.BYTES + length, inPlace(entries, size - Long.BYTES - length));
    }

    private static Map<String, Entry> inPlace(Map<String, Entry> entries, long size)
            throws SafetensorsException {
        List<Map.Entry<String, Entry>> sorted =
                entries.entrySet().stream()
                        .sorted(
                                Map.Entry.comparingByValue(
                                        Comparator.comparingLong(Entry::start)
                                                .thenComparingLong(Entry::end)))
                        .toList();
        Map<String, Entry> result = new LinkedHashMap<>();
        long end = 0;
        for (var tensor : sorted) {
            Entry entry = tensor.getValue();
            if (entry.start != end) {
                throw new SafetensorsException(
                        String.format(
                                "is damaged: its tensor %s %s the one before.",
                                DataUnpickler.printable(tensor.getKey()),
                                entry.start < end ? "overlaps" : "does not follow on"));
            }
            end = entry.end();
            result.put(tensor.getKey(), entry);
        }
        if (end != size) {
            throw new SafetensorsException(
                    String.format(
                            end > size
                                    ? "is cut short: its tensors take %d bytes, and %d are there."
                                    : "is damaged: its tensors take %d bytes of the %d that are"
                                            + " there.",
                            end,
                            size));
        }
        return result;
    }

    /** The header for float32 tensors, in the order of the map. */
    static SafetensorsHeader of(Map<String, long[]> shapes) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        long start = 0;
        for (var shape : shapes.entrySet()) {
            int values = Math.toIntExact(HostTensor.size(shape.getValue()));
            Entry entry = new Entry(ElementType.FLOAT, shape.getValue(), values, start);
            entries.put(shape.getKey(), entry);
            start = entry.end();
        }
        return new SafetensorsHeader(0, entries);
    }

    /** Writes length and text, filled up with blanks so that the values are aligned. */
    void write(OutputStream out) throws IOException {
        JsonObject header = new JsonObject();
        for (var tensor : entries.entrySet()) {
            Entry entry = tensor.getValue();
            JsonObject fields = new JsonObject();
            fields.addProperty("dtype", entry.type.safetensorsName());
            fields.add("shape", array(entry.shape));
            fields.add("data_offsets", array(entry.start, entry.end()));
            header.add(tensor.getKey(), fields);
        }
        byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
        int blanks = Math.floorMod(-text.length, Long.BYTES);
        ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.write(number.putLong(text.length + blanks).array());
        out.write(text);
        out.write(" ".repeat(blanks).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonArray array(long... numbers) {
        JsonArray array = new JsonArray();
        for (long number : numbers) {
            array.add(number);
        }
        return array;
    }

    /** How many bytes come before the values. */
    long length() {
        return length;
    }

    /** The tensors by name, in the order in which they lie in the file. */
    Map<String, Entry> entries() {
        return entries;
    }
}
