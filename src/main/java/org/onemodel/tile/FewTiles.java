/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tile;

/**
 * Chooses a part of a plane that is soon computed: no larger than is of use, and placed so that few
 * tiles reach it.
 */
public final class FewTiles {

    /** A part that many tiles reach is made smaller until it has about this side. */
    private static final int MOST_PIXELS = 600;

    /** Below that it is no more of use, and takes as many tiles as it needs. */
    private static final int FEWEST_PIXELS = 128;

    private FewTiles() {}

    /**
     * Chooses a part.
     *
     * @param tiling the tiling of the plane
     * @param wanted a part of the plane; all of it is chosen if that is not too much
     * @param focus a part of the plane around whose centre it lies otherwise
     * @param reach pixels around the chosen part that are computed from the same tiles
     * @return a part of the wanted part
     */
    public static Block of(Tiling tiling, Block wanted, Block focus, int reach) {
        Stretch x =
                new Axis(tiling, tiling.columns(), tiling.width(), reach)
                        .part(wanted.x(), wanted.right(), focus.x() + focus.width() / 2);
        Stretch y =
                new Axis(tiling, tiling.rows(), tiling.height(), reach)
                        .part(wanted.y(), wanted.bottom(), focus.y() + focus.height() / 2);
        return new Block(x.from(), y.from(), x.end() - x.from(), y.end() - y.from());
    }

    /** Pixels along an axis that only some tiles reach, and their surroundings too. */
    private record Stretch(int from, int end) {

        Stretch within(int low, int high) {
            return new Stretch(Math.max(from, low), Math.min(end, high));
        }

        boolean isEmpty() {
            return from >= end;
        }

        int distance(int focus) {
            return Math.abs(from + end - 2 * focus);
        }
    }

    /** All tiles along an axis of the plane. */
    private record Axis(int[] starts, int side, int untrusted, int size, int reach) {

        Axis(Tiling tiling, int[] starts, int size, int reach) {
            this(starts, tiling.tile(), tiling.untrusted(), size, reach);
        }

        Stretch part(int from, int end, int focus) {
            int first = 0;
            while (endOf(first) <= Math.max(0, from - reach)) {
                first++;
            }
            int last = starts.length - 1;
            while (startOf(last) >= Math.min(size, end + reach)) {
                last--;
            }
            int count = Math.min(last - first + 1, most());
            Stretch nearest = nearest(first, last, count, from, end, focus);
            // What lies where two tiles overlap takes both of them.
            return nearest.isEmpty() ? nearest(first, last, count + 1, from, end, focus) : nearest;
        }

        private Stretch nearest(int first, int last, int count, int from, int end, int focus) {
            Stretch nearest = of(first, count).within(from, end);
            for (int i = first + 1; i + count - 1 <= last; i++) {
                Stretch next = of(i, count).within(from, end);
                boolean nearer = next.distance(focus) < nearest.distance(focus);
                if (!next.isEmpty() && (nearer || nearest.isEmpty())) {
                    nearest = next;
                }
            }
            return nearest;
        }

        private Stretch of(int first, int count) {
            int next = first + count;
            return new Stretch(
                    first == 0 ? 0 : endOf(first - 1) + reach,
                    next == starts.length ? size : startOf(next) - reach);
        }

        private int most() {
            if (starts.length == 1) {
                return 1;
            }
            int stride = starts[1] - starts[0];
            int ofNone = stride - side + 2 * untrusted - 2 * reach;
            int most = Math.max(1, (MOST_PIXELS - ofNone) / stride);
            while (ofNone + most * stride < FEWEST_PIXELS) {
                most++;
            }
            return most;
        }

        /** The first pixel that a tile is trusted at. */
        private int startOf(int tile) {
            return starts[tile] + untrusted;
        }

        /** The pixel behind the last one that a tile is trusted at. */
        private int endOf(int tile) {
            return starts[tile] + side - untrusted;
        }
    }
}
