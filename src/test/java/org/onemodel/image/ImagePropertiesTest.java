/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.onemodel.tile.Tile;
import org.onemodel.tile.TileBlender;
import org.onemodel.tile.TileReader;
import org.onemodel.tile.Tiling;

/**
 * Laws that hold for images of any size, depth, range and tiling, with a network that does nothing.
 */
class ImagePropertiesTest {

    /** How a plane is cut. */
    record Cut(int width, int height, int tile, int overlap) {}

    /** A range of values. */
    record Range(double centre, double spread) {}

    @Provide
    Arbitrary<Cut> cuts() {
        Arbitrary<Integer> sides =
                Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.integers().between(1, 70)),
                        Tuple.of(1, Arbitraries.integers().between(71, 700)));
        return Combinators.combine(
                        sides,
                        sides,
                        Arbitraries.of(1, 2, 16, 32, 64, 100, 128, 256),
                        Arbitraries.integers().between(0, 128))
                .as((w, h, tile, overlap) -> new Cut(w, h, tile, Math.min(overlap, tile / 2)))
                .filter(cut -> cut.tile() >= 16 || cut.width() * cut.height() < 4000);
    }

    @Provide
    Arbitrary<Range> ranges() {
        return Combinators.combine(
                        Arbitraries.of(0, -1, 1e-44, 100, -32768, 65535, 1e10, -1e30, 3e37),
                        Arbitraries.of(0, 1e-45, 1e-38, 1e-3, 1, 1000, 1e12, 1e30, 3e37))
                .as((centre, spread) -> new Range(centre.doubleValue(), spread.doubleValue()));
    }

    @Property(seed = "5", tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void tilesThatCarryTheirPixelsBlendToThePlane(@ForAll("cuts") Cut cut, @ForAll int seed) {
        float[] plane = gaussian(cut.width() * cut.height(), 0, 1, seed);
        float[] blended = throughTiles(plane, cut);
        assertThat(blended).hasSameSizeAs(plane);
        for (int i = 0; i < plane.length; i++) {
            assertThat(Math.abs(blended[i] - plane[i])).as("pixel %d", i).isLessThan(1e-5f);
        }
    }

    @Property(seed = "5", tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void everyPixelIsVisitedByTilesAndTrusted(@ForAll("cuts") Cut cut) {
        float[] ones = new float[cut.width() * cut.height()];
        Arrays.fill(ones, 1);
        for (float value : throughTiles(ones, cut)) {
            assertThat(value).isBetween(1 - 1e-5f, 1 + 1e-5f);
        }
    }

    @Property(seed = "5", tries = 200)
    void normalisationInvertsToWithinRounding(@ForAll("ranges") Range range, @ForAll int seed) {
        float[] values = gaussian(500, range.centre(), range.spread(), seed);
        Normalization normalization =
                Normalizations.of(planes(new FloatProcessor(50, 10, values)), Percentiles.DEFAULT);
        float[] inside = values.clone();
        float[] excess = new float[values.length];
        normalization.takeExcess(inside, excess);
        normalization.apply(inside);
        for (float value : inside) {
            assertThat(value).isBetween(-1f, 1f);
        }
        normalization.invert(inside);
        double step =
                Math.ulp((float) normalization.low()) + Math.ulp((float) normalization.high());
        double width = normalization.high() - normalization.low();
        for (int i = 0; i < values.length; i++) {
            double rounding = step + width * 1e-7 + 2 * Math.ulp(values[i]);
            assertThat(Math.abs((double) inside[i] + excess[i] - values[i]))
                    .as("%s through %s", values[i], normalization)
                    .isLessThanOrEqualTo(rounding);
        }
    }

    @Property(seed = "5", tries = 80, shrinking = ShrinkingMode.BOUNDED)
    void anImageThatPassesThroughNothingIsTheSame(
            @ForAll("cuts") Cut cut,
            @ForAll @IntRange(min = 1, max = 3) int slices,
            @ForAll("depths") int depth,
            @ForAll int seed) {
        ImageStack stack = new ImageStack(cut.width(), cut.height());
        for (int s = 0; s < slices; s++) {
            stack.addSlice(slice(depth, cut, seed + s));
        }
        ImagePlus image = new ImagePlus("any", stack);
        ImagePlus result = unchanged(image, cut);
        assertThat(result.getStackSize()).isEqualTo(slices);
        for (int s = 1; s <= slices; s++) {
            ImageProcessor before = image.getStack().getProcessor(s);
            ImageProcessor after = result.getStack().getProcessor(s);
            assertThat(after.getPixelCount()).isEqualTo(before.getPixelCount());
            assertSame(before, after);
        }
    }

    @Provide
    Arbitrary<Integer> depths() {
        return Arbitraries.of(8, 16, 24, 32);
    }

    private static void assertSame(ImageProcessor before, ImageProcessor after) {
        if (!(before instanceof FloatProcessor)) {
            assertThat(after.getPixels()).isEqualTo(before.getPixels());
            return;
        }
        for (int i = 0; i < before.getPixelCount(); i++) {
            float expected = before.getf(i);
            if (Float.isFinite(expected)) {
                assertThat(Math.abs(after.getf(i) - expected)).as("pixel %d", i).isLessThan(0.05f);
            } else {
                assertThat(Float.floatToRawIntBits(after.getf(i)))
                        .isEqualTo(Float.floatToRawIntBits(expected));
            }
        }
    }

    /** What a restorer does, around a network that does nothing. */
    private static ImagePlus unchanged(ImagePlus image, Cut cut) {
        ImagePlanes planes = new ImagePlanes(image);
        ImageResult result = new ImageResult(planes, "-same", OutputType.SAME);
        PlaneNormalizations normalizations =
                Normalizations.of(planes, NormalizationScope.STACK, Percentiles.DEFAULT);
        for (int i = 0; i < planes.count(); i++) {
            float[][] channels = Plane.of(planes.filledRows(i)).channels();
            for (int c = 0; c < channels.length; c++) {
                Normalization normalization = normalizations.of(i).get(c);
                float[] excess = new float[channels[c].length];
                normalization.takeExcess(channels[c], excess);
                normalization.apply(channels[c]);
                channels[c] = throughTiles(channels[c], cut);
                normalization.invert(channels[c]);
                for (int p = 0; p < excess.length; p++) {
                    channels[c][p] += excess[p];
                }
            }
            result.set(i, new Plane(cut.width(), cut.height(), channels));
        }
        return result.finish();
    }

    private static float[] throughTiles(float[] plane, Cut cut) {
        Tiling tiling = new Tiling(cut.width(), cut.height(), cut.tile(), cut.overlap());
        TileBlender blender = new TileBlender(tiling);
        float[] pixels = new float[cut.tile() * cut.tile()];
        for (Tile tile : tiling.tiles()) {
            TileReader.read(plane, tiling, tile, pixels, 0);
            blender.add(tile, pixels, 0);
        }
        return blender.blend();
    }

    private static ImagePlanes planes(ImageProcessor pixels) {
        return new ImagePlanes(new ImagePlus("any", pixels));
    }

    private static ImageProcessor slice(int depth, Cut cut, int seed) {
        Random random = new Random(seed);
        int pixels = cut.width() * cut.height();
        ImageProcessor slice =
                switch (depth) {
                    case 8 -> new ByteProcessor(cut.width(), cut.height());
                    case 16 -> new ShortProcessor(cut.width(), cut.height());
                    case 24 -> new ColorProcessor(cut.width(), cut.height());
                    default -> new FloatProcessor(cut.width(), cut.height());
                };
        for (int i = 0; i < pixels; i++) {
            switch (depth) {
                case 8 -> slice.set(i, random.nextInt(256));
                case 16 -> slice.set(i, 100 + random.nextInt(65436));
                case 24 -> slice.set(i, 0xff000000 | random.nextInt());
                default ->
                        slice.setf(
                                i,
                                random.nextInt(20) == 0
                                        ? Float.NaN
                                        : (float) (1e4 * random.nextGaussian()));
            }
        }
        return slice;
    }

    private static float[] gaussian(int count, double centre, double spread, int seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (centre + spread * random.nextGaussian());
        }
        return values;
    }
}
