/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.IJ;
import ij.ImagePlus;
import java.awt.Rectangle;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.onemodel.image.Residual;
import org.onemodel.model.Task;
import org.onemodel.restore.Preview;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.service.Previews;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Removes noise from an image or stack. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.PLUGINS_LABEL, weight = MenuConstants.PLUGINS_WEIGHT),
            @Menu(label = "OneModel"),
            @Menu(label = "OneModel Denoise...", weight = 1)
        },
        attrs = @Attr(name = HelpPages.PAGE, value = "denoise.md"))
@ParameterOrder({
    "image",
    "model",
    "noise",
    "sigma",
    "gain",
    "offset",
    "readnoise",
    "region",
    "channels",
    "slices",
    "frames",
    "output",
    "residual",
    "preview",
    "estimate",
    "technical",
    "device",
    "tile",
    "overlap",
    "batch",
    "normalization",
    "help"
})
public final class Denoise extends RestoringCommand implements DependentParameters {

    private static final String ESTIMATED = "auto";
    private static final String GAUSSIAN = "gaussian";
    private static final String POISSON = "poisson";

    @Parameter(
            label = "Noise",
            description =
                    "auto estimates the noise from the image; gaussian is as strong in the dark as"
                            + " in the light; poisson is a camera's photon and read noise; none lets"
                            + " the model work on the grey values as they are.",
            choices = {ESTIMATED, GAUSSIAN, POISSON, "none"},
            callback = "noiseChosen",
            persist = false)
    private String noise = ESTIMATED;

    @Parameter(
            label = "Sigma (of gaussian noise, grey levels)",
            description =
                    "Standard deviation of gaussian noise, in grey levels of the image; auto"
                            + " estimates it.",
            callback = "sigmaGiven",
            required = false,
            persist = false)
    private String sigma = ESTIMATED;

    @Parameter(
            label = "Gain (of poisson noise, grey levels per photo-electron)",
            description =
                    "How many grey levels the camera makes of one photo-electron; auto estimates it.",
            callback = "cameraGiven",
            required = false,
            persist = false)
    private String gain = ESTIMATED;

    @Parameter(
            label = "Offset (of poisson noise, grey level of darkness)",
            description =
                    "Grey level of a picture taken in the dark, such as 100; auto estimates it.",
            callback = "cameraGiven",
            required = false,
            persist = false)
    private String offset = ESTIMATED;

    @Parameter(
            label = "Readnoise (of poisson noise, grey levels)",
            description =
                    "Standard deviation of a picture taken in the dark, in grey levels; auto"
                            + " estimates it.",
            callback = "cameraGiven",
            required = false,
            persist = false)
    private String readnoise = ESTIMATED;

    @Parameter(
            label = "Residual (also show what was removed)",
            description =
                    "yes also shows image minus result as an image of its own: it should look like"
                            + " noise. The log says which share of the variance it is.",
            choices = {"no", "yes"},
            persist = false)
    private String residual = "no";

    @Parameter(label = "Residual image", type = ItemIO.OUTPUT, required = false)
    private ImagePlus difference;

    /** For SciJava. */
    public Denoise() {}

    @Override
    protected Task task() {
        return Task.DENOISE;
    }

    @Override
    public void run() {
        give(
                () -> {
                    boolean wanted = Words.isYes("residual", residual);
                    ImagePlus denoised = restore(image(), this::stopped);
                    if (wanted) {
                        showResidual(denoised);
                    }
                    return denoised;
                });
    }

    @Override
    Preview preview(
            Previews previews,
            RestoreOptions options,
            Rectangle visible,
            BooleanSupplier canceled) {
        return previews.denoise(options, visible, canceled);
    }

    @Override
    public ImagePlus restore(ImagePlus image, BooleanSupplier stopped) {
        return service().denoise(image, options(), stopped);
    }

    @Override
    protected RestoreOptions withWords(RestoreOptions options) {
        return super.withWords(options).withNoiseWords(noise, sigma, gain, offset, readnoise);
    }

    @Override
    public boolean matters(String parameter, Map<String, ?> values) {
        return switch (parameter) {
            case "sigma" -> GAUSSIAN.equals(values.get("noise"));
            case "gain", "offset", "readnoise" -> POISSON.equals(values.get("noise"));
            default -> true;
        };
    }

    /** Numbers of another kind of noise no longer hold; called by SciJava's dialog. */
    protected void noiseChosen() {
        if (!GAUSSIAN.equals(noise)) {
            sigma = ESTIMATED;
        }
        if (!POISSON.equals(noise)) {
            gain = ESTIMATED;
            offset = ESTIMATED;
            readnoise = ESTIMATED;
        }
    }

    /** Who types a sigma means gaussian noise; called by SciJava's dialog. */
    protected void sigmaGiven() {
        if (isGiven(sigma)) {
            noise = GAUSSIAN;
            noiseChosen();
        }
    }

    /** Who types a camera's numbers means its noise; called by SciJava's dialog. */
    protected void cameraGiven() {
        if (isGiven(gain) || isGiven(offset) || isGiven(readnoise)) {
            noise = POISSON;
            noiseChosen();
        }
    }

    private static boolean isGiven(String number) {
        return !number.isBlank() && !ESTIMATED.equals(number.strip());
    }

    private void showResidual(ImagePlus denoised) {
        Residual taken = service().residual(image(), denoised, options(), this::stopped);
        difference = taken.image();
        give(difference);
        IJ.log(
                String.format(
                        Locale.ROOT,
                        "OneModel Denoise: %.1f %% of the variance of '%s' was taken away.",
                        100 * taken.shareOfVariance(),
                        image().getTitle()));
    }
}
