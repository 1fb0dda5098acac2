/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.function.Supplier;
import org.onemodel.autoencoder.Autoencoder;

/**
 * Who keeps a model open; asked where something is computed later than it was ordered, such as the
 * blocks of an image that is restored when it is looked at. Safe for several threads.
 */
public interface ModelOwner {

    /**
     * Computes while the model can't be closed.
     *
     * @param <T> the result
     * @param computation uses the model; may itself come here again
     * @return its result
     * @throws OneModelException if the model is closed
     */
    <T> T whileOpen(Supplier<T> computation);

    /**
     * Whether computations should stop because the model is about to be closed.
     *
     * @return true to stop soon
     */
    boolean isClosing();

    /**
     * A model whose owner has promised to keep it open as long as it is used.
     *
     * @param model the model
     * @return refuses computations once the promise was broken, before they begin
     */
    static ModelOwner promising(Autoencoder model) {
        return new ModelOwner() {
            @Override
            public <T> T whileOpen(Supplier<T> computation) {
                if (isClosing()) {
                    throw new OneModelException(
                            "The model of this image is closed; keep it open as long as the image"
                                    + " is used.");
                }
                return computation.get();
            }

            @Override
            public boolean isClosing() {
                return !model.manager().isOpen();
            }
        };
    }
}
