/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.ImagePlus;
import java.awt.Rectangle;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.onemodel.command.preview.PreviewSession;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Preview;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.service.Previews;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.Previewable;
import org.scijava.plugin.Parameter;

/** What commands share whose result is like the image: which of it, and what its values become. */
abstract class RestoringCommand extends ImageCommand implements Restoration, Previewable {

    private static final String ALL = "all";
    private static final int RGB = 24;
    private static final int FLOAT = 32;

    @Parameter(
            label = "Channels (all, current, or such as 1,3)",
            description =
                    "Which channels to restore: all, current, or numbers such as 1,3. The result"
                            + " has just these.",
            required = false,
            persist = false)
    private String channels = ALL;

    @Parameter(
            label = "Slices (all, current, or such as 3-7)",
            description =
                    "Which slices to restore: all, current, or numbers such as 3-7 or 1,4-5. The"
                            + " result has just these.",
            required = false,
            persist = false)
    private String slices = ALL;

    @Parameter(
            label = "Frames (all, current, or such as 3-7)",
            description =
                    "Which frames to restore: all, current, or numbers such as 3-7 or 1,4-5. The"
                            + " result has just these.",
            required = false,
            persist = false)
    private String frames = ALL;

    @Parameter(
            label = "Region",
            description =
                    "inside restores what the selection encloses and leaves the rest of the image"
                            + " as it is; whole restores all; auto is inside if there is a selection"
                            + " that has an area.",
            choices = {"auto", "inside", "whole"},
            persist = false)
    private String region = "auto";

    @Parameter(
            label = "Normalization (planes with one grey range)",
            description =
                    "stack gives all planes of a channel one range of grey values, so that"
                            + " brightness does not flicker; channel does so for the colours of RGB,"
                            + " too; slice gives each plane its own.",
            choices = {"stack", "channel", "slice"},
            persist = false)
    private String normalization = "stack";

    @Parameter(
            label = "Output (bit depth)",
            description =
                    "same is the image's own bit depth; 32-bit values are neither rounded nor cut"
                            + " off.",
            choices = {"same", "32-bit"},
            persist = false)
    private String output = "same";

    @Parameter(
            label = "Preview",
            description =
                    "Shows the result on the image, in a part of what you see or in the selection,"
                            + " while you choose. The image is not changed.",
            required = false,
            persist = false)
    private boolean preview;

    @Parameter(
            label = "Estimate",
            visibility = ItemVisibility.MESSAGE,
            required = false,
            persist = false)
    private String estimate = "";

    @Parameter private StatusService status;

    private final AtomicReference<PreviewSession> session = new AtomicReference<>();

    @Override
    protected boolean concerns(ImagePlus on, String parameter) {
        return switch (parameter) {
            case "normalization" -> on.getStackSize() > 1 || on.getBitDepth() == RGB;
            case "output" -> on.getBitDepth() != FLOAT;
            default -> super.concerns(on, parameter);
        };
    }

    @Override
    public void run() {
        give(() -> restore(image(), this::stopped));
    }

    @Override
    protected final RestoreOptions options() {
        try {
            return withWords(super.options());
        } catch (IllegalArgumentException e) {
            throw new OneModelException(e.getMessage(), e);
        }
    }

    /**
     * Adds what the user chose.
     *
     * @param options model, device and tiles
     * @return new options
     * @throws IllegalArgumentException if a word is none of an option's; the message names it
     */
    protected RestoreOptions withWords(RestoreOptions options) {
        return options.withImageWords(channels, slices, frames, region, normalization, output);
    }

    /**
     * Shows on the image what comes out in a part of it, if the user wants that; else removes it.
     * Does nothing without a user interface, and with a macro's options.
     *
     * <p>May be called by any thread; on the event dispatch thread it returns at once, on others
     * when the preview is computed. What the user is told is then in the parameter {@code
     * estimate}, and in the status. Throws nothing: a failure is told there, too.
     */
    @Override
    public final void preview() {
        if (!preview || isInputResolved("preview") || Macros.isSilent()) {
            cancel();
            return;
        }
        try {
            session(image()).update();
        } catch (OneModelException e) {
            cancel();
            tell(e.getMessage());
        }
    }

    private PreviewSession session(ImagePlus image) {
        PreviewSession before = session.get();
        if (before == null || !before.isOf(image)) {
            PreviewSession next =
                    new PreviewSession(
                            image,
                            service().previews(image),
                            (previews, visible, canceled) ->
                                    preview(previews, options(), visible, canceled),
                            this::tell,
                            threads());
            if (session.compareAndSet(before, next) && before != null) {
                before.cancel();
            }
        }
        return session.get();
    }

    /** Removes the preview and what was told of it; the image is as before. */
    @Override
    public final void cancel() {
        PreviewSession current = session.get();
        if (current != null) {
            current.cancel();
            estimate = "";
        }
    }

    /**
     * What the command makes of a part of the image.
     *
     * @param previews of the image
     * @param options what the user chose
     * @param visible the pixels of the image that the user sees
     * @param canceled whether to stop
     */
    abstract Preview preview(
            Previews previews, RestoreOptions options, Rectangle visible, BooleanSupplier canceled);

    private void tell(String sentence) {
        estimate = sentence;
        status.showStatus(sentence);
    }
}
