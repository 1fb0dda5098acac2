/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Names of a series, such as <code>convs.{2n+1}.conv.weight</code>: n runs from 0, and each name
 * has the index that its braces compute from n; <code>{r}</code> is the resolution 8·2ⁿ.
 */
final class Series {

    /** More than any network has layers of a kind or resolutions. */
    static final int LONGEST = 32;

    private static final Pattern INDEX = Pattern.compile("\\{(\\d*)n(?:\\+(\\d+))?}");

    private Series() {}

    /** The n-th name of a series. */
    static String at(int n, String names) {
        return INDEX.matcher(names)
                .replaceAll(found -> Integer.toString(index(n, found)))
                .replace("{r}", Long.toString(8L << n));
    }

    /** How many names of a series exist, from the first on without a gap. */
    static int count(String names, Predicate<String> exists) {
        int count = 0;
        while (count < LONGEST && exists.test(at(count, names))) {
            count++;
        }
        return count;
    }

    private static int index(int n, MatchResult found) {
        int factor = found.group(1).isEmpty() ? 1 : Integer.parseInt(found.group(1));
        int offset = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
        return factor * n + offset;
    }
}
