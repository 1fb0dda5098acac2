/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.onemodel.image.Plane;
import org.onemodel.image.Planes;
import org.onemodel.image.RowSource;

/**
 * What counts as right: the noise's deviation at the image's grey levels within 10 %, always; and
 * each parameter within 10 % where it can be told apart, that is the gain where photon noise makes
 * up at least half of the variance in the brightest percent, and the read noise, with that of
 * rounding, where it is at least one grey level.
 */
class CameraNoiseEstimatorTest {

    private static final double[] GAINS = {0.1, 0.3, 1, 3, 10};
    private static final double[] READ_NOISES = {0, 1, 3, 10};
    private static final double OFFSET = 100;

    /** 12 bits of cells on darkness. */
    private static final Exposure CELLS = Exposure.cells(512, 1, OFFSET, 3000);

    /** Photo-electrons that a pixel holds at most. */
    private static final double FULL_WELL = 30000;

    private static final double ROUNDING = Math.sqrt(1.0 / 12);

    @TestFactory
    Stream<DynamicTest> gainAndReadNoiseAreWithinTenPercent() {
        List<DynamicTest> tests = new ArrayList<>();
        Exposure dim = Exposure.cells(512, 2, OFFSET, 300);
        for (double gain : GAINS) {
            for (double readNoise : READ_NOISES) {
                CameraNoise noise = new CameraNoise(gain, OFFSET, readNoise);
                tests.add(test("512², 12 bits", CELLS, noise, 1));
                if (gain != 0.3 && gain != 3) {
                    tests.add(test("512², dim", dim, noise, 2));
                }
            }
        }
        Exposure full = Exposure.cells(1024, 3, OFFSET, FULL_WELL);
        for (double gain : new double[] {0.1, 1}) {
            CameraNoise noise = new CameraNoise(gain, OFFSET, 3);
            tests.add(test("1024², a full well", full.withLight(gain, OFFSET, OFFSET), noise, 3));
        }
        return tests.stream();
    }

    private static DynamicTest test(String name, Exposure exposure, CameraNoise noise, long seed) {
        return DynamicTest.dynamicTest(
                name + ", seed " + seed + ", " + noise, () -> checkEstimate(exposure, noise, seed));
    }

    private static void checkEstimate(Exposure exposure, CameraNoise noise, long seed) {
        float[] image = Exposure.digitised(exposure.expose(noise, seed), 65535);
        CameraNoise found = estimate(Exposure.planes(exposure.side(), image)).noise();
        double readNoise = Math.hypot(noise.readNoise(), ROUNDING);
        double[] levels = exposure.levels();
        double brightest = noise.variance(levels[levels.length - 1]);
        assertDeviationsWithin(0.10, exposure, noise, found);
        if (brightest >= 2 * readNoise * readNoise) {
            assertThat(found.gain()).as("gain of %s", found).isCloseTo(noise.gain(), tenth());
        }
        if (noise.readNoise() >= 1) {
            assertThat(found.readNoise())
                    .as("read noise of %s", found)
                    .isCloseTo(readNoise, tenth());
        } else {
            assertThat(found.readNoise()).as("read noise of %s", found).isLessThan(0.5);
        }
        assertThat(found.offset()).isCloseTo(OFFSET, within(0.1 * Math.max(1, readNoise)));
    }

    private static Percentage tenth() {
        return Percentage.withPercentage(10);
    }

    /** Grey levels of next to no noise, where only rounding is left, are not compared. */
    private static void assertDeviationsWithin(
            double tolerance, Exposure exposure, CameraNoise noise, CameraNoise found) {
        for (double level : exposure.levels()) {
            double expected = Math.hypot(noise.sigma(level), ROUNDING);
            if (noise.sigma(level) >= 1) {
                assertThat(found.sigma(level))
                        .as("deviation at grey level %s of %s", level, found)
                        .isCloseTo(expected, within(tolerance * expected));
            }
        }
    }

    /** 256² pixels hold few blocks of each brightness; the deviations still are right. */
    @Test
    void aSmallImageGivesTheRightDeviations() {
        Exposure exposure = Exposure.cells(256, 1, OFFSET, 3000);
        for (double gain : GAINS) {
            for (double readNoise : READ_NOISES) {
                CameraNoise noise = new CameraNoise(gain, OFFSET, readNoise);
                float[] image = Exposure.digitised(exposure.expose(noise, 1), 4095);
                assertDeviationsWithin(
                        0.10, exposure, noise, estimate(Exposure.planes(256, image)).noise());
            }
        }
    }

    @Test
    void noiseOfOneStrengthHasNoGain() {
        Exposure exposure = CELLS;
        for (double sigma : new double[] {10, 50, 300}) {
            float[] image = exposure.expose(CameraNoise.gaussian(sigma), 5);
            CameraNoiseEstimate found = estimate(Exposure.planes(512, image));
            assertThat(found.noise().gain()).as("%s", found).isZero();
            assertThat(found.noise().readNoise()).isCloseTo(sigma, within(0.05 * sigma));
            assertThat(found.sigma()).isCloseTo(sigma, within(0.05 * sigma));
        }
    }

    @Test
    void anImageWithoutNoiseHasNextToNone() {
        Exposure exposure = CELLS.withLight(0.08, OFFSET, 5);
        CameraNoiseEstimate exact = estimate(Exposure.planes(512, exposure.mean()));
        float[] rounded = Exposure.digitised(exposure.mean(), 255);
        CameraNoiseEstimate whole = estimate(Exposure.planes(512, rounded));
        assertThat(exact.sigma()).isLessThan(0.3);
        assertThat(whole.sigma()).isLessThan(0.5);
        for (double level : exposure.levels()) {
            assertThat(exact.noise().sigma(level)).isLessThan(0.6);
            assertThat(whole.noise().sigma(level)).isLessThan(0.7);
        }
    }

    @Test
    void aConstantImageHasNone() {
        float[] constant = new float[64 * 64];
        Arrays.fill(constant, 77);
        CameraNoiseEstimate found = estimate(Exposure.planes(64, constant));
        assertThat(found.noise().isNone()).isTrue();
        assertThat(found.correlated()).isFalse();
    }

    @Test
    void eightBitsAreEnough() {
        Exposure exposure = CELLS.withLight(0.07, OFFSET, 10);
        CameraNoise noise = new CameraNoise(0.8, 10, 2);
        float[] image = Exposure.digitised(exposure.expose(noise, 7), 255);
        CameraNoise found = estimate(Exposure.planes(512, image)).noise();
        assertThat(found.gain()).isCloseTo(0.8, tenth());
        assertThat(found.readNoise()).isCloseTo(2, tenth());
    }

    @Test
    void valuesMayBeSignedOrFractions() {
        Exposure exposure = CELLS.withLight(1, OFFSET, -2000);
        CameraNoise noise = new CameraNoise(2, -2000, 8);
        float[] signed = exposure.expose(noise, 8);
        CameraNoise found = estimate(Exposure.planes(512, signed)).noise();
        assertThat(found.gain()).isCloseTo(2, tenth());
        assertThat(found.offset()).isCloseTo(-2000, within(1.0));
        assertThat(found.readNoise()).isCloseTo(8, tenth());
        float[] fractions = signed.clone();
        for (int i = 0; i < fractions.length; i++) {
            fractions[i] = (fractions[i] + 2000) / 4000;
        }
        CameraNoise scaled = estimate(Exposure.planes(512, fractions)).noise();
        assertThat(scaled.gain()).isCloseTo(2.0 / 4000, tenth());
        assertThat(scaled.readNoise()).isCloseTo(8.0 / 4000, tenth());
    }

    @Test
    void noiseThatIsCutOffAtTheEndsOfTheRangeIsLeftOut() {
        Exposure exposure = CELLS.withLight(1.6, OFFSET, 0);
        CameraNoise noise = new CameraNoise(3, 0, 10);
        float[] image = Exposure.digitised(exposure.expose(noise, 9), 4095);
        CameraNoise found = estimate(Exposure.planes(512, image)).noise();
        assertThat(found.gain()).isCloseTo(3, tenth());
        for (double level = 200; level < 4000; level += 200) {
            assertThat(found.sigma(level))
                    .isCloseTo(noise.sigma(level), within(0.1 * noise.sigma(level)));
        }
    }

    /**
     * The convention: the darkest level stands for darkness, and its photon noise is read noise.
     */
    @Test
    void whereNothingIsDarkTheDeviationsAreRightAndTheOffsetIsTheDarkestLevel() {
        Exposure exposure = Exposure.hazyCells(512, 10, OFFSET, 1000);
        CameraNoise noise = new CameraNoise(2, OFFSET, 3);
        float[] image = Exposure.digitised(exposure.expose(noise, 10), 65535);
        CameraNoise found = estimate(Exposure.planes(512, image)).noise();
        assertDeviationsWithin(0.10, exposure, noise, found);
        assertThat(found.gain()).isCloseTo(2, tenth());
        assertThat(found.offset()).isBetween(OFFSET + 200, OFFSET + 300);
        assertThat(found.readNoise()).isCloseTo(noise.sigma(found.offset()), tenth());
    }

    @Test
    void textureNearlyEverywhereMakesTheEstimateATenthTooHighAtMost() {
        Exposure exposure = Exposure.tissue(512, 11, OFFSET, 3000);
        CameraNoise noise = new CameraNoise(5, OFFSET, 10);
        float[] image = Exposure.digitised(exposure.expose(noise, 11), 65535);
        assertDeviationsWithin(
                0.10, exposure, noise, estimate(Exposure.planes(512, image)).noise());
    }

    @Test
    void hotPixelsDoNotMatter() {
        Exposure exposure = CELLS;
        CameraNoise noise = new CameraNoise(1, OFFSET, 5);
        float[] image = Exposure.digitised(exposure.expose(noise, 12), 65535);
        Random random = new Random(12);
        for (int n = 0; n < 300; n++) {
            image[random.nextInt(image.length)] += 5000;
        }
        CameraNoise found = estimate(Exposure.planes(512, image)).noise();
        assertThat(found.gain()).isCloseTo(1, tenth());
        assertThat(found.readNoise()).isCloseTo(5, tenth());
    }

    @Test
    void neighboursThatDependOnEachOtherAreNoticed() {
        Exposure exposure = CELLS;
        CameraNoise noise = new CameraNoise(3, OFFSET, 10);
        float[] image = exposure.expose(noise, 13);
        float[] blurred = image.clone();
        float[] interpolated = image.clone();
        for (int y = 1; y < 511; y++) {
            for (int x = 1; x < 511; x++) {
                int i = y * 512 + x;
                float cross = image[i - 1] + image[i + 1] + image[i - 512] + image[i + 512];
                blurred[i] = (4 * image[i] + cross) / 8;
                interpolated[i] = (x + y) % 2 == 0 ? image[i] : cross / 4;
            }
        }
        assertThat(estimate(Exposure.planes(512, image)).correlated()).isFalse();
        assertThat(estimate(Exposure.planes(512, blurred)).correlated()).isTrue();
        assertThat(estimate(Exposure.planes(512, interpolated)).correlated()).isTrue();
    }

    @Test
    void aStackIsLookedAtInPartOnly() {
        float[] plane = new float[256 * 256];
        List<Integer> read = new ArrayList<>();
        Planes stack =
                new Planes() {
                    @Override
                    public int width() {
                        return 256;
                    }

                    @Override
                    public int height() {
                        return 256;
                    }

                    @Override
                    public int count() {
                        return 1000;
                    }

                    @Override
                    public RowSource rows(int index) {
                        read.add(index);
                        Random random = new Random(index);
                        for (int i = 0; i < plane.length; i++) {
                            plane[i] = (float) (50 + 4 * random.nextGaussian());
                        }
                        return new Plane(256, 256, new float[][] {plane}).rows();
                    }
                };
        CameraNoiseEstimate found = estimate(stack);
        assertThat(found.sigma()).isCloseTo(4, within(0.05));
        assertThat(read).hasSize(16).doesNotHaveDuplicates();
        assertThat(read.get(15) - read.get(0)).isGreaterThan(900);
    }

    @Test
    void anImageOfAFewPixelsIsRefused() {
        assertThatThrownBy(() -> estimate(Exposure.planes(15, new float[15 * 15])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The image is too small for an estimate of its noise; give the noise, or an"
                                + " image of at least 16 x 16 pixels.");
        assertThat(estimate(Exposure.planes(16, new float[256])).noise().isNone()).isTrue();
    }

    private static CameraNoiseEstimate estimate(Planes planes) {
        return CameraNoiseEstimator.estimate(planes);
    }
}
