/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.math.BigDecimal;
import org.onemodel.camera.NoiseMode;
import org.onemodel.camera.NoiseSetting;
import org.onemodel.image.NormalizationScope;
import org.onemodel.image.OutputType;
import org.onemodel.image.Percentiles;
import org.onemodel.image.PlaneSelection;
import org.onemodel.image.RegionUse;

/**
 * What a user can choose for a restoration; where a number is 0, the model's default is taken.
 *
 * @param model name of an installed model, or path of a model's folder or zip file
 * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
 * @param tile side of a tile in pixels, a multiple of the model's size
 * @param overlap pixels that neighbouring tiles share, at most half a tile; by default a quarter
 * @param batch tiles that are computed at a time; by default about 8·128² pixels
 * @param image what of the image is restored, and how its grey values are seen
 * @param noise the noise of the image, where noise is removed
 */
public record RestoreOptions(
        String model,
        String device,
        int tile,
        int overlap,
        int batch,
        ImageOptions image,
        NoiseSetting noise) {

    /** The model that comes with this plugin. */
    public static final String DEFAULT_MODEL = "compact-denoise";

    /** A GPU if the engine has one, else the CPU. */
    public static final String AUTO_DEVICE = "auto";

    private static final String AUTO = "auto";

    private static final RestoreOptions DEFAULTS =
            new RestoreOptions(
                    DEFAULT_MODEL, AUTO_DEVICE, 0, 0, 0, ImageOptions.DEFAULT, NoiseSetting.AUTO);

    /**
     * Checks the numbers; whether the tile fits is known only with the model.
     *
     * @throws OneModelException if the model or the device is empty or a number is negative
     */
    public RestoreOptions {
        checkName("model", model, "the name or the path of a model, such as " + DEFAULT_MODEL);
        checkName("device", device, "auto, cpu, gpu or gpu:N");
        model = model.strip();
        device = device.strip();
        checkNumber("tile size", tile, "pixels");
        checkNumber("overlap", overlap, "pixels");
        checkNumber("batch size", batch, "tiles");
        if (image == null || image.percentiles() == null) {
            throw new OneModelException("The percentiles are missing; give two, or the default.");
        }
    }

    private static void checkName(String what, String value, String expected) {
        if (value == null || value.isBlank()) {
            throw new OneModelException("The " + what + " is missing; give " + expected + ".");
        }
    }

    private static void checkNumber(String what, int value, String unit) {
        if (value < 0) {
            throw new OneModelException(
                    "The "
                            + what
                            + " is "
                            + value
                            + "; give a positive number of "
                            + unit
                            + ", or 0 for the model's default.");
        }
    }

    /**
     * The default model on the best device, all else as the model wants it.
     *
     * @return the defaults
     */
    public static RestoreOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Another model.
     *
     * @param value name or path of a model
     * @return new options
     */
    public RestoreOptions withModel(String value) {
        return new RestoreOptions(value, device, tile, overlap, batch, image, noise);
    }

    /**
     * Another device.
     *
     * @param value {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
     * @return new options
     */
    public RestoreOptions withDevice(String value) {
        return new RestoreOptions(model, value, tile, overlap, batch, image, noise);
    }

    /**
     * Another tile size.
     *
     * @param value side in pixels, a multiple of the model's size, or 0 for its default
     * @return new options
     */
    public RestoreOptions withTile(int value) {
        return new RestoreOptions(model, device, value, overlap, batch, image, noise);
    }

    /**
     * Another overlap.
     *
     * @param value pixels, at most half a tile, or 0 for a quarter of a tile
     * @return new options
     */
    public RestoreOptions withOverlap(int value) {
        return new RestoreOptions(model, device, tile, value, batch, image, noise);
    }

    /**
     * Another batch size.
     *
     * @param value tiles at a time, or 0 for about 8·128² pixels
     * @return new options
     */
    public RestoreOptions withBatch(int value) {
        return new RestoreOptions(model, device, tile, overlap, value, image, noise);
    }

    /**
     * Other choices of what is restored.
     *
     * @param value planes, region, normalisation and result
     * @return new options
     */
    public RestoreOptions withImage(ImageOptions value) {
        return new RestoreOptions(model, device, tile, overlap, batch, value, noise);
    }

    /**
     * Other noise.
     *
     * @param value what is known of it
     * @return new options
     */
    public RestoreOptions withNoise(NoiseSetting value) {
        return new RestoreOptions(model, device, tile, overlap, batch, image, value);
    }

    /**
     * Other noise, in a user's words; numbers are in grey levels of the image, and {@code auto} or
     * nothing has them estimated.
     *
     * @param mode {@code auto}, {@code gaussian}, {@code poisson} or {@code none}
     * @param sigma with gaussian: the standard deviation
     * @param gain with poisson: grey levels per photo-electron
     * @param offset with poisson: the grey level of darkness
     * @param readNoise with poisson: the standard deviation in darkness
     * @return new options
     * @throws IllegalArgumentException if a word is none of these; the message names the option
     */
    public RestoreOptions withNoiseWords(
            String mode, String sigma, String gain, String offset, String readNoise) {
        return withNoise(
                new NoiseSetting(
                        NoiseMode.of(mode),
                        number("sigma", sigma),
                        number("gain", gain),
                        number("offset", offset),
                        number("read noise", readNoise)));
    }

    private static double number(String what, String text) {
        if (text.isBlank() || text.strip().equals(AUTO)) {
            return Double.NaN;
        }
        try {
            return new BigDecimal(text.strip()).doubleValue();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The noise's "
                            + what
                            + " is '"
                            + text
                            + "'; give a number of grey levels, or auto.",
                    e);
        }
    }

    /**
     * Other choices of what is restored, in a user's words.
     *
     * @param channels such as {@code all}, {@code current} or {@code 1,3}
     * @param slices such as {@code 3-7}
     * @param frames such as {@code 3-7}
     * @param region {@code auto}, {@code inside} or {@code whole}
     * @param normalization {@code stack}, {@code channel} or {@code slice}
     * @param output {@code same} or {@code 32-bit}
     * @return new options
     * @throws IllegalArgumentException if a word is none of these; the message names the option
     */
    public RestoreOptions withImageWords(
            String channels,
            String slices,
            String frames,
            String region,
            String normalization,
            String output) {
        return withImage(
                image.withPlanes(PlaneSelection.parse(channels, slices, frames))
                        .withRegion(RegionUse.of(region))
                        .withNormalization(NormalizationScope.of(normalization))
                        .withOutput(OutputType.of(output)));
    }

    /**
     * Another use of an image's selection.
     *
     * @param value whether it limits what is restored or read
     * @return new options
     */
    public RestoreOptions withRegion(RegionUse value) {
        return withImage(image.withRegion(value));
    }

    /**
     * Another type of results.
     *
     * @param value what their pixels are
     * @return new options
     */
    public RestoreOptions withOutput(OutputType value) {
        return withImage(image.withOutput(value));
    }

    /**
     * Other bounds of the grey values.
     *
     * @param value the percentiles that become -1 and 1
     * @return new options
     */
    public RestoreOptions withPercentiles(Percentiles value) {
        return withImage(image.withPercentiles(value));
    }

    /**
     * The bounds of the grey values.
     *
     * @return the percentiles that become -1 and 1
     */
    public Percentiles percentiles() {
        return image.percentiles();
    }
}
