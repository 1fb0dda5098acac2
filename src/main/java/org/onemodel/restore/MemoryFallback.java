/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import ai.djl.engine.EngineException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Repeats a computation with smaller batches, then with smaller tiles, while the device has too
 * little memory for it. What fitted once is where the next computation starts.
 *
 * <p>Used by one thread, for all planes of one image.
 */
public final class MemoryFallback {

    private final Function<TileLayout, Optional<TileLayout>> next;
    private TileLayout layout;

    /**
     * Starts with a layout.
     *
     * @param layout what the user asks for
     */
    public MemoryFallback(TileLayout layout) {
        this(layout, TileLayout::smaller);
    }

    /**
     * Starts with a layout and goes on in a way of its own.
     *
     * @param layout what the user asks for
     * @param next what to try after a layout for which memory did not suffice, if anything
     */
    MemoryFallback(TileLayout layout, Function<TileLayout, Optional<TileLayout>> next) {
        this.layout = layout;
        this.next = next;
    }

    /**
     * Computes, if need be several times.
     *
     * @param <T> the result
     * @param attempt the whole computation with a given layout
     * @param progress hears of each smaller layout
     * @return the result of the first attempt for which memory sufficed
     * @throws OneModelException if it does not suffice for a single tile of the smallest size
     */
    public <T> T compute(Function<TileLayout, T> attempt, Progress progress) {
        while (true) {
            try {
                return attempt.apply(layout);
            } catch (EngineException e) {
                if (!isOutOfMemory(e)) {
                    throw e;
                }
                layout = next.apply(layout).orElseThrow(() -> exhausted(e));
                progress.checkCanceled();
                progress.update(
                        0,
                        "too little memory, trying "
                                + layout.batch()
                                + " tiles of "
                                + layout.tile()
                                + " pixels at a time");
            }
        }
    }

    private OneModelException exhausted(EngineException cause) {
        return new OneModelException(
                "The device has too little memory even for one tile of "
                        + layout.tile()
                        + " pixels; close other programs that use it, or choose the device cpu.",
                cause);
    }

    /**
     * Whether an engine's error speaks of memory, in the words of CUDA's or the CPU's allocator.
     */
    static boolean isOutOfMemory(EngineException error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("out of memory")
                    || message.contains("not enough memory")
                    || message.contains("can't allocate memory")
                    || message.contains("cublas_status_alloc_failed")) {
                return true;
            }
        }
        return false;
    }
}
