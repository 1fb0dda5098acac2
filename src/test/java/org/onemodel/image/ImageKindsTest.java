/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import static org.assertj.core.api.Assertions.assertThat;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onemodel.image.TestImages.Depth;
import org.onemodel.image.TestImages.Kind;

/**
 * Every kind of image with every kind of selection: right pixels, all metadata, input untouched.
 */
class ImageKindsTest {

    /** What is selected. */
    enum Chosen {
        NOTHING,
        RECTANGLE,
        FREEHAND,
        RANGE,
        CURRENT
    }

    record Case(Depth depth, Kind kind, int channels, int slices, int frames, Chosen chosen) {

        ImagePlus image() {
            ImagePlus image = TestImages.image(depth, kind, channels, slices, frames);
            if (chosen == Chosen.RECTANGLE) {
                image.setRoi(new Roi(-3, 4, 9, 5)); // partly outside
            } else if (chosen == Chosen.FREEHAND) {
                image.setRoi(TestImages.freehand());
            }
            return image;
        }

        PlaneSelection selection() {
            return switch (chosen) {
                case RANGE -> PlaneSelection.parse("all", range(slices), range(frames));
                case CURRENT -> PlaneSelection.CURRENT;
                default -> PlaneSelection.ALL;
            };
        }

        private static String range(int size) {
            return size > 1 ? "2-" + size : "all";
        }

        List<Integer> stackIndices() {
            List<Integer> indices = new ArrayList<>();
            for (int t = 1; t <= frames; t++) {
                for (int z = 1; z <= slices; z++) {
                    for (int c = 1; c <= channels; c++) {
                        boolean in =
                                switch (chosen) {
                                    case RANGE -> (z > 1 || slices == 1) && (t > 1 || frames == 1);
                                    case CURRENT ->
                                            c == Math.min(2, channels)
                                                    && z == Math.min(2, slices)
                                                    && t == Math.min(2, frames);
                                    default -> true;
                                };
                        if (in) {
                            indices.add(c + channels * (z - 1 + slices * (t - 1)));
                        }
                    }
                }
            }
            return indices;
        }
    }

    static Stream<Case> cases() {
        int[][] sizes = {
            {1, 1, 1}, {1, 4, 1}, {1, 1, 4}, {1, 3, 2}, {2, 1, 1}, {2, 3, 1}, {2, 1, 3}, {3, 2, 3}
        };
        return Arrays.stream(Depth.values())
                .flatMap(
                        depth ->
                                Arrays.stream(Kind.values())
                                        .flatMap(
                                                kind ->
                                                        Arrays.stream(sizes)
                                                                .filter(s -> exists(depth, kind, s))
                                                                .flatMap(
                                                                        s -> all(depth, kind, s))));
    }

    private static boolean exists(Depth depth, Kind kind, int[] size) {
        boolean composite = kind.isComposite();
        boolean stack = size[0] * size[1] * size[2] > 1;
        return depth.colour() ? !composite && size[0] == 1 : stack || !composite;
    }

    private static Stream<Case> all(Depth depth, Kind kind, int[] s) {
        return Arrays.stream(Chosen.values())
                .map(chosen -> new Case(depth, kind, s[0], s[1], s[2], chosen));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pixelsAreRestoredWhereChosenAndAllElseIsKept(Case test) {
        ImagePlus image = test.image();
        Untouched before = Untouched.of(image);

        ImagePlus result = plusOne(image, test.selection(), OutputType.SAME);

        assertPixels(test, image, result);
        assertMetadata(test, image, result);
        assertThat(Untouched.of(image)).as("the input").isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void on32BitRequestNothingIsRoundedAndAllElseIsKept(Case test) {
        ImagePlus image = test.image();
        Untouched before = Untouched.of(image);

        ImagePlus result = plusOne(image, test.selection(), OutputType.FLOAT);

        assertThat(result.getBitDepth()).isEqualTo(32);
        assertFloats(test, image, result);
        assertThat(result.getCalibration().calibrated()).isFalse();
        assertThat(result.getCalibration().getUnit()).isEqualTo("micron");
        assertThat(result.getRoi() == null).isEqualTo(image.getRoi() == null);
        assertThat(result.getProp("objective")).isEqualTo("63x");
        assertThat(Untouched.of(image)).as("the input").isEqualTo(before);
    }

    /** A network that makes everything one grey value brighter. */
    static ImagePlus plusOne(ImagePlus image, PlaneSelection selection, OutputType output) {
        ImagePlanes planes =
                new ImagePlanes(image).withSelection(selection).withRegion(RegionUse.AUTO, 3);
        ImageResult result = new ImageResult(planes, "-restored", output);
        for (int i = 0; i < planes.count(); i++) {
            RowSource rows = planes.filledRows(i);
            RowSink sink = result.rows(i);
            float[][] values = new float[rows.channels()][2 * rows.width()];
            for (int y = 0; y < rows.height(); y += 2) {
                int count = Math.min(2, rows.height() - y);
                rows.read(y, count, values);
                for (float[] channel : values) {
                    for (int p = 0; p < channel.length; p++) {
                        channel[p]++;
                    }
                }
                sink.write(y, count, values);
            }
        }
        return result.finish();
    }

    private static void assertPixels(Case test, ImagePlus image, ImagePlus result) {
        List<Integer> indices = test.stackIndices();
        assertThat(result.getStackSize()).isEqualTo(indices.size());
        for (int i = 0; i < indices.size(); i++) {
            ImageProcessor expected = TestImages.slice(test.depth(), indices.get(i));
            if (test.depth() == Depth.INDEXED) {
                expected = expected.convertToRGB();
            }
            for (int p = 0; p < expected.getPixelCount(); p++) {
                int x = p % TestImages.WIDTH;
                int y = p / TestImages.WIDTH;
                if (image.getRoi() == null || image.getRoi().contains(x, y)) {
                    brighten(expected, p);
                }
            }
            assertSame(result.getStack().getPixels(i + 1), expected.getPixels(), i);
        }
    }

    private static void brighten(ImageProcessor pixels, int p) {
        switch (pixels.getBitDepth()) {
            case 8 -> pixels.set(p, Math.min(255, pixels.get(p) + 1));
            case 16 -> pixels.set(p, pixels.get(p) + 1);
            case 32 -> {
                if (Float.isFinite(pixels.getf(p))) {
                    pixels.setf(p, pixels.getf(p) + 1);
                }
            }
            default -> {
                int color = 0xff000000;
                for (int shift = 0; shift < 24; shift += 8) {
                    color |= Math.min(255, (pixels.get(p) >> shift & 0xff) + 1) << shift;
                }
                pixels.set(p, color);
            }
        }
    }

    private static void assertSame(Object actual, Object expected, int slice) {
        if (expected instanceof float[] floats) {
            assertThat(bits((float[]) actual)).as("slice %d", slice).isEqualTo(bits(floats));
        } else {
            assertThat(actual).as("slice %d", slice).isEqualTo(expected);
        }
    }

    private static int[] bits(float[] floats) {
        int[] bits = new int[floats.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(floats[i]));
        return bits;
    }

    private static void assertFloats(Case test, ImagePlus image, ImagePlus result) {
        int channels = test.depth().colour() ? 3 : 1;
        List<Integer> indices = test.stackIndices();
        assertThat(result.getStackSize()).isEqualTo(indices.size() * channels);
        assertThat(result.getNChannels()).isEqualTo(channels * chosenChannels(test));
        for (int i = 0; i < indices.size() * channels; i++) {
            ImageProcessor input = TestImages.slice(test.depth(), indices.get(i / channels));
            ImageProcessor colour =
                    channels == 3 ? input.convertToRGB().toFloat(i % 3, null) : input;
            float[] expected = new float[colour.getPixelCount()];
            for (int p = 0; p < expected.length; p++) {
                int x = p % TestImages.WIDTH;
                int y = p / TestImages.WIDTH;
                boolean inside = image.getRoi() == null || image.getRoi().contains(x, y);
                float value = colour.getf(p) - (test.depth() == Depth.SIGNED16 ? 32768 : 0);
                expected[p] = inside && Float.isFinite(value) ? value + 1 : value;
            }
            assertSame(result.getStack().getPixels(i + 1), expected, i);
        }
    }

    private static int chosenChannels(Case test) {
        return test.chosen() == Chosen.CURRENT ? 1 : test.channels();
    }

    private static void assertMetadata(Case test, ImagePlus image, ImagePlus result) {
        List<Integer> indices = test.stackIndices();
        boolean range = test.chosen() == Chosen.RANGE;
        boolean current = test.chosen() == Chosen.CURRENT;
        int dropped = range && test.slices() > 1 || current ? 1 : 0;
        int firstSlice = test.slices() > 1 ? 1 + dropped : 1;

        assertThat(result.getTitle()).isEqualTo("cells-restored.tif");
        assertThat(result.getType())
                .isEqualTo(test.depth() == Depth.INDEXED ? ImagePlus.COLOR_RGB : image.getType());
        assertThat(result.getNChannels()).isEqualTo(chosenChannels(test));
        assertThat(result.getNSlices())
                .isEqualTo(
                        current
                                ? 1
                                : range && test.slices() > 1 ? test.slices() - 1 : test.slices());
        assertThat(result.getNFrames())
                .isEqualTo(
                        current
                                ? 1
                                : range && test.frames() > 1 ? test.frames() - 1 : test.frames());
        assertThat(result.getChannel()).isEqualTo(current ? 1 : image.getChannel());
        assertThat(result.getSlice()).isEqualTo(image.getSlice() - firstSlice + 1);

        var calibration = image.getCalibration().copy();
        calibration.zOrigin -= firstSlice - 1;
        assertThat(result.getCalibration().equals(calibration)).isTrue();
        assertThat(result.getCalibration().zOrigin).isEqualTo(calibration.zOrigin);
        assertThat(result.getCalibration().getTimeUnit()).isEqualTo("min");
        assertThat(result.getCalibration()).isNotSameAs(image.getCalibration());

        boolean single = test.kind() == Kind.MEMORY && image.getStackSize() == 1;
        for (int i = 0; i < indices.size(); i++) {
            assertThat(result.getStack().getSliceLabel(i + 1))
                    .isEqualTo(single ? null : "plane " + indices.get(i));
        }
        assertOverlay(image, result, indices);
        if (image.getRoi() == null) {
            assertThat(result.getRoi()).isNull();
        } else {
            assertThat(result.getRoi().getBounds()).isEqualTo(image.getRoi().getBounds());
            assertThat(result.getRoi().getType()).isEqualTo(image.getRoi().getType());
            assertThat(result.getRoi()).isNotSameAs(image.getRoi());
        }
        assertThat(result.getProperty("Info")).isEqualTo("a microscope");
        assertThat(result.getProp("objective")).isEqualTo("63x");
        assertColours(test, image, result);
    }

    private static void assertOverlay(ImagePlus image, ImagePlus result, List<Integer> indices) {
        Overlay overlay = result.getOverlay();
        assertThat(result.getHideOverlay()).isTrue();
        assertThat(overlay.size()).isEqualTo(1 + indices.size());
        assertThat(overlay.get(0).getBounds()).isEqualTo(new Roi(1, 2, 3, 4).getBounds());
        for (int i = 0; i < indices.size(); i++) {
            Roi roi = overlay.get(i + 1);
            assertThat(roi.getName()).isEqualTo("of plane " + indices.get(i));
            int position =
                    roi.hasHyperStackPosition()
                            ? result.getStackIndex(
                                    roi.getCPosition(), roi.getZPosition(), roi.getTPosition())
                            : roi.getPosition();
            assertThat(position).isEqualTo(i + 1);
        }
        assertThat(image.getOverlay().size()).isEqualTo(1 + image.getStackSize());
    }

    private static void assertColours(Case test, ImagePlus image, ImagePlus result) {
        if (test.depth().colour()) {
            return;
        }
        boolean one = test.chosen() == Chosen.CURRENT && test.channels() > 1;
        LUT[] expected = image.getLuts();
        LUT[] actual = result.getLuts();
        assertThat(result.isComposite()).isEqualTo(image.isComposite() && !one);
        if (!image.isComposite()) {
            assertThat(actual[0].getBytes()).isEqualTo(expected[0].getBytes());
            assertThat(result.getDisplayRangeMin()).isEqualTo(image.getDisplayRangeMin());
            assertThat(result.getDisplayRangeMax()).isEqualTo(image.getDisplayRangeMax());
            return;
        }
        int first = one ? image.getChannel() - 1 : 0;
        for (int c = 0; c < actual.length; c++) {
            assertThat(actual[c].getBytes()).isEqualTo(expected[first + c].getBytes());
            assertThat(actual[c].min).isEqualTo(expected[first + c].min);
            assertThat(actual[c].max).isEqualTo(expected[first + c].max);
        }
        if (result.isComposite()) {
            assertThat(result.getCompositeMode()).isEqualTo(image.getCompositeMode());
            assertThat(((CompositeImage) result).getActiveChannels())
                    .isEqualTo(((CompositeImage) image).getActiveChannels());
        }
    }

    /** All that must be the same before and after. */
    record Untouched(
            List<Integer> pixels,
            List<String> labels,
            List<Integer> dimensionsAndPosition,
            List<Double> ranges,
            List<Integer> tables,
            String texts,
            Roi roi,
            Overlay overlay,
            String calibration,
            Object undo,
            int undoPixels) {

        static Untouched of(ImagePlus image) {
            List<Integer> pixels = new ArrayList<>();
            List<String> labels = new ArrayList<>();
            for (int i = 1; i <= image.getStackSize(); i++) {
                pixels.add(hash(image.getStack().getProcessor(i).getPixels()));
                labels.add(image.getStack().getSliceLabel(i));
            }
            List<Integer> numbers = new ArrayList<>();
            Arrays.stream(image.getDimensions()).forEach(numbers::add);
            numbers.addAll(
                    List.of(
                            image.getChannel(),
                            image.getSlice(),
                            image.getFrame(),
                            image.getCurrentSlice(),
                            image.getType(),
                            image.getCompositeMode()));
            List<Double> ranges = new ArrayList<>();
            List<Integer> tables = new ArrayList<>();
            ranges.add(image.getProcessor().getMin());
            ranges.add(image.getProcessor().getMax());
            for (LUT table : image.getLuts()) {
                ranges.add(table.min);
                ranges.add(table.max);
                tables.add(Arrays.hashCode(table.getBytes()));
            }
            Object undo = image.getProcessor().getSnapshotPixels();
            return new Untouched(
                    pixels,
                    labels,
                    numbers,
                    ranges,
                    tables,
                    image.getTitle() + image.getProperties() + image.changes,
                    image.getRoi(),
                    image.getOverlay(),
                    image.getCalibration().toString() + image.getCalibration().getFunction(),
                    undo,
                    undo == null ? 0 : hash(undo));
        }

        private static int hash(Object pixels) {
            return Arrays.deepHashCode(new Object[] {pixels});
        }
    }
}
