/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image.figure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A font of our own, drawn with strokes. Java's fonts need a library and font files that small
 * servers lack, and look different on each machine.
 *
 * <p>It has the characters of ASCII and what figures need besides. Letters with accents are put
 * together; any other character is an empty box.
 */
final class StrokeFont {

    /** Height of a capital letter, in units of the font. */
    static final double CAPITAL = 12;

    private static final double SMALL = 8; // height of a small letter

    /** How far letters go below the baseline, in units of the font. */
    static final double DESCENDER = 4;

    /**
     * A character.
     *
     * @param strokes what is drawn
     * @param advance from its left to the next one's, in units of the font
     */
    record Glyph(List<Stroke> strokes, double advance) {

        /** The letter with an accent above it, which takes the place of its dot. */
        Glyph with(Glyph accent) {
            List<Stroke> all = new ArrayList<>(strokes);
            all.removeIf(stroke -> stroke.isDot() && stroke.top() > SMALL);
            double top =
                    all.stream().mapToDouble(Stroke::top).max().orElse(0) > SMALL ? CAPITAL : SMALL;
            double middle = (advance - BETWEEN) / 2;
            accent.strokes.forEach(stroke -> all.add(stroke.moved(middle, top)));
            return new Glyph(List.copyOf(all), advance);
        }
    }

    private static final String LETTER = "◌";
    private static final double BETWEEN = 3.2;
    private static final double SPACE = 6.2;
    private static final Glyph BOX = parse("L 0 0 7 0 7 12 0 12 0 0");
    private static final Map<Integer, Glyph> GLYPHS = read();

    private StrokeFont() {}

    /** The characters of a text. */
    static List<Glyph> glyphs(String text) {
        return text.codePoints().boxed().flatMap(StrokeFont::glyphsOf).toList();
    }

    private static Stream<Glyph> glyphsOf(int character) {
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            return Stream.of(new Glyph(List.of(), SPACE));
        }
        Glyph glyph = GLYPHS.get(character);
        return glyph == null ? composed(character).stream() : Stream.of(glyph);
    }

    /** Its letters with their accents; an accent that the font lacks is left out. */
    private static List<Glyph> composed(int character) {
        List<Glyph> letters = new ArrayList<>();
        int[] parts =
                Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
                        .codePoints()
                        .toArray();
        for (int part : parts) {
            if (Character.getType(part) != Character.NON_SPACING_MARK) {
                letters.add(GLYPHS.getOrDefault(part, BOX));
            } else if (!letters.isEmpty() && GLYPHS.containsKey(part)) {
                Glyph letter = letters.remove(letters.size() - 1);
                letters.add(letter.with(GLYPHS.get(part)));
            }
        }
        return letters;
    }

    private static Map<Integer, Glyph> read() {
        Map<Integer, Glyph> glyphs = new HashMap<>();
        try (InputStream in = StrokeFont.class.getResourceAsStream("glyphs.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("//")) {
                    int at = line.startsWith(LETTER) ? LETTER.length() : 0; // an accent's
                    glyphs.put(line.codePointAt(at), parse(line.substring(at + 2)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The letters of labels can't be read.", e);
        }
        return Map.copyOf(glyphs);
    }

    private static Glyph parse(String text) {
        List<Stroke> strokes = new ArrayList<>();
        double right = 0;
        for (String part : text.split(";")) {
            Stroke stroke = Stroke.parse(part);
            strokes.add(stroke);
            right = Math.max(right, stroke.right());
        }
        return new Glyph(List.copyOf(strokes), right + BETWEEN);
    }
}
