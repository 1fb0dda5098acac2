/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import org.onemodel.image.ImgPlanes;
import org.onemodel.image.Planes;
import org.onemodel.image.RowSink;
import org.onemodel.restore.LazyOptions;
import org.onemodel.restore.ModelOwner;
import org.onemodel.restore.RestoreOptions;

/**
 * Restores images of ImgLib2.
 *
 * @param runs computes with models
 * @param owner keeps models open for what is restored later
 * @param title what is being done
 * @param options the model, and how it is used
 * @param restorers makes what the images are restored with
 */
record ImgRestorations(
        ModelRuns runs,
        ModelOwner owner,
        String title,
        RestoreOptions options,
        Restorers.Maker restorers)
        implements ImgRestorer {

    @Override
    public Img<FloatType> restore(RandomAccessibleInterval<? extends RealType<?>> image) {
        return run(
                () -> new ImgPlanes(image).count(),
                (autoencoder, model, progress) ->
                        restorers.of(autoencoder, model, options).restore(image, progress));
    }

    @Override
    public RandomAccessibleInterval<FloatType> restoreLazily(
            RandomAccessibleInterval<? extends RealType<?>> image, LazyOptions lazily) {
        return run(
                () -> 0,
                (autoencoder, model, progress) ->
                        restorers
                                .of(autoencoder, model, options)
                                .withOwner(owner)
                                .restoreLazily(image, lazily, progress));
    }

    @Override
    public void restoreByRows(
            Planes planes, IntUnaryOperator channelOf, IntFunction<RowSink> sinks) {
        run(
                planes::count,
                (autoencoder, model, progress) -> {
                    restorers
                            .of(autoencoder, model, options)
                            .restore(planes, channelOf, sinks, progress);
                    return null;
                });
    }

    private <T> T run(IntSupplier planes, ModelComputation<T> work) {
        return runs.run(title, planes, options, () -> false, work);
    }
}
