/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converter;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/** An image seen in another type, such as a result in the type of the image it was made from. */
public final class TypeView {

    private TypeView() {}

    /**
     * A view in which values are converted when they are read: those of integer types are rounded
     * and kept in the type's range, so that a value that is too large becomes the largest and does
     * not begin again from 0; others are as they were.
     *
     * <pre>{@code
     * RandomAccessibleInterval<UnsignedShortType> shorts =
     *         TypeView.of(restored, new UnsignedShortType());
     * }</pre>
     *
     * @param <T> the other type
     * @param image the image
     * @param type any instance of the other type
     * @return the image in this type, not to be written to
     */
    public static <T extends RealType<T>> RandomAccessibleInterval<T> of(
            RandomAccessibleInterval<? extends RealType<?>> image, T type) {
        Converter<RealType<?>, T> converter =
                type instanceof IntegerType
                        ? inRange(type.getMinValue(), type.getMaxValue())
                        : (value, converted) -> converted.setReal(value.getRealDouble());
        return Converters.convert(image, converter, type.createVariable());
    }

    private static <T extends RealType<T>> Converter<RealType<?>, T> inRange(
            double low, double high) {
        return (value, converted) -> {
            double rounded = Math.floor(value.getRealDouble() + 0.5);
            converted.setReal(Math.max(low, Math.min(high, rounded)));
        };
    }
}
