/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The nested settings of a YAML file, read by dotted path. Each key that was read is crossed off,
 * so that a misspelt one can be named in the end.
 *
 * <p>All readers throw {@link TrainingException} with the key's path if the value is missing or of
 * the wrong type.
 */
public final class Settings {

    private final Map<String, Object> unread = new LinkedHashMap<>();

    /**
     * Flattens nested mappings.
     *
     * @param nested what a YAML reader gave
     */
    public Settings(Map<?, ?> nested) {
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

    /**
     * Sets one value, as {@code --set} does; a mapping replaces all that is below the key.
     *
     * @param key the dotted path
     * @param value what a YAML reader gave
     */
    public void set(String key, Object value) {
        unread.keySet().removeIf(other -> other.startsWith(key + "."));
        if (value instanceof Map<?, ?> nested) {
            flatten(key + ".", nested);
        } else {
            unread.put(key, value);
        }
    }

    /**
     * Whether there is an unread setting at or below a path.
     *
     * @param key the dotted path, such as {@code noise.gaussian}
     * @return true if the file or an override gave one
     */
    public boolean has(String key) {
        return unread.keySet().stream()
                .anyMatch(other -> other.equals(key) || other.startsWith(key + "."));
    }

    /**
     * A text.
     *
     * @param key the dotted path
     * @param byDefault the value where there is none, null if there must be one
     * @return the text; a number as it is written
     */
    public String text(String key, String byDefault) {
        Object value = take(key, byDefault);
        if (value instanceof String || value instanceof Number) {
            return value.toString();
        }
        throw wrong(key, "a text", value);
    }

    /**
     * A number.
     *
     * @param key the dotted path
     * @param byDefault the value where there is none, null if there must be one
     * @return the number, always finite
     */
    public double number(String key, Double byDefault) {
        return number(key, take(key, byDefault), "a number");
    }

    private static double number(String key, Object value, String expected) {
        double number = Double.NaN;
        if (value instanceof Number given) {
            number = given.doubleValue();
        }
        // YAML 1.1 takes 1e-4 for a text, and people write it.
        if (value instanceof String text && text.matches("[-+]?[0-9.]+[eE][-+]?[0-9]+")) {
            number = Double.parseDouble(text);
        }
        if (!Double.isFinite(number)) {
            throw wrong(key, expected, value);
        }
        return number;
    }

    /**
     * A whole number.
     *
     * @param key the dotted path
     * @param byDefault the value where there is none, null if there must be one
     * @return the number
     */
    public int whole(String key, Integer byDefault) {
        return whole(key, number(key, byDefault == null ? null : byDefault.doubleValue()));
    }

    private static int whole(String key, double value) {
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw wrong(key, "a whole number", value);
        }
        return (int) value;
    }

    /**
     * Yes or no.
     *
     * @param key the dotted path
     * @param byDefault the value where there is none, null if there must be one
     * @return true or false
     */
    public boolean flag(String key, Boolean byDefault) {
        Object value = take(key, byDefault);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key, "true or false", value);
    }

    /**
     * One of several words.
     *
     * @param <E> the type
     * @param key the dotted path
     * @param type an enum; {@code TWO_NETWORKS} is written {@code twoNetworks}
     * @param byDefault the value where there is none, null if there must be one
     * @return the choice
     */
    public <E extends Enum<E>> E choice(String key, Class<E> type, E byDefault) {
        Object value = take(key, byDefault == null ? null : word(byDefault));
        for (E choice : type.getEnumConstants()) {
            if (word(choice).equalsIgnoreCase(value.toString())) {
                return choice;
            }
        }
        String words =
                Arrays.stream(type.getEnumConstants())
                        .map(Settings::word)
                        .collect(Collectors.joining(", "));
        throw wrong(key, "one of " + words, value);
    }

    /**
     * How a choice is written in a file.
     *
     * @param choice such as {@code TWO_NETWORKS}
     * @return such as {@code twoNetworks}
     */
    public static String word(Enum<?> choice) {
        StringBuilder word = new StringBuilder();
        for (String part : choice.name().toLowerCase(Locale.ROOT).split("_")) {
            word.append(
                            word.isEmpty()
                                    ? part.substring(0, 1)
                                    : part.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(part.substring(1));
        }
        return word.toString();
    }

    /**
     * A list of texts; a single text is a list of one.
     *
     * @param key the dotted path
     * @param byDefault the value where there is none, null if there must be one
     * @return the texts
     */
    public List<String> texts(String key, List<String> byDefault) {
        return items(take(key, byDefault)).stream().map(Object::toString).toList();
    }

    /**
     * A list of numbers; a single number is a list of one.
     *
     * @param key the dotted path
     * @param byDefault the value where there is none, null if there must be one
     * @return the numbers, all finite
     */
    public List<Double> numbers(String key, List<Double> byDefault) {
        Object value = take(key, byDefault);
        List<Double> numbers = new ArrayList<>();
        for (Object item : items(value)) {
            numbers.add(number(key, item, "numbers"));
        }
        return numbers;
    }

    /**
     * A list of whole numbers; a single number is a list of one.
     *
     * @param key the dotted path
     * @param byDefault the value where there is none, null if there must be one
     * @return the numbers
     */
    public List<Integer> wholes(String key, List<Double> byDefault) {
        return numbers(key, byDefault).stream().map(value -> whole(key, value)).toList();
    }

    private static List<?> items(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    /**
     * A range: two numbers, the smaller first; a single number is a range of one value.
     *
     * @param key the dotted path
     * @param byDefault the value where there is none, null if there must be one
     * @return smallest and largest value
     */
    public List<Double> range(String key, List<Double> byDefault) {
        List<Double> numbers = numbers(key, byDefault);
        if (numbers.isEmpty()
                || numbers.size() > 2
                || numbers.get(0) > numbers.get(numbers.size() - 1)) {
            throw wrong(key, "a number, or two with the smaller first", numbers);
        }
        return List.of(numbers.get(0), numbers.get(numbers.size() - 1));
    }

    /**
     * A mapping of whole numbers such as resolution to channels.
     *
     * @param key the dotted path of the mapping
     * @return at least one entry
     */
    public SortedMap<Integer, Integer> wholeMap(String key) {
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
            throw missing(key);
        }
        return map;
    }

    /**
     * Refuses settings that nobody asked for.
     *
     * @throws TrainingException with the first such key
     */
    public void requireAllRead() {
        if (!unread.isEmpty()) {
            throw new TrainingException(
                    "Unknown setting "
                            + unread.keySet().iterator().next()
                            + ": check its spelling, and whether it goes with the other settings.");
        }
    }

    /**
     * Checks a setting.
     *
     * @param condition what must hold
     * @param key the dotted path
     * @param message goes on after the key, such as {@code must be positive}
     * @throws TrainingException if it does not hold
     */
    public static void require(boolean condition, String key, String message) {
        if (!condition) {
            throw new TrainingException("Setting " + key + " " + message + ".");
        }
    }

    private Object take(String key, Object byDefault) {
        Object value = unread.remove(key);
        if (value == null) {
            value = byDefault;
        }
        if (value == null) {
            throw missing(key);
        }
        return value;
    }

    private static TrainingException missing(String key) {
        return new TrainingException("Setting " + key + " is missing.");
    }

    private static TrainingException wrong(String key, String expected, Object actual) {
        return new TrainingException(
                "Setting " + key + " must be " + expected + ", not " + actual + ".");
    }
}
