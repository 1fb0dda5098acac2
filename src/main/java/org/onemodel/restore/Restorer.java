/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import ij.ImagePlus;
import java.awt.Rectangle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.camera.SigmaRange;
import org.onemodel.embedding.Embedding;
import org.onemodel.image.Holes;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.ImageResult;
import org.onemodel.image.ImgPlanes;
import org.onemodel.image.ImgResult;
import org.onemodel.image.Normalization;
import org.onemodel.image.Plane;
import org.onemodel.image.Planes;
import org.onemodel.image.RowSink;
import org.onemodel.image.RowSource;

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

    /** The property of a result that tells what noise was found or given. */
    public static final String NOISE_PROPERTY = "OneModel noise";

    private final PlaneRestorer plane;
    private final TileLayout layout;
    private final RestoreOptions options;
    private final Optional<SigmaRange> trained;
    private final ModelOwner owner;

    private Restorer(
            PlaneRestorer plane,
            TileLayout layout,
            RestoreOptions options,
            Optional<SigmaRange> trained,
            ModelOwner owner) {
        this.plane = plane;
        this.layout = layout;
        this.options = options;
        this.trained = trained;
        this.owner = owner;
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
                PlaneRestorer.of(autoencoder),
                TileLayout.of(autoencoder.decoder().size(), modelTile, options),
                options,
                Optional.empty(),
                ModelOwner.promising(autoencoder));
    }

    /**
     * The same restorer with a change of each tile's embedding before it is decoded.
     *
     * @param change makes an embedding from an embedding, with the tensors on the same manager; may
     *     be called by several threads
     * @return a new restorer
     */
    public Restorer withEdit(UnaryOperator<Embedding> change) {
        return new Restorer(plane.withEdit(change), layout, options, trained, owner);
    }

    /**
     * The same restorer for removing noise: results get the local mean of their input, so that
     * tiles do not differ in tone. Not for edits, whose change of tone is wanted.
     *
     * @return a new restorer
     */
    public Restorer withToneOfInput() {
        return new Restorer(plane.withToneOfInput(), layout, options, trained, owner);
    }

    /**
     * The same restorer for images with noise as the options say: the noise is made as strong, and
     * as uniform, as the model knows it, and no more is removed than the noise explains.
     *
     * @param sigmaRange smallest and largest deviation that the model was trained on, of 255 grey
     *     levels; nothing changes if it is empty
     * @return a new restorer
     */
    public Restorer withNoiseOfImage(List<Double> sigmaRange) {
        Optional<SigmaRange> known =
                sigmaRange.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new SigmaRange(sigmaRange.get(0), sigmaRange.get(1)));
        return new Restorer(plane, layout, options, known, owner);
    }

    /**
     * The same restorer for a model that somebody may close before images that are restored lazily
     * are no longer used.
     *
     * @param keeper is asked whenever a block is restored
     * @return a new restorer
     */
    public Restorer withOwner(ModelOwner keeper) {
        return new Restorer(plane, layout, options, trained, keeper);
    }

    /** The same restorer with its grid of tiles moved, to see whether the tiles' borders show. */
    Restorer withGridShift(int dx, int dy) {
        return new Restorer(
                plane.withGrid(tiling -> tiling.withShift(dx, dy)),
                layout,
                options,
                trained,
                owner);
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
        ImageOptions choice = options.image();
        ImagePlanes planes = choice.planesOf(image, layout.overlap());
        ImageResult result = new ImageResult(planes, suffix, choice.output());
        MemoryNeed need =
                MemoryNeed.of(
                        result.bytes(),
                        planes.width(),
                        planes.height(),
                        planes.channelsPerPlane(),
                        layout.tile());
        need.require(image.getTitle());
        progress.update(0, "takes about " + need + " of memory");
        ImagePlanes read = planes.watched(progress.reading(planes.whole().count()));
        IntFunction<Treatment> treatments = byPlane(Treatments.of(read, choice));
        ImagePlanes asked = planes.watched(index -> progress.checkCanceled());
        Set<Treatment> used = new LinkedHashSet<>();
        MemoryFallback memory = new MemoryFallback(layout);
        for (int i = 0; i < planes.count(); i++) {
            Progress part = slice(progress, i, planes.count());
            RowSource source = asked.filledRows(i);
            Treatment treatment = treatments.apply(i);
            used.add(treatment);
            plane.restore(source, treatment, result.rows(i), memory, part);
        }
        ImagePlus restored = result.finish();
        String noise = Treatments.words(List.copyOf(used));
        // An earlier result has told the noise of its own input, which is no longer there.
        restored.setProp(NOISE_PROPERTY, noise.isEmpty() ? null : noise);
        return restored;
    }

    /**
     * Restores a part of the planes that an ImageJ image shows, as it comes out with the whole.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param visible the pixels of the image that a user sees, around whose middle the part lies
     * @param known what is known of the image from earlier previews
     * @param progress asked and told after each batch
     * @return the part and what it tells of the whole
     * @throws IllegalArgumentException if the image has no pixels, or shows none of the planes that
     *     the options choose
     * @throws OneModelException if memory does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public Preview preview(
            ImagePlus image, Rectangle visible, KnownTreatments known, Progress progress) {
        return new PreviewRestoration(plane, layout, options, trained)
                .of(image, visible, known, progress);
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
        restore(planes, i -> 0, result::rows, progress);
        return result.finish();
    }

    /**
     * An image that is restored block by block, each block when one of its pixels is first looked
     * at; dimensions 0 and 1 are the planes'. Neither the given image nor the result, nor a plane
     * of them, is ever in memory as a whole.
     *
     * <p>A pixel has the value that {@link #restore(RandomAccessibleInterval, Progress)} gives it:
     * to the bit where tiles are computed one at a time; with larger batches within the rounding of
     * the engine, about a millionth of the range of grey values. Range and noise are those of the
     * whole image, for which it is read here by rows, up to five times (less often if it is of
     * integers); {@link LazyOptions#withSample} has less of it read. After that, a block reads what
     * its tiles see, once. The first block of a plane that meets a hole has the plane read, and so
     * has the first block of any plane where the model's latent code is shared by the tiles.
     *
     * <p>The result can be read by several threads at a time, if the given image can. What goes
     * wrong in between throws an {@link OneModelException} where a pixel is read, and so does the
     * interruption of the thread that reads; the block is tried again when it is next looked at.
     * The model must stay open.
     *
     * @param image an image of at least two dimensions, which must not change any more
     * @param lazily size of the blocks, and memory for them
     * @param progress asked and told while range and noise are estimated
     * @return an image of the same dimensions, its minimum at 0, in cells, not to be written to
     * @throws IllegalArgumentException if the image has no pixels
     * @throws OneModelException if the noise is given in a way that does not fit the image
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public RandomAccessibleInterval<FloatType> restoreLazily(
            RandomAccessibleInterval<? extends RealType<?>> image,
            LazyOptions lazily,
            Progress progress) {
        ImgPlanes planes = new ImgPlanes(image);
        Planes sample = lazily.sample().map(ImgPlanes::new).orElse(planes);
        Planes read = sample.watched(progress.reading(sample.count()));
        Treatment treatment = byPlane(Treatments.of(read, i -> 0, options.percentiles())).apply(0);
        BlockRestorer blocks = new BlockRestorer(plane, layout, planes, treatment);
        long[] dimensions = image.dimensionsAsLongArray();
        return new LazyRestoration(blocks, dimensions, lazily, owner).image();
    }

    /**
     * Restores planes one after another and each by rows, so that neither all nor one of them need
     * be in memory.
     *
     * @param planes the planes
     * @param channelOf the channel of each plane, from 0; planes of a channel share a normalisation
     * @param sinks gives what takes the rows of each plane's result
     * @param progress asked and told after each batch
     * @throws OneModelException if memory does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public void restore(
            Planes planes,
            IntUnaryOperator channelOf,
            IntFunction<RowSink> sinks,
            Progress progress) {
        Planes read = planes.watched(progress.reading(planes.count()));
        IntFunction<Treatment> treatments =
                byPlane(Treatments.of(read, channelOf, options.percentiles()));
        Planes asked = planes.watched(index -> progress.checkCanceled());
        MemoryFallback memory = new MemoryFallback(layout);
        for (int i = 0; i < planes.count(); i++) {
            Progress part = slice(progress, i, planes.count());
            RowSource source = asked.filledRows(i);
            RowSink sink = Holes.kept(planes.rows(i), sinks.apply(i), planes.nameOf(i));
            plane.restore(source, treatments.apply(i), sink, memory, part);
        }
    }

    /**
     * Restores one plane whose range is known.
     *
     * <p>Values beyond the range are taken for noise and go through the network like all others, as
     * they did in training. Where the range comes from percentiles, as in the methods for whole
     * images, what lies beyond it is kept and added back.
     *
     * @param input a plane of finite values, with one channel or three
     * @param normalization the range of the clean image's grey values, which becomes [-1, 1]
     * @param progress asked and told after each batch
     * @return a new plane of the same size and channels
     * @throws OneModelException if memory does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public Plane restore(Plane input, Normalization normalization, Progress progress) {
        int pixels = input.channels()[0].length;
        float[][] restored = new float[input.channels().length][pixels];
        RowSink sink =
                (y, rows, values) -> {
                    int width = input.width();
                    for (int c = 0; c < restored.length; c++) {
                        System.arraycopy(values[c], 0, restored[c], y * width, rows * width);
                    }
                };
        Treatment treatment = Treatment.ofKnownRange(normalization, restored.length);
        plane.restore(input.rows(), treatment, sink, new MemoryFallback(layout), progress);
        return new Plane(input.width(), input.height(), restored);
    }

    private IntFunction<Treatment> byPlane(Treatments treatments) {
        return treatments.byPlane(options.noise(), trained, options.percentiles());
    }

    private static Progress slice(Progress progress, int index, int count) {
        String message = count == 1 ? "" : "slice " + (index + 1) + " of " + count;
        return progress.part(index, count, message);
    }
}
