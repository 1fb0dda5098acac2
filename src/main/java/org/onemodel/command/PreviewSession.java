/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.ImagePlus;
import java.awt.Rectangle;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.onemodel.restore.Preview;
import org.onemodel.service.Previews;
import org.scijava.thread.ThreadService;

/** The previews of one image while a user tries the options of a command. */
final class PreviewSession implements ImagePreview.Work {

    /** Asks the service for a preview with the options of the moment. */
    @FunctionalInterface
    interface Question {

        /** Computes. */
        Preview ask(Previews previews, Rectangle visible, BooleanSupplier canceled);
    }

    private final ImagePlus image;
    private final Previews previews;
    private final Question question;
    private final Consumer<String> told;
    private final ImagePreview live;

    /**
     * A session without a preview yet.
     *
     * @param image the image
     * @param previews its previews
     * @param question what is previewed
     * @param told gets a line of text for each preview, or the reason why there is none
     * @param threads runs what may not wait
     */
    PreviewSession(
            ImagePlus image,
            Previews previews,
            Question question,
            Consumer<String> told,
            ThreadService threads) {
        this.image = image;
        this.previews = previews;
        this.question = question;
        this.told = told;
        this.live = new ImagePreview(image, threads, ImagePlus::getCanvas);
    }

    /** Whether this is a session of an image. */
    boolean isOf(ImagePlus other) {
        return image == other;
    }

    /** Shows a preview with the options of the moment. */
    void update() {
        live.update(this);
    }

    /** Removes the preview. */
    void cancel() {
        live.cancel();
    }

    @Override
    public Preview compute(Rectangle visible, BooleanSupplier canceled) {
        return question.ask(previews, visible, canceled);
    }

    @Override
    public void computed(Preview preview) {
        told.accept(EstimateWords.of(preview));
    }

    @Override
    public void failed(String sentence) {
        told.accept(sentence);
    }

    @Override
    public void pixelsChanged() {
        previews.imageChanged();
    }
}
