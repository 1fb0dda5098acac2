/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command.preview;

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.onemodel.image.PartPicture;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Preview;
import org.scijava.thread.ThreadService;

/**
 * Keeps a preview on an image until it is canceled: a new one takes the place of the last, which
 * stops if it is not ready; the picture follows the image's look-up tables and display ranges, and
 * is computed again when the image shows another plane or its pixels change.
 *
 * <p>Safe for several threads. The picture is put on the image and taken away on the event dispatch
 * thread; neither does that thread ever wait for a computation, nor a computation for it.
 */
final class ImagePreview {

    /** What is previewed. */
    interface Work {

        /**
         * Computes.
         *
         * @param visible the pixels of the image that a user sees
         * @param canceled asked often whether to stop
         */
        Preview compute(Rectangle visible, BooleanSupplier canceled);

        /** Told what is about to be shown. */
        void computed(Preview preview);

        /** Told why nothing is shown, in a sentence. */
        void failed(String sentence);

        /** Told before it is computed again because the image's pixels are others. */
        void pixelsChanged();
    }

    private final ImagePlus image;
    private final ThreadService threads;
    private final Function<ImagePlus, ImageCanvas> canvases;
    private final PreviewLayer layer;
    private final ImageListener listener = new Listener();
    private final AtomicReference<Request> latest = new AtomicReference<>();
    private final Object oneAtATime = new Object();

    /**
     * No preview yet.
     *
     * @param image the image
     * @param threads runs what may not wait
     * @param canvases gives the canvas that an image is shown on, or null
     */
    ImagePreview(
            ImagePlus image, ThreadService threads, Function<ImagePlus, ImageCanvas> canvases) {
        this.image = image;
        this.threads = threads;
        this.canvases = canvases;
        this.layer = new PreviewLayer(image);
    }

    /**
     * Computes a preview and has it shown, unless it is superseded; on the event dispatch thread,
     * begins to.
     *
     * @param work computes it
     */
    void update(Work work) {
        Request request = new Request(work);
        if (latest.getAndSet(request) == null) {
            ImagePlus.addImageListener(listener);
        }
        if (threads.isDispatchThread()) {
            threads.run(() -> run(request));
        } else {
            run(request);
        }
    }

    /** Stops the computation, if there is one, and has the preview removed. */
    void cancel() {
        if (latest.getAndSet(null) != null) {
            ImagePlus.removeImageListener(listener);
            onDispatchThread(this::removeUnlessWanted);
        }
    }

    private void onDispatchThread(Runnable work) {
        if (threads.isDispatchThread()) {
            work.run();
        } else {
            threads.queue(work);
        }
    }

    private void removeUnlessWanted() {
        if (latest.get() == null) {
            layer.remove();
        }
    }

    private boolean isLatest(Request request) {
        return latest.get() == request;
    }

    private void run(Request request) {
        synchronized (oneAtATime) {
            try {
                boolean done = false;
                while (!done && isLatest(request)) {
                    done = compute(request);
                }
            } catch (CancellationException e) {
                request.running = false; // another request does it, or OneModel closes
            } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
                fail(request, sentence(e));
            }
        }
    }

    /** Whether that has come to an end: not if the image shows another plane meanwhile. */
    private boolean compute(Request request) {
        ImageCanvas canvas = canvases.apply(image);
        if (canvas == null) {
            throw new OneModelException("There is no window of the image to show a preview in.");
        }
        int slice = image.getCurrentSlice();
        request.slice = slice;
        try {
            Preview preview =
                    request.work.compute(
                            canvas.getSrcRect(),
                            () -> !isLatest(request) || image.getCurrentSlice() != slice);
            BufferedImage drawn = preview.picture().draw();
            if (isLatest(request)) {
                request.work.computed(preview);
                threads.queue(() -> show(request, preview.picture(), drawn, canvas));
            }
            return true;
        } catch (CancellationException e) {
            if (isLatest(request) && image.getCurrentSlice() != slice) {
                return false;
            }
            throw e;
        }
    }

    private void show(
            Request request, PartPicture picture, BufferedImage drawn, ImageCanvas canvas) {
        request.running = false;
        if (isLatest(request)) {
            layer.show(picture, drawn, canvas);
            holds(request, picture);
        }
    }

    private void fail(Request request, String sentence) {
        if (isLatest(request)) {
            request.work.failed(sentence);
        }
        threads.queue(
                () -> {
                    request.running = false;
                    if (isLatest(request)) {
                        layer.remove();
                    }
                });
    }

    private static String sentence(Throwable e) {
        if (e instanceof OutOfMemoryError) {
            return "There is too little memory for a preview; close other images.";
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    /** Whether what is shown is still true of the image; if not, it is computed again. */
    private boolean holds(Request request, PartPicture picture) {
        boolean same = picture.isOfSamePixels();
        if (!same) {
            request.work.pixelsChanged();
        }
        boolean holds = same && picture.isOfShownPlanes();
        if (!holds) {
            update(request.work);
        }
        return holds;
    }

    /** A preview that is wanted. */
    private static final class Request {

        private final Work work;

        /** Until it is shown or has failed. */
        private volatile boolean running = true;

        /** What the image showed when it was computed. */
        private volatile int slice;

        Request(Work work) {
            this.work = work;
        }
    }

    /** What happens to images; on the event dispatch thread. */
    private final class Listener implements ImageListener {

        @Override
        public void imageOpened(ImagePlus opened) {
            // another one
        }

        @Override
        public void imageClosed(ImagePlus closed) {
            if (closed == image) {
                cancel();
            }
        }

        @Override
        public void imageUpdated(ImagePlus updated) {
            Request request = latest.get();
            if (updated != image || request == null || request.running) {
                return;
            }
            PartPicture picture = layer.picture();
            if (picture == null) {
                if (image.getCurrentSlice() != request.slice) {
                    update(request.work);
                }
            } else if (holds(request, picture)) {
                layer.redraw(picture.draw());
            }
        }
    }
}
