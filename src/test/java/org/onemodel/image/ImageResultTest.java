/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImageResultTest {

    @Test
    void integersAreRoundedAndClamped() {
        ImagePlus bytes = single(new ImagePlus("8", new ByteProcessor(4, 1)), -3, 1.5f, 2.4f, 300);
        assertThat(bytes.getBitDepth()).isEqualTo(8);
        assertThat((byte[]) bytes.getProcessor().getPixels()).containsExactly(0, 2, 2, (byte) 255);
        ImagePlus shorts =
                single(new ImagePlus("16", new ShortProcessor(4, 1)), -3, 1.5f, 65534.4f, 1e9f);
        assertThat(shorts.getBitDepth()).isEqualTo(16);
        assertThat((short[]) shorts.getProcessor().getPixels())
                .containsExactly((short) 0, (short) 2, (short) 65534, (short) 65535);
    }

    @Test
    void floatsStayAsTheyAre() {
        ImagePlus result =
                single(new ImagePlus("32", new FloatProcessor(3, 1)), -3.25f, 1e9f, 0.1f);
        assertThat((float[]) result.getProcessor().getPixels()).containsExactly(-3.25f, 1e9f, 0.1f);
    }

    @Test
    void rgbImagesStayRgb() {
        int[] colors = {0xff102030, 0xffffff00};
        ImagePlus source = new ImagePlus("rgb", new ColorProcessor(2, 1, colors.clone()));
        ImagePlus result = copy(source);
        assertThat(result.getType()).isEqualTo(ImagePlus.COLOR_RGB);
        assertThat((int[]) result.getProcessor().getPixels()).containsExactly(colors);
    }

    @Test
    void singleImagesKeepCalibrationColoursOverlaySelectionAndInfo() {
        ShortProcessor pixels = new ShortProcessor(20, 10);
        pixels.setLut(ImagePlanesTest.ramp(0, 255, 0));
        pixels.setMinAndMax(100, 900);
        ImagePlus source = new ImagePlus("cells.tif", pixels);
        source.getCalibration().setUnit("micron");
        source.getCalibration().pixelWidth = 0.25;
        source.getCalibration().setSigned16BitCalibration();
        source.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
        source.setRoi(new Roi(5, 1, 7, 6));
        source.setProperty("Info", "a microscope");
        source.setProp("objective", "63x");
        source.setDisplayRange(100, 900);

        ImagePlus result = copy(source);

        assertThat(result.getTitle()).isEqualTo("cells-restored.tif");
        assertThat(result.getCalibration().getUnit()).isEqualTo("micron");
        assertThat(result.getCalibration().pixelWidth).isEqualTo(0.25);
        assertThat(result.getCalibration().isSigned16Bit()).isTrue();
        assertThat(result.getCalibration()).isNotSameAs(source.getCalibration());
        assertSameColors(result.getProcessor().getLut(), ImagePlanesTest.ramp(0, 255, 0));
        assertThat(result.getDisplayRangeMin()).isEqualTo(100);
        assertThat(result.getDisplayRangeMax()).isEqualTo(900);
        assertThat(result.getOverlay().get(0).getBounds())
                .isEqualTo(new Roi(1, 2, 3, 4).getBounds());
        assertThat(result.getOverlay().get(0)).isNotSameAs(source.getOverlay().get(0));
        assertThat(result.getRoi().getBounds()).isEqualTo(new Roi(5, 1, 7, 6).getBounds());
        assertThat(result.getRoi()).isNotSameAs(source.getRoi());
        assertThat(result.getProperty("Info")).isEqualTo("a microscope");
        assertThat(result.getProp("objective")).isEqualTo("63x");
    }

    @Test
    void stacksKeepLabelsDimensionsAndColoursOfAllSlices() {
        ImagePlus source = stack(1, 1, 6);
        source.getProcessor().setLut(ImagePlanesTest.ramp(255, 0, 0));
        source.getStack().update(source.getProcessor());
        source.setSlice(4);

        ImagePlus result = copy(source);

        assertThat(result.getNFrames()).isEqualTo(6);
        assertThat(result.getStack().getSliceLabel(3)).isEqualTo("plane 3");
        assertThat(result.getCurrentSlice()).isEqualTo(4);
        LUT red = ImagePlanesTest.ramp(255, 0, 0);
        assertSameColors(result.getProcessor().getLut(), red);
        assertSameColors(result.getStack().getProcessor(2).getLut(), red);
        assertSamePixels(result, source);
    }

    @Test
    void compositesKeepModeChannelColoursAndRanges() {
        CompositeImage source = new CompositeImage(stack(2, 3, 1), CompositeImage.COMPOSITE);
        LUT cyan = ImagePlanesTest.ramp(0, 255, 255);
        cyan.min = 10;
        cyan.max = 77;
        source.setChannelLut(ImagePlanesTest.ramp(255, 0, 255), 1);
        source.setChannelLut(cyan, 2);
        source.setPosition(2, 3, 1);

        ImagePlus result = copy(source);

        assertThat(result.isComposite()).isTrue();
        assertThat(result.getCompositeMode()).isEqualTo(CompositeImage.COMPOSITE);
        assertThat(result.isHyperStack()).isTrue();
        assertThat(result.getDimensions()).isEqualTo(source.getDimensions());
        assertThat(result.getChannel()).isEqualTo(2);
        assertThat(result.getSlice()).isEqualTo(3);
        LUT[] luts = result.getLuts();
        assertSameColors(luts[0], ImagePlanesTest.ramp(255, 0, 255));
        assertSameColors(luts[1], cyan);
        assertThat(luts[1].min).isEqualTo(10);
        assertThat(luts[1].max).isEqualTo(77);
        assertThat(result.getStack().getSliceLabel(6)).isEqualTo("plane 6");
        assertSamePixels(result, source);
    }

    @Test
    void greyCompositesStayGrey() {
        CompositeImage source = new CompositeImage(stack(2, 1, 2), CompositeImage.GRAYSCALE);
        assertThat(copy(source).getCompositeMode()).isEqualTo(CompositeImage.GRAYSCALE);
    }

    @Test
    void compositesOfOneChannelKeepTheirDimensions() {
        for (int slices : new int[] {3, 9}) {
            CompositeImage source = new CompositeImage(stack(1, slices, 1), CompositeImage.COLOR);
            source.setDimensions(1, slices, 1);
            source.setChannelLut(ImagePlanesTest.ramp(0, 255, 0), 1);
            ImagePlus result = copy(source);
            assertThat(result.getDimensions()).isEqualTo(source.getDimensions());
            assertSameColors(result.getLuts()[0], ImagePlanesTest.ramp(0, 255, 0));
            assertSamePixels(result, source);
        }
    }

    @Test
    void virtualStacksGiveAStackInMemory() {
        VirtualStack slices =
                new VirtualStack(5, 4, 3) {
                    @Override
                    public ImageProcessor getProcessor(int n) {
                        ByteProcessor slice = new ByteProcessor(5, 4);
                        slice.set(n, 100 + n);
                        return slice;
                    }
                };
        ImagePlus result = copy(new ImagePlus("virtual", slices));
        assertThat(result.getStack().isVirtual()).isFalse();
        assertThat(result.getStackSize()).isEqualTo(3);
        assertThat(result.getStack().getProcessor(3).get(3)).isEqualTo(103);
    }

    @Test
    void theInputIsNotModified() {
        ImagePlus source = stack(2, 3, 1);
        ImagePlus before = source.duplicate();
        String title = source.getTitle();
        ImageResult result = new ImageResult(source, "-restored");
        for (int i = 0; i < 6; i++) {
            result.set(i, new Plane(5, 4, new float[][] {new float[20]}));
        }
        ImagePlus finished = result.finish();
        finished.getCalibration().setUnit("inch");
        finished.getStack().setSliceLabel("changed", 1);
        assertSamePixels(source, before);
        assertThat(source.getTitle()).isEqualTo(title);
        assertThat(source.getCalibration().getUnit()).isEqualTo("pixel");
        assertThat(source.getStack().getSliceLabel(1)).isEqualTo("plane 1");
    }

    @Test
    void eightBitColourImagesBecomeRgb() {
        ByteProcessor pixels = new ByteProcessor(2, 1, new byte[] {3, (byte) 250}, null);
        pixels.setLut(ImagePlanesTest.table(new Random(4)));
        ImagePlus source = new ImagePlus("indexed", pixels);
        source.setTypeToColor256();
        ImagePlus result = copy(source);
        assertThat(result.getType()).isEqualTo(ImagePlus.COLOR_RGB);
        assertThat((int[]) result.getProcessor().getPixels())
                .containsExactly((int[]) source.getProcessor().convertToRGB().getPixels());
    }

    @Test
    void titlesOfOpenImagesAreNotUsedAgain() {
        ImagePlus open = new ImagePlus("blobs-restored.gif", new ByteProcessor(1, 1));
        boolean batchMode = Interpreter.batchMode;
        Interpreter.batchMode = true;
        Interpreter.addBatchModeImage(open);
        try {
            ImagePlus source = new ImagePlus("blobs.gif", new ByteProcessor(1, 1));
            assertThat(copy(source).getTitle()).isEqualTo("blobs-restored-1.gif");
        } finally {
            Interpreter.removeBatchModeImage(open);
            Interpreter.batchMode = batchMode;
        }
    }

    @Test
    void titlesWithoutAnExtensionGetTheSuffixAtTheEnd() {
        assertThat(copy(new ImagePlus("run 1.25", new ByteProcessor(1, 1))).getTitle())
                .isEqualTo("run 1.25-restored");
    }

    @Test
    void aPlaneOfAnotherSizeIsRefused() {
        ImageResult result = new ImageResult(stack(1, 2, 1), "-restored");
        assertThatThrownBy(() -> result.set(1, new Plane(4, 5, new float[][] {new float[20]})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The plane for slice 2 of 'stack-restored' has 4 x 5 pixels and 1 channels;"
                                + " expected 5 x 4 and 1.");
    }

    @Test
    void aModelThatAnswersNanIsReported() {
        ImageResult result = new ImageResult(new ImagePlus("a", new ByteProcessor(1, 1)), "-b");
        assertThatThrownBy(() -> result.set(0, new Plane(1, 1, new float[][] {{Float.NaN}})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The computed slice 1 of 'a-b' has a NaN or infinite pixel at x=0, y=0;"
                                + " check the model, or try it on the CPU.");
    }

    @Test
    void aMissingPlaneIsReported() {
        ImageResult result = new ImageResult(stack(1, 2, 1), "-restored");
        result.set(0, new Plane(5, 4, new float[][] {new float[20]}));
        assertThatThrownBy(result::finish)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Slice 2 of 2 of 'stack-restored' is missing; set all before finishing.");
    }

    private static ImagePlus stack(int channels, int slices, int frames) {
        ImageStack stack = new ImageStack(5, 4);
        for (int i = 1; i <= channels * slices * frames; i++) {
            ByteProcessor pixels = new ByteProcessor(5, 4);
            for (int p = 0; p < 20; p++) {
                pixels.set(p, 10 * i + p);
            }
            stack.addSlice("plane " + i, pixels);
        }
        ImagePlus image = new ImagePlus("stack", stack);
        image.setDimensions(channels, slices, frames);
        image.setOpenAsHyperStack(channels > 1);
        return image;
    }

    private static ImagePlus single(ImagePlus source, float... values) {
        ImageResult result = new ImageResult(source, "-restored");
        result.set(0, new Plane(source.getWidth(), source.getHeight(), new float[][] {values}));
        return result.finish();
    }

    private static ImagePlus copy(ImagePlus source) {
        ImagePlanes planes = new ImagePlanes(source);
        ImageResult result = new ImageResult(source, "-restored");
        for (int i = 0; i < planes.count(); i++) {
            result.set(i, planes.plane(i));
        }
        return result.finish();
    }

    private static void assertSamePixels(ImagePlus actual, ImagePlus expected) {
        assertThat(actual.getStackSize()).isEqualTo(expected.getStackSize());
        for (int i = 1; i <= expected.getStackSize(); i++) {
            assertThat(actual.getStack().getPixels(i))
                    .as("slice %d", i)
                    .isEqualTo(expected.getStack().getPixels(i));
        }
    }

    private static void assertSameColors(LUT actual, LUT expected) {
        assertThat(actual.getBytes()).isEqualTo(expected.getBytes());
    }
}
