/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Float32 tensors in the safetensors format: the header's length in eight bytes, little endian, a
 * JSON header that gives each tensor's type, shape and place, then the values, row by row.
 *
 * <p>DJL reads and writes this format too, but its reader trusts the sizes in the header. Here
 * nothing is believed before it is checked, and no engine is needed.
 */
final class WeightsFile {

    /** Where a tensor lies. */
    private record Entry(long[] shape, int start, int values) {}

    /** More than any header of ours needs. */
    static final int LARGEST_HEADER = 4 << 20;

    private final String where;
    private final ByteBuffer bytes;
    private final Map<String, Entry> entries;

    private WeightsFile(String where, ByteBuffer bytes, Map<String, Entry> entries) {
        this.where = where;
        this.bytes = bytes;
        this.entries = entries;
    }

    /** Lays out tensors, shape and values, in the order of the maps. */
    static byte[] encode(Map<String, long[]> shapes, Map<String, float[]> values) {
        JsonObject header = new JsonObject();
        long end = 0;
        for (var tensor : shapes.entrySet()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("dtype", "F32");
            entry.add("shape", array(tensor.getValue()));
            long start = end;
            end += 4L * values.get(tensor.getKey()).length;
            entry.add("data_offsets", array(start, end));
            header.add(tensor.getKey(), entry);
        }
        byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
        int padded = (text.length + 7) / 8 * 8; // the format wants the values aligned
        int size = Math.toIntExact(8 + padded + end);
        ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(padded).put(text);
        while (buffer.position() < 8 + padded) {
            buffer.put((byte) ' ');
        }
        FloatBuffer floats = buffer.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        for (String name : shapes.keySet()) {
            floats.put(values.get(name));
        }
        return buffer.array();
    }

    private static JsonArray array(long... numbers) {
        JsonArray array = new JsonArray();
        for (long number : numbers) {
            array.add(number);
        }
        return array;
    }

    /** Reads and checks the header. */
    static WeightsFile decode(String where, byte[] file) throws ModelException {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < 8) {
            throw new ModelException(where + " is cut short: it has no safetensors header.");
        }
        long length = buffer.getLong();
        if (length < 0 || length > LARGEST_HEADER) {
            throw new ModelException(where + " is no safetensors file: its header is too long.");
        }
        if (length > buffer.remaining()) {
            throw new ModelException(where + " is cut short: its header is not whole.");
        }
        String text = new String(file, 8, (int) length, StandardCharsets.UTF_8);
        JsonObject header = JsonFields.parseObject("The header of " + where, text);
        int size = file.length - 8 - (int) length;
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (String name : header.keySet()) {
            if (!name.equals("__metadata__")) {
                entries.put(name, entry(where, name, header, size));
            }
        }
        ByteBuffer data = ByteBuffer.wrap(file, 8 + (int) length, size).slice();
        return new WeightsFile(where, data.order(ByteOrder.LITTLE_ENDIAN), entries);
    }

    private static Entry entry(String where, String name, JsonObject header, int size)
            throws ModelException {
        String tensor = where + ", tensor " + name;
        if (!header.get(name).isJsonObject()) {
            throw new ModelException(tensor + ": its entry in the header is no JSON object.");
        }
        JsonFields fields = JsonFields.of(tensor, header.getAsJsonObject(name));
        String type = fields.text("dtype");
        if (!type.equals("F32")) {
            throw new ModelException(tensor + ": its type must be F32, not " + type + ".");
        }
        List<Integer> shape = fields.integers("shape");
        List<Integer> place = fields.integers("data_offsets");
        fields.end();
        long values = 1;
        for (int side : shape) {
            values = side < 0 || values < 0 || values > size ? -1 : values * side;
        }
        if (place.size() != 2
                || place.get(0) < 0
                || values < 0
                || place.get(1) - (long) place.get(0) != 4 * values) {
            throw new ModelException(tensor + ": its shape and its place do not agree.");
        }
        if (place.get(1) > size) {
            throw new ModelException(tensor + ": the file is cut short.");
        }
        long[] sides = shape.stream().mapToLong(Integer::longValue).toArray();
        return new Entry(sides, place.get(0), (int) values);
    }

    /** The first thing in which this file's tensors differ from these shapes is an error. */
    void checkShapes(Map<String, long[]> expected) throws ModelException {
        for (var tensor : expected.entrySet()) {
            Entry entry = entries.get(tensor.getKey());
            if (entry == null) {
                throw new ModelException(where + " lacks the tensor " + tensor.getKey() + ".");
            }
            if (!Arrays.equals(entry.shape, tensor.getValue())) {
                throw new ModelException(
                        where
                                + ", tensor "
                                + tensor.getKey()
                                + ": its shape must be "
                                + Arrays.toString(tensor.getValue())
                                + ", not "
                                + Arrays.toString(entry.shape)
                                + ".");
            }
        }
        List<String> surplus = new ArrayList<>(entries.keySet());
        surplus.removeAll(expected.keySet());
        if (!surplus.isEmpty()) {
            throw new ModelException(
                    where + " has a tensor " + surplus.get(0) + " that this model does not have.");
        }
    }

    /** The values of a tensor, all of them finite. */
    float[] values(String name) throws ModelException {
        Entry entry = entries.get(name);
        float[] values = new float[entry.values];
        ByteBuffer place = bytes.slice(entry.start, 4 * entry.values);
        place.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new ModelException(
                        where + ", tensor " + name + ": it holds a value that is no number.");
            }
        }
        return values;
    }
}
