/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.onemodel.weights.SafetensorsHeader.Entry;

/**
 * Reads the JSON text of a safetensors header token by token, as only so a key that comes twice is
 * noticed.
 */
final class SafetensorsJson {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,18}");

    private final JsonReader json;

    private SafetensorsJson(JsonReader json) {
        this.json = json;
    }

    /**
     * The tensors by name, in the order of the text.
     *
     * @throws SafetensorsException if the text is not as the format has it
     */
    static Map<String, Entry> parse(byte[] text) throws SafetensorsException {
        InputStreamReader characters =
                new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8);
        JsonReader json = new JsonReader(characters);
        try {
            return new SafetensorsJson(json).tensors();
        } catch (SafetensorsException e) {
            throw e;
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw new SafetensorsException(
                    String.format(
                            "has a header that is not as the format has it, at %s.",
                            DataUnpickler.printable(json.getPath())),
                    e);
        }
    }

    private Map<String, Entry> tensors() throws IOException {
        Map<String, Entry> tensors = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (!names.add(name)) {
                throw new SafetensorsException(
                        "has " + DataUnpickler.printable(name) + " twice in its header.");
            }
            if (name.equals("__metadata__")) {
                json.skipValue();
            } else {
                tensors.put(name, tensor("tensor " + DataUnpickler.printable(name)));
            }
        }
        json.endObject();
        json.peek(); // the end; anything but blanks is refused
        return tensors;
    }

    private Entry tensor(String where) throws IOException {
        ElementType type = null;
        long[] shape = null;
        long[] place = null;
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            if (key.equals("dtype") && type == null) {
                type = type(where, json.nextString());
            } else if (key.equals("shape") && shape == null) {
                shape = numbers(where);
            } else if (key.equals("data_offsets") && place == null) {
                place = numbers(where);
            } else {
                throw new SafetensorsException(
                        String.format(
                                "has %s with a %s that does not belong there.",
                                where, DataUnpickler.printable(key)));
            }
        }
        json.endObject();
        if (type == null || shape == null || place == null) {
            throw new SafetensorsException(
                    "has " + where + " without dtype, shape or data_offsets.");
        }
        return entry(where, type, shape, place);
    }

    private static ElementType type(String where, String name) throws SafetensorsException {
        for (ElementType type : ElementType.values()) {
            if (type.safetensorsName().equals(name)) {
                return type;
            }
        }
        throw new SafetensorsException(
                String.format(
                        "has %s of type %s, which cannot be read; save it as F32.",
                        where, DataUnpickler.printable(name)));
    }

    private long[] numbers(String where) throws IOException {
        List<Long> numbers = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            // The library would take 1e3, 1.0 and "1" too.
            String number = json.peek() == JsonToken.NUMBER ? json.nextString() : "";
            if (!WHOLE_NUMBER.matcher(number).matches()) {
                throw new SafetensorsException(
                        "has " + where + " with a shape or place that is not of whole numbers.");
            }
            numbers.add(Long.parseLong(number));
        }
        json.endArray();
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    private static Entry entry(String where, ElementType type, long[] shape, long[] place)
            throws SafetensorsException {
        long bytes = place.length == 2 ? place[1] - place[0] : -1;
        long size = bytes / type.bytes();
        if (bytes < 0 || bytes % type.bytes() != 0 || !holds(shape, size)) {
            throw new SafetensorsException(
                    "has " + where + ", whose shape and place do not agree.");
        }
        if (size > Integer.MAX_VALUE - 8) {
            throw new SafetensorsException(
                    String.format(
                            "has %s of %d values, and at most %d can be read.",
                            where, size, Integer.MAX_VALUE - 8));
        }
        return new Entry(type, shape, (int) size, place[0]);
    }

    private static boolean holds(long[] shape, long size) {
        try {
            return HostTensor.size(shape) == size;
        } catch (IllegalArgumentException tooLarge) {
            return false;
        }
    }
}
