/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NormalizationScopeTest {

    /** Planes from 0 to 1, 2, 3 in the first channel, to 10, 20, 30 in the second. */
    private final ImagePlus twoChannels = twoChannels();

    @Test
    void aStackHasOneRangeAndEachChannelIsAStack() {
        for (NormalizationScope scope :
                List.of(NormalizationScope.STACK, NormalizationScope.CHANNEL)) {
            PlaneNormalizations ranges = of(new ImagePlanes(twoChannels), scope);
            for (int i = 0; i < 6; i++) {
                assertThat(ranges.of(i))
                        .containsExactly(Normalization.ofRange(0, i % 2 == 0 ? 3 : 30));
            }
        }
    }

    @Test
    void slicesHaveTheirOwnOnRequest() {
        PlaneNormalizations ranges = of(new ImagePlanes(twoChannels), NormalizationScope.SLICE);
        assertThat(ranges.of(0)).containsExactly(Normalization.ofRange(0, 1));
        assertThat(ranges.of(3)).containsExactly(Normalization.ofRange(0, 20));
    }

    @Test
    void aPartHasTheRangeThatTheWholeHas() {
        twoChannels.setRoi(new Roi(0, 0, 1, 1));
        ImagePlanes part =
                new ImagePlanes(twoChannels)
                        .withSelection(PlaneSelection.parse("2", "1", "all"))
                        .withRegion(RegionUse.INSIDE, 0);
        assertThat(of(part, NormalizationScope.STACK).of(0))
                .containsExactly(Normalization.ofRange(0, 30));
        assertThat(of(part, NormalizationScope.SLICE).of(0))
                .containsExactly(Normalization.ofRange(0, 10));
    }

    @Test
    void coloursShareARangeUnlessTheyAreToldApart() {
        ImagePlus image =
                new ImagePlus("rgb", new ColorProcessor(2, 1, new int[] {0x00001005, 0x00ff3010}));
        ImagePlanes planes = new ImagePlanes(image);
        Normalization all = Normalization.ofRange(0, 255);
        assertThat(of(planes, NormalizationScope.STACK).of(0)).containsExactly(all, all, all);
        assertThat(of(planes, NormalizationScope.SLICE).of(0)).containsExactly(all, all, all);
        assertThat(of(planes, NormalizationScope.CHANNEL).of(0))
                .containsExactly(all, Normalization.ofRange(16, 48), Normalization.ofRange(5, 16));
    }

    @Test
    void onlyTheSelectedChannelsOfAVirtualStackAreRead() {
        TreeSet<Integer> read = new TreeSet<>();
        VirtualStack stack =
                new VirtualStack(4, 3, 6) {
                    @Override
                    public ImageProcessor getProcessor(int n) {
                        read.add(n);
                        return new ByteProcessor(4, 3);
                    }
                };
        ImagePlus image = new ImagePlus("virtual", stack);
        image.setDimensions(2, 3, 1);
        ImagePlanes planes =
                new ImagePlanes(image).withSelection(PlaneSelection.parse("2", "1", "all"));
        read.clear();
        of(planes, NormalizationScope.STACK);
        assertThat(read).containsExactly(2, 4, 6);
        read.clear();
        of(planes, NormalizationScope.SLICE).of(0);
        assertThat(read).containsExactly(2);
    }

    @Test
    void holesDoNotCount() {
        float[] values = {Float.NaN, 5, Float.NEGATIVE_INFINITY, -2.5f, Float.POSITIVE_INFINITY, 7};
        ImagePlanes planes = planes(values);
        assertThat(Normalizations.of(planes, Percentiles.MIN_MAX))
                .isEqualTo(Normalization.ofRange(-2.5, 7));
        assertThat(Normalizations.of(planes, new Percentiles(0, 60)))
                .isEqualTo(Normalization.ofRange(-2.5, 5));
    }

    @Test
    void planesWithoutAnyNumberHaveAnEmptyRange() {
        float[] values = {Float.NaN, Float.NaN, Float.POSITIVE_INFINITY};
        assertThat(Normalizations.of(planes(values), Percentiles.DEFAULT))
                .isEqualTo(Normalization.ofRange(0, 0));
    }

    private static ImagePlanes planes(float[] values) {
        return new ImagePlanes(new ImagePlus("a", new FloatProcessor(values.length, 1, values)));
    }

    private static PlaneNormalizations of(ImagePlanes planes, NormalizationScope scope) {
        return Normalizations.of(planes, scope, Percentiles.MIN_MAX);
    }

    private static ImagePlus twoChannels() {
        ImageStack stack = new ImageStack(2, 1);
        for (int slice = 1; slice <= 3; slice++) {
            stack.addSlice(new FloatProcessor(2, 1, new float[] {0, slice}));
            stack.addSlice(new FloatProcessor(2, 1, new float[] {0, 10 * slice}));
        }
        ImagePlus image = new ImagePlus("two channels", stack);
        image.setDimensions(2, 3, 1);
        return image;
    }
}
