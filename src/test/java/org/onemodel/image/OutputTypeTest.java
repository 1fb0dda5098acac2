/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import org.junit.jupiter.api.Test;
import org.onemodel.image.TestImages.Depth;
import org.onemodel.image.TestImages.Kind;

class OutputTypeTest {

    @Test
    void wordsAreReadInAnyCaseAndOthersRefused() {
        assertThat(OutputType.of(" Same")).isEqualTo(OutputType.SAME);
        assertThat(OutputType.of("32-BIT")).isEqualTo(OutputType.FLOAT);
        assertThat(RegionUse.of("inside")).isEqualTo(RegionUse.INSIDE);
        assertThat(NormalizationScope.of("slice")).isEqualTo(NormalizationScope.SLICE);
        assertThatThrownBy(() -> OutputType.of("16"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The option output is '16'; give same or 32-bit.");
        assertThatThrownBy(() -> NormalizationScope.of(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The option normalization is ''; give stack or channel or slice.");
    }

    @Test
    void floatResultsOfIntegersKeepFractionsAndWhatLiesBeyondTheType() {
        ImagePlus image = new ImagePlus("a", new ByteProcessor(3, 1));
        assertThat(floats(image, -3.25f, 1.5f, 300)).containsExactly(-3.25f, 1.5f, 300);
    }

    @Test
    void signedImagesBecomeFloatsOfTheirSignedValues() {
        ImagePlus image = new ImagePlus("a", new ShortProcessor(4, 1));
        image.getCalibration().setSigned16BitCalibration();
        image.setDisplayRange(32668, 32868);
        ImageResult result = new ImageResult(new ImagePlanes(image), "-b", OutputType.FLOAT);
        result.set(0, plane(-100, 32768, 32768.5f, 70000));
        ImagePlus finished = result.finish();
        assertThat((float[]) finished.getProcessor().getPixels())
                .containsExactly(-32868, 0, 0.5f, 37232);
        assertThat(finished.getDisplayRangeMin()).isEqualTo(-100);
        assertThat(finished.getDisplayRangeMax()).isEqualTo(100);
        assertThat(finished.getCalibration().getFunction()).isEqualTo(Calibration.NONE);
    }

    @Test
    void otherCalibrationFunctionsAreFollowedBetweenGreyValuesToo() {
        ByteProcessor pixels = new ByteProcessor(3, 1);
        ImagePlus image = new ImagePlus("density", pixels);
        double[] coefficients = {2, -0.5, 0.25};
        image.getCalibration().setFunction(Calibration.POLY2, coefficients, "OD");
        image.setDisplayRange(10, 20);
        ImageResult result = new ImageResult(new ImagePlanes(image), "-b", OutputType.FLOAT);
        result.set(0, plane(0, 10, 10.5f));
        ImagePlus finished = result.finish();
        float[] values = (float[]) finished.getProcessor().getPixels();
        assertThat(values[0]).isEqualTo(2);
        assertThat(values[1]).isEqualTo(22);
        assertThat(values[2]).isCloseTo(24.3125f, within(0.07f));
        assertThat(finished.getCalibration().getValueUnit()).isEqualTo("OD");
        assertThat(finished.getDisplayRangeMin()).isEqualTo(22);
    }

    @Test
    void aConstantShiftOfSignedImagesIsTheSameInBothTypes() {
        ImagePlus image = TestImages.image(Depth.SIGNED16, Kind.MEMORY, 1, 1, 1);
        ImagePlus same = ImageKindsTest.plusOne(image, PlaneSelection.ALL, OutputType.SAME);
        ImagePlus floats = ImageKindsTest.plusOne(image, PlaneSelection.ALL, OutputType.FLOAT);
        for (int i = 0; i < 20; i++) {
            double shown = same.getCalibration().getCValue(same.getProcessor().get(i));
            assertThat((double) floats.getProcessor().getf(i)).isEqualTo(shown);
        }
    }

    @Test
    void rgbBecomesThreeChannelsThatLookTheSame() {
        ImagePlus image = TestImages.image(Depth.RGB, Kind.MEMORY, 1, 3, 2);
        ImagePlus result = ImageKindsTest.plusOne(image, PlaneSelection.ALL, OutputType.FLOAT);
        assertThat(result.getDimensions()).containsExactly(17, 13, 3, 3, 2);
        assertThat(result.getCompositeMode()).isEqualTo(CompositeImage.COMPOSITE);
        LUT[] tables = result.getLuts();
        for (int c = 0; c < 3; c++) {
            int[] full = {tables[c].getRed(255), tables[c].getGreen(255), tables[c].getBlue(255)};
            for (int i = 0; i < 3; i++) {
                assertThat(full[i]).isEqualTo(i == c ? 255 : 0);
            }
            assertThat(tables[c].min).isZero();
            assertThat(tables[c].max).isEqualTo(255);
        }
        assertThat(result.getSlice()).isEqualTo(image.getSlice());
        assertThat(result.getFrame()).isEqualTo(image.getFrame());
        assertThat(result.getStack().getSliceLabel(5)).isEqualTo("plane 2 green");
        assertThat(result.getOverlay().size()).isEqualTo(image.getOverlay().size());
        assertThat(result.getOverlay().get(2).getZPosition()).isEqualTo(2);
    }

    @Test
    void thresholdsStayWithTheImageAndColoursAreThoseBelowThem() {
        ImagePlus image = TestImages.image(Depth.GRAY8, Kind.MEMORY, 1, 1, 1);
        byte[] colours = image.getProcessor().getLut().getBytes();
        image.getProcessor().setThreshold(50, 90);
        ImagePlus result = ImageKindsTest.plusOne(image, PlaneSelection.ALL, OutputType.SAME);
        assertThat(result.getProcessor().getMinThreshold()).isEqualTo(50);
        assertThat(result.getProcessor().getMaxThreshold()).isEqualTo(90);
        assertThat(result.getProcessor().getLut().getBytes()).isEqualTo(colours);
    }

    private static float[] floats(ImagePlus image, float... values) {
        ImageResult result = new ImageResult(new ImagePlanes(image), "-b", OutputType.FLOAT);
        result.set(0, plane(values));
        return (float[]) result.finish().getProcessor().getPixels();
    }

    private static Plane plane(float... values) {
        return new Plane(values.length, 1, new float[][] {values});
    }
}
