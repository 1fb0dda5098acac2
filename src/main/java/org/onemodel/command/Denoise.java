/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.IJ;
import ij.ImagePlus;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.onemodel.image.Residual;
import org.onemodel.model.Task;
import org.onemodel.restore.RestoreOptions;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Removes noise from an image or stack. */
@Plugin(type = Command.class, menuPath = "Plugins>OneModel>OneModel Denoise...")
public final class Denoise extends RestoringCommand {

    private static final String ESTIMATED = "auto";

    @Parameter(
            label = "Noise",
            description =
                    "auto estimates it from the image; gaussian is the same at all grey levels;"
                            + " poisson is a camera's photon and read noise; none looks at grey"
                            + " levels only",
            choices = {"auto", "gaussian", "poisson", "none"},
            persist = false)
    private String noise = ESTIMATED;

    @Parameter(label = "Sigma (of gaussian noise, grey levels)", required = false, persist = false)
    private String sigma = ESTIMATED;

    @Parameter(
            label = "Gain (of poisson noise, grey levels per photo-electron)",
            required = false,
            persist = false)
    private String gain = ESTIMATED;

    @Parameter(
            label = "Offset (of poisson noise, grey level of darkness)",
            required = false,
            persist = false)
    private String offset = ESTIMATED;

    @Parameter(
            label = "Readnoise (of poisson noise, sigma in darkness)",
            required = false,
            persist = false)
    private String readnoise = ESTIMATED;

    @Parameter(
            label = "Residual",
            description = "Whether to show what was taken away, as an image of its own",
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
        boolean wanted = Words.isYes("residual", residual);
        give(
                () -> {
                    ImagePlus denoised = restore(image(), this::stopped);
                    if (wanted) {
                        showResidual(denoised);
                    }
                    return denoised;
                });
    }

    @Override
    public ImagePlus restore(ImagePlus image, BooleanSupplier stopped) {
        return service().denoise(image, options(), stopped);
    }

    @Override
    protected RestoreOptions withWords(RestoreOptions options) {
        return super.withWords(options).withNoiseWords(noise, sigma, gain, offset, readnoise);
    }

    private void showResidual(ImagePlus denoised) {
        Residual taken = service().residual(image(), denoised, options());
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
