/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImagePlanesTest {

    @Test
    void bytesAndShortsAreReadUnsigned() {
        ByteProcessor bytes = new ByteProcessor(2, 1, new byte[] {(byte) 200, 3}, null);
        assertThat(only(new ImagePlus("8", bytes))[0]).containsExactly(200, 3);
        ShortProcessor shorts = new ShortProcessor(1, 2, new short[] {(short) 60000, 3}, null);
        assertThat(only(new ImagePlus("16", shorts))[0]).containsExactly(60000, 3);
    }

    @Test
    void signed16BitImagesKeepTheirRawValues() {
        ShortProcessor shorts = new ShortProcessor(2, 1, new short[] {0, (short) 32768}, null);
        ImagePlus image = new ImagePlus("signed", shorts);
        image.getCalibration().setSigned16BitCalibration();
        assertThat(only(image)[0]).containsExactly(0, 32768);
    }

    @Test
    void eightBitColourImagesAreReadAsTheirColours() {
        ByteProcessor bytes = new ByteProcessor(2, 1, new byte[] {1, (byte) 200}, null);
        LUT table = table(new Random(4));
        bytes.setLut(table);
        ImagePlus image = new ImagePlus("red", bytes);
        image.setTypeToColor256();
        assertThat(image.getType()).isEqualTo(ImagePlus.COLOR_256);
        assertThat(only(image))
                .isEqualTo(
                        new float[][] {
                            {table.getRed(1), table.getRed(200)},
                            {table.getGreen(1), table.getGreen(200)},
                            {table.getBlue(1), table.getBlue(200)}
                        });
    }

    @Test
    void rgbImagesHaveThreeChannels() {
        ColorProcessor colors = new ColorProcessor(2, 1, new int[] {0xff8040, 0x000102});
        assertThat(only(new ImagePlus("rgb", colors)))
                .isEqualTo(new float[][] {{255, 0}, {128, 1}, {64, 2}});
    }

    @Test
    void writingAPlaneDoesNotReachTheImage() {
        float[] pixels = {1, 2, 3};
        only(new ImagePlus("float", new FloatProcessor(3, 1, pixels)))[0][0] = 9;
        assertThat(pixels).containsExactly(1, 2, 3);
    }

    @Test
    void virtualStacksAreReadPlaneByPlane() {
        List<Integer> read = new ArrayList<>();
        VirtualStack stack =
                new VirtualStack(4, 3, 5) {
                    @Override
                    public ImageProcessor getProcessor(int n) {
                        read.add(n);
                        ByteProcessor slice = new ByteProcessor(4, 3);
                        slice.set(0, n);
                        return slice;
                    }
                };
        ImagePlanes planes = new ImagePlanes(new ImagePlus("virtual", stack));
        assertThat(planes.count()).isEqualTo(5);
        read.clear();
        assertThat(planes.plane(3).channels()[0][0]).isEqualTo(4);
        assertThat(read).containsExactly(4);
    }

    @Test
    void planesAreInStackOrder() {
        ImageStack stack = new ImageStack(1, 1);
        for (int i = 0; i < 6; i++) {
            stack.addSlice(new ByteProcessor(1, 1, new byte[] {(byte) i}, null));
        }
        ImagePlus image = new ImagePlus("hyperstack", stack);
        image.setDimensions(2, 3, 1);
        ImagePlanes planes = new ImagePlanes(image);
        assertThat(planes.plane(5).channels()[0]).containsExactly(5);
        assertThat(planes.channelOf(4)).isZero();
        assertThat(planes.channelOf(5)).isEqualTo(1);
    }

    @Test
    void noImageIsReported() {
        assertThatThrownBy(() -> new ImagePlanes(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no image; open one and choose it.");
    }

    @Test
    void aClosedImageIsReported() {
        assertThatThrownBy(() -> new ImagePlanes(new ImagePlus()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no pixels (0 x 0)")
                .hasMessageEndingWith("open it and choose it again.");
    }

    @Test
    void nanAndInfinitePixelsAreRefusedOnlyWhereNumbersAreNeeded() {
        ImageStack stack = new ImageStack(3, 2);
        stack.addSlice(new FloatProcessor(3, 2));
        float[] pixels = {0, 0, 0, 0, Float.NaN, Float.NEGATIVE_INFINITY};
        stack.addSlice(new FloatProcessor(3, 2, pixels));
        ImagePlanes planes = new ImagePlanes(new ImagePlus("cells.tif", stack));
        assertThat(planes.finitePlane(0).channels()[0]).containsOnly(0);
        assertThat(planes.plane(1).channels()[0]).containsExactly(pixels);
        assertThatThrownBy(() -> planes.finitePlane(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Slice 2 of 'cells.tif' has 2 NaN or infinite pixels, the first at x=1,"
                                + " y=1; replace them by numbers first, for example with Process >"
                                + " Noise > Remove NaNs... or Process > Math > Macro...");
    }

    @Test
    void planesOfAnotherSizeAreRefused() {
        assertThatThrownBy(() -> new Plane(2, 2, new float[][] {new float[3]}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Channel 0 of the plane has 3 values; expected 2 x 2 = 4.");
    }

    static LUT ramp(int red, int green, int blue) {
        byte[][] table = new byte[3][256];
        for (int i = 0; i < 256; i++) {
            table[0][i] = (byte) (red * i / 255);
            table[1][i] = (byte) (green * i / 255);
            table[2][i] = (byte) (blue * i / 255);
        }
        return new LUT(table[0], table[1], table[2]);
    }

    /** Unordered colours, as of an indexed GIF; ImageJ takes an even ramp for a grey image. */
    static LUT table(Random random) {
        byte[][] table = new byte[3][256];
        for (byte[] channel : table) {
            random.nextBytes(channel);
        }
        return new LUT(table[0], table[1], table[2]);
    }

    private static float[][] only(ImagePlus image) {
        ImagePlanes planes = new ImagePlanes(image);
        assertThat(planes.count()).isEqualTo(1);
        Plane plane = planes.plane(0);
        assertThat(plane.channels()).hasNumberOfRows(planes.channelsPerPlane());
        return plane.channels();
    }
}
