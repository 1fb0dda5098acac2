/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.Macro;
import ij.macro.Interpreter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.onemodel.restore.OneModelException;
import org.scijava.module.Module;

/**
 * Options as a macro gives them: {@code key=value}, keys being parameter names; immutable.
 *
 * <p>Of a key that comes twice, the first value counts, as in ImageJ. A value with spaces stands in
 * brackets, {@code model=[my model]}, or between apostrophes; a value {@code &name} is the macro's
 * variable of that name.
 */
final class MacroOptions {

    /** Values by key; null where a key stands alone. */
    private final Map<String, String> values;

    private MacroOptions(Map<String, String> values) {
        this.values = values;
    }

    /** The options of the macro that runs on this thread; none if there is no macro. */
    static MacroOptions ofMacro() {
        String options = Macro.getOptions();
        return parse(options == null ? "" : options);
    }

    /**
     * Reads options.
     *
     * @param text such as {@code model=[my model] tile=64}
     * @return the options
     * @throws OneModelException if a bracket or an apostrophe is not closed
     */
    static MacroOptions parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        int start = skipSpaces(text, 0);
        while (start < text.length()) {
            int end = endOfKey(text, start);
            String key = text.substring(start, end);
            String value = null;
            if (end < text.length() && text.charAt(end) == '=') {
                start = end + 1;
                end = endOfValue(key, text, start);
                value = unquoted(text.substring(start, end));
            }
            if (!values.containsKey(key)) {
                values.put(key, value);
            }
            start = skipSpaces(text, end);
        }
        return new MacroOptions(values);
    }

    private static int skipSpaces(String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static int endOfKey(String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) != ' ' && text.charAt(i) != '=') {
            i++;
        }
        return i;
    }

    /** The index after a value: after its closing quote, or at the next space. */
    private static int endOfValue(String key, String text, int start) {
        char first = start < text.length() ? text.charAt(start) : ' ';
        int end =
                switch (first) {
                    case '[' -> closingBracket(text, start) + 1;
                    case '\'' -> text.indexOf('\'', start + 1) + 1;
                    default -> (text + " ").indexOf(' ', start);
                };
        if (end == 0) {
            throw new OneModelException(
                    "The value of the option '"
                            + key
                            + "' starts with "
                            + first
                            + " and does not end; close it.");
        }
        return end;
    }

    /** The index of the bracket that closes one, or -1. */
    private static int closingBracket(String text, int start) {
        int open = 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) == '[') {
                open++;
            } else if (text.charAt(i) == ']') {
                open--;
            }
            if (open == 0) {
                return i;
            }
        }
        return -1;
    }

    private static String unquoted(String value) {
        boolean quoted = value.startsWith("[") || value.startsWith("'");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /**
     * Refuses options that a command does not have.
     *
     * @param command the command's name, for the message
     * @param module the command
     * @throws OneModelException if there is another, or one without a value
     */
    void check(String command, Module module) {
        check(
                command,
                Parameters.names(module, Parameters.OPTIONS),
                Parameters.names(module, Parameters.SWITCHES));
    }

    /**
     * Refuses options that are not among some keys.
     *
     * @param command the command's name, for the message
     * @param keys the keys that it has
     * @param flags those that may be given without a value
     * @throws OneModelException if there is another, or one without a value
     */
    void check(String command, Collection<String> keys, Collection<String> flags) {
        values.forEach(
                (key, value) -> {
                    if (!keys.contains(key) && !flags.contains(key)) {
                        throw new OneModelException(
                                "There is no option '"
                                        + key
                                        + "'; those of "
                                        + command
                                        + " are "
                                        + (keys.isEmpty() ? "none" : String.join(", ", keys))
                                        + ", and a value with spaces needs brackets.");
                    }
                    if (value == null && !flags.contains(key)) {
                        throw new OneModelException(
                                "The option '"
                                        + key
                                        + "' has no value; give "
                                        + key
                                        + "=value, in brackets if it has spaces.");
                    }
                });
    }

    /**
     * The value of a key.
     *
     * @param key a parameter's name
     * @return its value, or nothing if it is not given
     */
    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).map(MacroOptions::ofVariable);
    }

    /** A value, or that of the variable which it names. */
    private static String ofVariable(String value) {
        Interpreter macro = Interpreter.getInstance();
        if (!value.startsWith("&") || macro == null) {
            return value;
        }
        String variable = macro.getVariableAsString(value.substring(1));
        return variable == null ? value : variable;
    }
}
