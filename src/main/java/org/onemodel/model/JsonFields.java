/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A JSON object read strictly: each key must be there, of its type, and no other key may be.
 *
 * <p>What is wrong is said in a {@link ModelException} that names the file and the key.
 */
final class JsonFields {

    private final String where;
    private final String prefix;
    private final JsonObject object;
    private final Set<String> unread;

    private JsonFields(String where, String prefix, JsonObject object) {
        this.where = where;
        this.prefix = prefix;
        this.object = object;
        this.unread = new LinkedHashSet<>(object.keySet());
    }

    /** Parses one JSON object with nothing behind it. */
    static JsonFields parse(String where, String text) throws ModelException {
        return new JsonFields(where, "", parseObject(where, text));
    }

    /** Parses one JSON object with nothing behind it. */
    private static JsonObject parseObject(String where, String text) throws ModelException {
        JsonElement element;
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            element = new Gson().getAdapter(JsonElement.class).read(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("something follows its end");
            }
        } catch (IOException | JsonParseException | NumberFormatException e) {
            throw new ModelException(where + " is no JSON: " + e.getMessage() + ".", e);
        }
        if (!element.isJsonObject()) {
            throw new ModelException(where + " is no JSON object.");
        }
        return element.getAsJsonObject();
    }

    String text(String key) throws ModelException {
        JsonElement value = take(key);
        if (!isString(value)) {
            throw wrong(key, "a text", value);
        }
        return value.getAsString();
    }

    /** A text that something is made of, which refuses with an IllegalArgumentException. */
    <T> T converted(String key, Function<String, T> conversion) throws ModelException {
        String text = text(key);
        try {
            return conversion.apply(text);
        } catch (IllegalArgumentException e) {
            throw new ModelException(where + ": " + prefix + key + ": " + e.getMessage(), e);
        }
    }

    int integer(String key) throws ModelException {
        return integer(key, take(key));
    }

    List<Integer> integers(String key) throws ModelException {
        List<Integer> values = new ArrayList<>();
        for (JsonElement value : array(key)) {
            values.add(integer(key, value));
        }
        return values;
    }

    List<Double> numbers(String key) throws ModelException {
        List<Double> values = new ArrayList<>();
        for (JsonElement value : array(key)) {
            values.add(number(key, value));
        }
        return values;
    }

    SortedMap<String, Double> numbersByName(String key) throws ModelException {
        SortedMap<String, Double> values = new TreeMap<>();
        for (var entry : objectAt(key).entrySet()) {
            values.put(entry.getKey(), number(key + "." + entry.getKey(), entry.getValue()));
        }
        return values;
    }

    SortedMap<Integer, Integer> integersByNumber(String key) throws ModelException {
        SortedMap<Integer, Integer> values = new TreeMap<>();
        for (var entry : objectAt(key).entrySet()) {
            if (!entry.getKey().matches("[1-9][0-9]{0,8}")) {
                throw new ModelException(
                        where + ": " + prefix + key + " has a key that is no number.");
            }
            values.put(
                    Integer.valueOf(entry.getKey()),
                    integer(key + "." + entry.getKey(), entry.getValue()));
        }
        return values;
    }

    /** Choices in a list without repetition; none if the key is not there. */
    <T> Set<T> optionalChoices(String key, List<T> choices, Function<T, String> word)
            throws ModelException {
        Set<T> chosen = new LinkedHashSet<>();
        if (object.has(key)) {
            for (JsonElement value : array(key)) {
                if (!isString(value)) {
                    throw wrong(key, "a list of texts", value);
                }
                if (!chosen.add(choice(key, value.getAsString(), choices, word))) {
                    throw wrong(key, "a list without repetition", value);
                }
            }
        }
        return chosen;
    }

    /** A choice that may be left out. */
    <T> T optionalChoice(String key, T byDefault, List<T> choices, Function<T, String> word)
            throws ModelException {
        return object.has(key) ? choice(key, choices, word) : byDefault;
    }

    <T> T choice(String key, List<T> choices, Function<T, String> word) throws ModelException {
        return choice(key, text(key), choices, word);
    }

    private <T> T choice(String key, String text, List<T> choices, Function<T, String> word)
            throws ModelException {
        for (T choice : choices) {
            if (word.apply(choice).equals(text)) {
                return choice;
            }
        }
        String known = String.join(" or ", choices.stream().map(word).toList());
        throw new ModelException(
                where + ": " + prefix + key + " must be " + known + ", not \"" + text + "\".");
    }

    JsonFields object(String key) throws ModelException {
        return new JsonFields(where, prefix + key + ".", objectAt(key));
    }

    List<JsonFields> objects(String key) throws ModelException {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonElement value : array(key)) {
            if (!value.isJsonObject()) {
                throw wrong(key, "a list of objects", value);
            }
            String place = prefix + key + "[" + objects.size() + "].";
            objects.add(new JsonFields(where, place, value.getAsJsonObject()));
        }
        return objects;
    }

    /** All keys that are there, for an object whose keys are names. */
    List<String> keys() {
        return List.copyOf(object.keySet());
    }

    /** Fails if a key was there that nobody asked for. */
    void end() throws ModelException {
        if (!unread.isEmpty()) {
            throw new ModelException(
                    where
                            + " has an unknown key "
                            + prefix
                            + unread.iterator().next()
                            + ": it was perhaps made by a newer version of OneModel.");
        }
    }

    private JsonElement take(String key) throws ModelException {
        JsonElement value = object.get(key);
        if (value == null) {
            throw new ModelException(where + " lacks the key " + prefix + key + ".");
        }
        unread.remove(key);
        return value;
    }

    private Iterable<JsonElement> array(String key) throws ModelException {
        JsonElement value = take(key);
        if (!value.isJsonArray()) {
            throw wrong(key, "a list", value);
        }
        return value.getAsJsonArray();
    }

    private JsonObject objectAt(String key) throws ModelException {
        JsonElement value = take(key);
        if (!value.isJsonObject()) {
            throw wrong(key, "an object", value);
        }
        return value.getAsJsonObject();
    }

    private int integer(String key, JsonElement value) throws ModelException {
        try {
            if (isNumber(value)) {
                return new BigDecimal(value.getAsString()).intValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrong(key, "a whole number", value);
        }
        throw wrong(key, "a whole number", value);
    }

    private double number(String key, JsonElement value) throws ModelException {
        if (!isNumber(value) || !Double.isFinite(value.getAsDouble())) {
            throw wrong(key, "a number", value);
        }
        return value.getAsDouble();
    }

    private static boolean isNumber(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
    }

    private static boolean isString(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    }

    /** Lists and objects may nest so deep that writing them out overflows the stack. */
    private static String word(JsonElement value) {
        if (value.isJsonArray()) {
            return "a list";
        }
        return value.isJsonObject() ? "an object" : value.toString();
    }

    private ModelException wrong(String key, String expected, JsonElement value) {
        String text = word(value);
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return new ModelException(
                String.format(
                        Locale.ROOT,
                        "%s: %s must be %s, not %s.",
                        where,
                        prefix + key,
                        expected,
                        shown));
    }
}
