/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command.preview;

import ij.ImagePlus;
import java.awt.Rectangle;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.onemodel.restore.Preview;
import org.onemodel.service.Previews;
import org.scijava.thread.ThreadService;

/** The previews of one image while a user tries the options of a command. */
public final class PreviewSession {

    /** Asks the service for a preview with the options of the moment. */
    @FunctionalInterface
    public interface Question {

        /**
         * Computes.
         *
         * @param previews of the image
         * @param visible the pixels of the image that the user sees
         * @param canceled asked often whether to stop
         * @return the preview
         */
        Preview ask(Previews previews, Rectangle visible, BooleanSupplier canceled);
    }

    private final ImagePlus image;
    private final Previews previews;
    private final Question question;
    private final Consumer<String> told;
    private final ImagePreview live;
    private final ImagePreview.Work work = new Answer();

    /**
     * A session without a preview yet.
     *
     * @param image the image
     * @param previews its previews
     * @param question what is previewed
     * @param told gets a line of text for each preview, or the reason why there is none
     * @param threads runs what may not wait
     */
    public PreviewSession(
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

    /**
     * Whether this is a session of an image.
     *
     * @param other the image
     * @return true if it is the same one
     */
    public boolean isOf(ImagePlus other) {
        return image == other;
    }

    /** Shows a preview with the options of the moment. */
    public void update() {
        live.update(work);
    }

    /** Removes the preview. */
    public void cancel() {
        live.cancel();
    }

    /** What the service answers, as the image shows it and the user is told. */
    private final class Answer implements ImagePreview.Work {

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
}
