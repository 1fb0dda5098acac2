/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import ai.djl.ndarray.NDArray;
import ij.ImagePlus;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.ImageResult;
import org.onemodel.image.ImgPlanes;
import org.onemodel.image.ImgResult;
import org.onemodel.image.Normalization;
import org.onemodel.image.Normalizations;
import org.onemodel.image.Plane;
import org.onemodel.tile.TileBlender;
import org.onemodel.tile.Tiling;

/**
 * Passes images through an autoencoder: normalised tiles are encoded, decoded and blended.
 *
 * <p>All planes of a stack share one normalisation; each channel of a hyperstack has its own over
 * all slices and frames. Grey planes enter as three equal channels, and the three channels that
 * come out are averaged; RGB planes enter and leave as they are. A constant image comes back as it
 * was. Images are not modified.
 *
 * <p>Immutable; several threads may use one restorer at a time.
 */
public final class Restorer {

    private final Autoencoder autoencoder;
    private final TileLayout layout;
    private final RestoreOptions options;
    private final UnaryOperator<Embedding> edit;
    private final UnaryOperator<Tiling> grid;
    private final boolean toneOfInput;

    private Restorer(
            Autoencoder autoencoder,
            TileLayout layout,
            RestoreOptions options,
            UnaryOperator<Embedding> edit,
            UnaryOperator<Tiling> grid,
            boolean toneOfInput) {
        this.autoencoder = autoencoder;
        this.layout = layout;
        this.options = options;
        this.edit = edit;
        this.grid = grid;
        this.toneOfInput = toneOfInput;
    }

    /**
     * A restorer.
     *
     * @param autoencoder the model, which stays its owner's
     * @param modelTile the model's default tile, a multiple of its size
     * @param options tile, overlap, batch and percentiles; the model's name is used in messages and
     *     the device not at all
     * @throws OneModelException if tile or overlap do not fit the model
     */
    public Restorer(Autoencoder autoencoder, int modelTile, RestoreOptions options) {
        this(
                autoencoder,
                TileLayout.of(autoencoder.decoder().size(), modelTile, options),
                options,
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                false);
    }

    /**
     * The same restorer with a change of each tile's embedding before it is decoded.
     *
     * @param change makes an embedding from an embedding, with the tensors on the same manager; may
     *     be called by several threads
     * @return a new restorer
     */
    public Restorer withEdit(UnaryOperator<Embedding> change) {
        return new Restorer(autoencoder, layout, options, change, grid, toneOfInput);
    }

    /**
     * The same restorer for removing noise: results get the local mean of their input, so that
     * tiles do not differ in tone. Not for edits, whose change of tone is wanted.
     *
     * @return a new restorer
     */
    public Restorer withToneOfInput() {
        return new Restorer(autoencoder, layout, options, edit, grid, true);
    }

    /** The same restorer with its grid of tiles moved, to see whether the tiles' borders show. */
    Restorer withGridShift(int dx, int dy) {
        return new Restorer(
                autoencoder,
                layout,
                options,
                edit,
                tiling -> tiling.withShift(dx, dy),
                toneOfInput);
    }

    /**
     * Restores an ImageJ image.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param suffix what the result's title gets, such as "-denoised"
     * @param progress asked and told after each batch
     * @return a new image like the given one, not shown
     * @throws IllegalArgumentException if the image has no pixels
     * @throws OneModelException if memory does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public ImagePlus restore(ImagePlus image, String suffix, Progress progress) {
        ImagePlanes planes = new ImagePlanes(image);
        ImageResult result = new ImageResult(image, suffix);
        List<Normalization> normalizations =
                Normalizations.perChannel(planes, options.percentiles());
        MemoryFallback memory = new MemoryFallback(layout);
        for (int i = 0; i < planes.count(); i++) {
            Normalization normalization = normalizations.get(planes.channelOf(i));
            Progress part = slice(progress, i, planes.count());
            result.set(
                    i,
                    restoreWithExcess(Plane.of(planes.filledRows(i)), normalization, memory, part));
        }
        return result.finish();
    }

    /**
     * Restores an ImgLib2 image; dimensions 0 and 1 are the planes'.
     *
     * @param image an image of at least two dimensions
     * @param progress asked and told after each batch
     * @return a new image of the same dimensions, its minimum at 0
     * @throws IllegalArgumentException if the image has no pixels
     * @throws OneModelException if memory does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public Img<FloatType> restore(
            RandomAccessibleInterval<? extends RealType<?>> image, Progress progress) {
        ImgPlanes planes = new ImgPlanes(image);
        ImgResult result = new ImgResult(planes);
        Normalization normalization = Normalizations.of(planes, options.percentiles());
        MemoryFallback memory = new MemoryFallback(layout);
        for (int i = 0; i < planes.count(); i++) {
            Progress part = slice(progress, i, planes.count());
            result.set(
                    i,
                    restoreWithExcess(Plane.of(planes.filledRows(i)), normalization, memory, part));
        }
        return result.finish();
    }

    /**
     * Restores one plane whose range is known.
     *
     * <p>Values beyond the range are taken for noise and go through the network like all others, as
     * they did in training. Where the range comes from percentiles, as in the methods for whole
     * images, what lies beyond it is kept and added back.
     *
     * @param plane a plane of finite values, with one channel or three
     * @param normalization the range of the clean image's grey values, which becomes [-1, 1]
     * @param progress asked and told after each batch
     * @return a new plane of the same size and channels
     * @throws OneModelException if memory does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public Plane restore(Plane plane, Normalization normalization, Progress progress) {
        if (normalization.low() == normalization.high()) {
            progress.update(1, "");
            return copy(plane);
        }
        float[][] normalized = normalized(plane, normalization);
        float[][] restored = compute(normalized, plane, new MemoryFallback(layout), progress);
        return denormalized(restored, plane, normalization);
    }

    private static Progress slice(Progress progress, int index, int count) {
        return progress.part(index, count, "Slice " + (index + 1) + " of " + count);
    }

    private Plane restoreWithExcess(
            Plane plane, Normalization normalization, MemoryFallback memory, Progress progress) {
        if (normalization.low() == normalization.high()) {
            progress.update(1, "");
            return copy(plane);
        }
        float[][] normalized = normalized(plane, normalization);
        float[][] clipped =
                Arrays.stream(normalized).map(Normalization::clipped).toArray(float[][]::new);
        float[][] restored = compute(clipped, plane, memory, progress);
        for (int c = 0; c < restored.length; c++) {
            Normalization.addExcess(restored[c], Normalization.excess(normalized[c]));
        }
        return denormalized(restored, plane, normalization);
    }

    private static float[][] normalized(Plane plane, Normalization normalization) {
        return Arrays.stream(plane.channels())
                .map(normalization::normalize)
                .toArray(float[][]::new);
    }

    private static Plane denormalized(
            float[][] restored, Plane plane, Normalization normalization) {
        for (float[] channel : restored) {
            normalization.invert(channel);
        }
        return new Plane(plane.width(), plane.height(), restored);
    }

    private float[][] compute(
            float[][] channels, Plane plane, MemoryFallback memory, Progress progress) {
        int width = plane.width();
        int height = plane.height();
        float[][] restored =
                memory.compute(
                        smaller -> restore(channels, width, height, smaller, progress), progress);
        for (int c = 0; toneOfInput && c < restored.length; c++) {
            ToneMatching.apply(restored[c], channels[c], width, height);
        }
        return restored;
    }

    private static Plane copy(Plane plane) {
        float[][] channels =
                Arrays.stream(plane.channels()).map(float[]::clone).toArray(float[][]::new);
        return new Plane(plane.width(), plane.height(), channels);
    }

    private float[][] restore(
            float[][] channels, int width, int height, TileLayout tiles, Progress progress) {
        Tiling tiling = grid.apply(tiles.tiling(width, height));
        TileBlender[] blenders = new TileBlender[channels.length];
        for (int c = 0; c < blenders.length; c++) {
            blenders[c] = new TileBlender(tiling);
        }
        boolean grey = channels.length == 1;
        int pixels = tiling.tile() * tiling.tile();
        new TiledNetwork(autoencoder.manager(), images -> List.of(pass(images, grey)))
                .run(
                        channels,
                        tiling,
                        tiles.batch(),
                        (tile, output, values, offset) -> {
                            for (int c = 0; c < blenders.length; c++) {
                                blenders[c].add(tile, values, offset + c * pixels);
                            }
                        },
                        progress);
        float[][] blended = new float[blenders.length][];
        for (int c = 0; c < blenders.length; c++) {
            blended[c] = blenders[c].blend();
        }
        return blended;
    }

    private NDArray pass(NDArray images, boolean grey) {
        Embedding embedding = edit.apply(autoencoder.encode(images));
        NDArray decoded = autoencoder.decode(embedding); // [N, 3, T, T]
        return grey ? decoded.mean(new int[] {1}, true) : decoded;
    }
}
