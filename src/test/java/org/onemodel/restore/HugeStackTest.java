/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.camera.NoiseSetting;
import org.onemodel.image.NormalizationScope;
import org.onemodel.image.PlaneSelection;

class HugeStackTest {

    private static final int SIDE = 512;

    /** 2.6 thousand million pixels that are made when they are asked for. */
    private static final int PLANES = 10_000;

    private final List<Integer> read = new ArrayList<>();

    private ImagePlus stack() {
        VirtualStack stack =
                new VirtualStack(SIDE, SIDE, null, "") {
                    @Override
                    public int getSize() {
                        return PLANES;
                    }

                    @Override
                    public int size() {
                        return PLANES;
                    }

                    @Override
                    public ImageProcessor getProcessor(int slice) {
                        read.add(slice);
                        short[] values = new short[SIDE * SIDE];
                        for (int i = 0; i < values.length; i++) {
                            values[i] = (short) (slice + i % SIDE);
                        }
                        return new ShortProcessor(SIDE, SIDE, values, null);
                    }

                    @Override
                    public String getSliceLabel(int slice) {
                        return "plane " + slice;
                    }

                    @Override
                    public int getBitDepth() {
                        return 16;
                    }
                };
        return new ImagePlus("huge", stack);
    }

    @Test
    void planesFarBeyondTwoToThe31PixelsAreRestoredAlone() {
        assertThat((long) PLANES * SIDE * SIDE).isGreaterThan(1L << 31);
        ImageOptions last =
                ImageOptions.DEFAULT
                        .withPlanes(PlaneSelection.parse("all", "9999-10000", "all"))
                        .withNormalization(NormalizationScope.SLICE);
        RestoreOptions options =
                RestoreOptions.defaults().withImage(last).withNoise(NoiseSetting.NONE);
        ImagePlus stack = stack();
        read.clear();
        try (Autoencoder model = TinyModel.draw()) {
            ImagePlus restored =
                    new Restorer(model, 64, options)
                            .withToneOfInput()
                            .restore(stack, "-restored", Progress.NONE);

            assertThat(restored.getStackSize()).isEqualTo(2);
            assertThat(restored.getStack().getSliceLabel(2)).isEqualTo("plane 10000");
            assertThat(restored.getStack().getProcessor(2).get(100, 100)).isBetween(9_900, 10_700);
            assertThat(read).contains(9999, 10_000);
            assertThat(read).filteredOn(slice -> slice > 1).allMatch(slice -> slice >= 9999);
        }
    }
}
