/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The nested settings of a YAML file, read by dotted path. Each key that was read is crossed off,
 * so that a misspelt one can be named in the end.
 */
final class Settings {

    private final Map<String, Object> unread = new LinkedHashMap<>();

    /**
     * Flattens nested mappings.
     *
     * @param nested what a YAML reader gave
     */
    Settings(Map<?, ?> nested) {
        flatten("", nested);
    }

    private void flatten(String prefix, Map<?, ?> nested) {
        nested.forEach(
                (key, value) -> {
                    if (value instanceof Map<?, ?> inner) {
                        flatten(prefix + key + ".", inner);
                    } else {
                        unread.put(prefix + key, value);
                    }
                });
    }

    /** Sets one value, as {@code --set} does. */
    void set(String key, Object value) {
        unread.keySet().removeIf(other -> other.startsWith(key + "."));
        if (value instanceof Map<?, ?> nested) {
            flatten(key + ".", nested);
        } else {
            unread.put(key, value);
        }
    }

    String text(String key, String byDefault) {
        Object value = take(key, byDefault);
        if (value instanceof String || value instanceof Number) {
            return value.toString();
        }
        throw wrong(key, "a text", value);
    }

    double number(String key, Double byDefault) {
        Object value = take(key, byDefault);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        // YAML 1.1 takes 1e-4 for a text, and people write it.
        if (value instanceof String text && text.matches("[-+]?[0-9.]+[eE][-+]?[0-9]+")) {
            return Double.parseDouble(text);
        }
        throw wrong(key, "a number", value);
    }

    int whole(String key, Integer byDefault) {
        double value = number(key, byDefault == null ? null : byDefault.doubleValue());
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw wrong(key, "a whole number", value);
        }
        return (int) value;
    }

    /** A list of texts; a single text is a list of one. */
    List<String> texts(String key) {
        Object value = take(key, null);
        List<?> items = value instanceof List<?> list ? list : List.of(value);
        return items.stream().map(Object::toString).toList();
    }

    List<Double> numbers(String key, List<Double> byDefault) {
        Object value = take(key, byDefault);
        List<?> items = value instanceof List<?> list ? list : List.of(value);
        List<Double> numbers = new ArrayList<>();
        for (Object item : items) {
            if (!(item instanceof Number number)) {
                throw wrong(key, "numbers", value);
            }
            numbers.add(number.doubleValue());
        }
        return numbers;
    }

    /** A mapping of whole numbers such as resolution to channels. */
    SortedMap<Integer, Integer> wholeMap(String key) {
        SortedMap<Integer, Integer> map = new TreeMap<>();
        for (String full : List.copyOf(unread.keySet())) {
            if (full.startsWith(key + ".")) {
                String inner = full.substring(key.length() + 1);
                if (!inner.matches("[0-9]{1,6}")) {
                    throw wrong(full, "a resolution such as 64 as its last part", inner);
                }
                map.put(Integer.parseInt(inner), whole(full, null));
            }
        }
        if (map.isEmpty()) {
            throw new TrainingException("Setting " + key + " is missing.");
        }
        return map;
    }

    /** Refuses keys that nobody asked for. */
    void requireAllRead() {
        if (!unread.isEmpty()) {
            throw new TrainingException(
                    "Unknown setting "
                            + unread.keySet().iterator().next()
                            + ": check its spelling.");
        }
    }

    private Object take(String key, Object byDefault) {
        Object value = unread.remove(key);
        if (value == null) {
            value = byDefault;
        }
        if (value == null) {
            throw new TrainingException("Setting " + key + " is missing.");
        }
        return value;
    }

    private static TrainingException wrong(String key, String expected, Object actual) {
        return new TrainingException(
                "Setting " + key + " must be " + expected + ", not " + actual + ".");
    }
}
