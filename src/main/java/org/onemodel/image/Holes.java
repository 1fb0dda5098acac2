/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/**
 * NaN and infinite pixels, which a network must not see and which stay as they are.
 *
 * <pre>{@code
 * RowSource seen = Holes.filled(input);
 * RowSink kept = Holes.kept(input, output, "The computed plane");
 * }</pre>
 */
public final class Holes {

    private Holes() {}

    /**
     * A plane as a network may see it.
     *
     * @param plane a plane
     * @return its rows, holes filled from the finite values around them (with 0 if there is none)
     */
    public static RowSource filled(RowSource plane) {
        return new HoleFilling(plane).filled();
    }

    /**
     * A sink that puts the holes of the input back, bit for bit, before rows go on.
     *
     * @param input the plane that was restored
     * @param output takes the rows
     * @param name what messages call the result
     * @return takes restored rows, whose holes are overwritten; throws IllegalArgumentException if
     *     a value is NaN or infinite where the input is not, which a network should never answer
     */
    public static RowSink kept(RowSource input, RowSink output, String name) {
        return (y, rows, values) -> {
            float[][] before = new float[input.channels()][rows * input.width()];
            input.read(y, rows, before);
            for (int c = 0; c < before.length; c++) {
                for (int i = 0; i < before[c].length; i++) {
                    if (!Float.isFinite(before[c][i])) {
                        values[c][i] = before[c][i];
                    } else if (!Float.isFinite(values[c][i])) {
                        int width = input.width();
                        throw FiniteValues.broken(name, i % width, y + i / width);
                    }
                }
            }
            output.write(y, rows, values);
        };
    }
}
