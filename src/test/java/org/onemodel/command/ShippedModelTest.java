/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemodel.evaluate.Psnr;
import org.onemodel.service.OneModelService;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

/** Each command as a user runs it first: a test image, the model that comes with the plugin. */
class ShippedModelTest {

    private static Context context;

    @BeforeAll
    static void start() {
        context = new Context(CommandService.class, OneModelService.class);
    }

    @AfterAll
    static void stop() {
        context.dispose();
    }

    private static ImagePlus image(String name) {
        ImagePlus image = IJ.openImage("test-images/" + name + ".tif");
        image.setRoi(100, 100, 200, 160);
        return image.crop("1-1");
    }

    private static ImagePlus run(
            Class<? extends Command> command, ImagePlus image, Map<String, Object> others)
            throws InterruptedException, ExecutionException {
        Map<String, Object> inputs = new HashMap<>(others);
        inputs.put("image", image);
        inputs.put("device", "cpu");
        CommandInfo info = context.service(CommandService.class).getCommand(command);
        return (ImagePlus)
                context.service(ModuleService.class)
                        .run(info, true, inputs)
                        .get()
                        .getOutput("result");
    }

    /** In dB, of the mean of the channels, over the range of the clean image. */
    private static double psnr(ImagePlus clean, ImagePlus image) {
        float[] reference = grey(clean);
        double range = clean.getProcessor().convertToFloat().getStats().max;
        return Psnr.of(scaled(reference, range), scaled(grey(image), range));
    }

    private static float[] grey(ImagePlus image) {
        return (float[]) image.getProcessor().convertToFloat().getPixels();
    }

    private static float[] scaled(float[] values, double range) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (float) (values[i] / range * Psnr.DEFAULT_DATA_RANGE);
        }
        return scaled;
    }

    private static void assertLike(ImagePlus result, ImagePlus image) {
        assertThat(result.getDimensions()).isEqualTo(image.getDimensions());
        assertThat(result.getBitDepth()).isEqualTo(image.getBitDepth());
        assertThat(result.getCalibration().pixelWidth).isEqualTo(image.getCalibration().pixelWidth);
        assertThat(result.getCalibration().getUnit()).isEqualTo(image.getCalibration().getUnit());
    }

    @ParameterizedTest
    @CsvSource({"cells", "cells-stack", "tissue"})
    void denoiseBringsTheNoisyImageNearerToTheCleanOne(String name) throws Exception {
        ImagePlus clean = image(name + "-clean");
        ImagePlus noisy = image(name + "-noisy");

        ImagePlus denoised = run(Denoise.class, noisy, Map.of());

        assertLike(denoised, noisy);
        assertThat(psnr(clean, denoised)).isGreaterThan(psnr(clean, noisy) + 1);
    }

    @Test
    void reconstructAndAFactorOfOneGiveTheSame() throws Exception {
        ImagePlus noisy = image("cells-noisy");

        ImagePlus reconstructed = run(Reconstruct.class, noisy, Map.of());
        ImagePlus scaled = run(ScaleNoise.class, noisy, Map.of("factor", 1.0));

        assertLike(reconstructed, noisy);
        assertThat(scaled.getProcessor().getPixels())
                .isEqualTo(reconstructed.getProcessor().getPixels());
    }

    @Test
    void withoutItsNoiseMapsTheModelLosesTheImage() throws Exception {
        ImagePlus clean = image("cells-clean");
        ImagePlus noisy = image("cells-noisy");

        ImagePlus without = run(ScaleNoise.class, noisy, Map.of("factor", 0.0));

        assertThat(psnr(clean, without))
                .isLessThan(psnr(clean, run(Denoise.class, noisy, Map.of())));
    }

    @Test
    void exportedNoiseMapsAreLabelledAndNormalizedIfAsked() throws Exception {
        ImagePlus maps =
                run(ExportNoiseMaps.class, image("cells-noisy"), Map.of("mode", "normalized"));

        assertThat(maps.getStackSize()).isGreaterThan(2);
        for (int i = 1; i <= maps.getStackSize(); i++) {
            assertThat(maps.getStack().getSliceLabel(i)).contains("×");
        }
        maps.setSlice(maps.getStackSize());
        assertThat(maps.getStatistics().mean).isBetween(-0.1, 0.1);
        assertThat(maps.getStatistics().stdDev).isBetween(0.9, 1.1);
    }
}
