/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import org.onemodel.image.RowSource;
import org.onemodel.tile.Block;
import org.onemodel.tile.Tile;
import org.onemodel.tile.TileReader;
import org.onemodel.tile.Tiling;

/**
 * A plane as a network sees it: read a part at a time, and mapped to the network's range.
 *
 * @param source the plane, with finite values
 * @param treatment how it is brought to the network and back
 */
record SeenPlane(RowSource source, Treatment treatment) {

    /** Values of a part as they are, {@code [channels][height * width]}. */
    float[][] grey(Block part) {
        float[][] values =
                new float[source.channels()][Math.multiplyExact(part.width(), part.height())];
        source.read(part.x(), part.y(), part.width(), part.height(), values);
        return values;
    }

    /** Values of a part as the network sees them, {@code [channels][height * width]}. */
    float[][] seen(Block part) {
        float[][] values = grey(part);
        float[] beyond = new float[values[0].length];
        for (int c = 0; c < values.length; c++) {
            if (treatment.excess()) {
                treatment.maps().get(c).takeExcess(values[c], beyond);
            }
            treatment.maps().get(c).apply(values[c]);
        }
        return values;
    }

    /**
     * The pixels of tiles.
     *
     * @param tiling the plane's tiling
     * @param band a part of the plane that has all that the tiles see; it is read now
     * @return gives tiles inside the band
     */
    TiledNetwork.Source tiles(Tiling tiling, Block band) {
        float[][] values = seen(band);
        return new TiledNetwork.Source() {
            @Override
            public int channels() {
                return values.length;
            }

            @Override
            public void read(Tile tile, int channel, float[] target, int offset) {
                TileReader.read(values[channel], band, tiling, tile, target, offset);
            }
        };
    }

    /**
     * Maps restored values back to grey values, and gives back what the network did not see.
     *
     * @param restored values of a part as the network gave them; overwritten
     * @param part the part
     */
    void bringBack(float[][] restored, Block part) {
        for (int c = 0; c < restored.length; c++) {
            treatment.maps().get(c).invert(restored[c]);
        }
        if (treatment.excess()) {
            addExcess(restored, grey(part));
        }
    }

    private void addExcess(float[][] values, float[][] grey) {
        float[] beyond = new float[grey[0].length];
        for (int c = 0; c < values.length; c++) {
            treatment.maps().get(c).takeExcess(grey[c], beyond);
            for (int i = 0; i < beyond.length; i++) {
                values[c][i] += beyond[i];
            }
        }
    }
}
