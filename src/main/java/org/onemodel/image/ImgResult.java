/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import java.util.BitSet;
import java.util.Objects;
import net.imglib2.img.Img;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Builds a new float image of the dimensions of another, plane by plane; its minimum is 0.
 *
 * <p>Each plane has its own array, so the image as a whole may pass 2^31 pixels. Used by one
 * thread.
 */
public final class ImgResult {

    private final ImgPlanes source;
    private final int width;
    private final int height;
    private final int count;
    private final PlanarImg<FloatType, FloatArray> image;
    private final BitSet done = new BitSet();

    /**
     * An empty result.
     *
     * @param source the planes of the image that gives the dimensions
     * @throws IllegalArgumentException if a plane has 2^31 pixels or more
     */
    public ImgResult(ImgPlanes source) {
        if ((long) source.width() * source.height() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "A plane of "
                            + source.width()
                            + " x "
                            + source.height()
                            + " pixels is too large to be held as a whole; restore it lazily or by"
                            + " rows.");
        }
        this.source = source;
        width = source.width();
        height = source.height();
        count = source.count();
        image = PlanarImgs.floats(source.dimensions());
    }

    /**
     * Sets one plane.
     *
     * @param index from 0 to the number of planes minus 1
     * @param plane a plane of the image's size with one channel; its values are copied, except
     *     where the source is NaN or infinite
     * @throws IllegalArgumentException if the plane has another size or number of channels, or a
     *     value is NaN or infinite where the source is not
     */
    public void set(int index, Plane plane) {
        Objects.checkIndex(index, count);
        int channels = plane.channels().length;
        if (plane.width() != width || plane.height() != height || channels != 1) {
            throw new IllegalArgumentException(
                    "Plane "
                            + (index + 1)
                            + " of the result has "
                            + plane.width()
                            + " x "
                            + plane.height()
                            + " pixels and "
                            + channels
                            + " channels; expected "
                            + width
                            + " x "
                            + height
                            + " and 1.");
        }
        rows(index).write(0, height, new float[][] {plane.channels()[0].clone()});
    }

    /**
     * The rows of one plane, to be written from the first to the last; NaN and infinite pixels of
     * the source stay as they are.
     *
     * @param index from 0 to the number of planes minus 1
     * @return takes rows of the image's width with one channel, which may be changed; throws
     *     IllegalArgumentException if a value is NaN or infinite where the source is not
     */
    public RowSink rows(int index) {
        float[] pixels = new float[width * height];
        image.setPlane(index, new FloatArray(pixels));
        RowSink sink =
                (y, rows, values) -> {
                    System.arraycopy(values[0], 0, pixels, y * width, rows * width);
                    if (y + rows == height) {
                        done.set(index);
                    }
                };
        return Holes.kept(source.rows(index), sink, "The computed plane " + (index + 1));
    }

    /**
     * The finished image.
     *
     * @return the image, of the source's dimensions
     * @throws IllegalStateException if a plane is missing
     */
    public Img<FloatType> finish() {
        int missing = done.nextClearBit(0);
        if (missing < count) {
            throw new IllegalStateException(
                    "Plane "
                            + (missing + 1)
                            + " of "
                            + count
                            + " of the result is missing; set all before finishing.");
        }
        return image;
    }
}
