/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import ij.ImagePlus;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.onemodel.camera.NoiseLimit;
import org.onemodel.camera.SigmaRange;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.NormalizationScope;
import org.onemodel.image.PartPicture;
import org.onemodel.image.PlaneSample;
import org.onemodel.image.RowSink;
import org.onemodel.tile.Block;
import org.onemodel.tile.FewTiles;
import org.onemodel.tile.Tiling;

/**
 * Restores a part of the planes that an image shows, as it comes out with the whole image: with the
 * same tiles, and with ranges of grey values and noise of the whole image, or of a {@link
 * PlaneSample} of it if it is large.
 *
 * @param plane restores planes
 * @param layout their tiles
 * @param options what of the image is restored, and its noise
 * @param trained the noise that the model knows, if noise is to be removed
 */
record PreviewRestoration(
        PlaneRestorer plane,
        TileLayout layout,
        RestoreOptions options,
        Optional<SigmaRange> trained) {

    private static final double NANOSECONDS = 1e9;

    /** How far around a pixel filters look at most. */
    private static final int REACH = ToneMatching.REACH + NoiseLimit.RADIUS;

    /**
     * Restores a part.
     *
     * @param image the image
     * @param visible the pixels of the image that a user sees
     * @param known treatments that are known from earlier parts; gets new ones
     * @param progress asked and told after each batch
     */
    Preview of(ImagePlus image, Rectangle visible, KnownTreatments known, Progress progress) {
        ImageOptions choice = options.image();
        ImagePlanes planes = choice.planesOf(image, layout.overlap());
        ImagePlanes shown = planes.shown();
        Rectangle box = shown.bounds();
        Tiling tiling = plane.tiling(layout, box.width, box.height);
        Block part = part(tiling, shown, visible);
        Rectangle bounds =
                new Rectangle(box.x + part.x(), box.y + part.y(), part.width(), part.height());
        PartPicture picture = new PartPicture(planes, shown, choice.output(), bounds);
        ImagePlanes watched = shown.watched(index -> progress.checkCanceled());
        List<Treatment> treatments = new ArrayList<>();
        long nanoseconds = 0;
        for (int i = 0; i < shown.count(); i++) {
            Treatment treatment = treatment(watched, i, known);
            treatments.add(treatment);
            long start = System.nanoTime();
            SeenPlane seen = new SeenPlane(watched.filledRows(i), treatment);
            Progress slice = progress.part(i, shown.count(), "");
            picture.set(i, restored(seen, tiling, part, slice));
            nanoseconds += System.nanoTime() - start;
        }
        Block around = part.grown(REACH, tiling.plane());
        int tiles = tiling.columns(around).length * tiling.rows(around).length;
        double ofTile = nanoseconds / NANOSECONDS / shown.count() / tiles;
        double seconds = ofTile * tiling.tileCount() * planes.count();
        return new Preview(picture, Treatments.words(treatments), seconds);
    }

    private float[][] restored(SeenPlane seen, Tiling tiling, Block part, Progress progress) {
        if (seen.treatment().leavesAsIs()) {
            return seen.grey(part);
        }
        Block around = part.grown(plane.reach(seen.treatment()), tiling.plane());
        float[][] restored = new float[seen.source().channels()][part.width() * part.height()];
        plane.withLatentOf(seen, tiling, progress)
                .restore(
                        seen,
                        tiling,
                        around,
                        cropped(around, part, restored),
                        new MemoryFallback(layout, TileLayout::fewerAtATime),
                        progress);
        return restored;
    }

    /** Takes the rows of a part that holds another, of which it keeps the pixels. */
    private static RowSink cropped(Block from, Block to, float[][] target) {
        return (y, rows, values) -> {
            for (int row = 0; row < rows; row++) {
                int line = from.y() + y + row - to.y();
                if (line >= 0 && line < to.height()) {
                    int start = row * from.width() + to.x() - from.x();
                    for (int c = 0; c < target.length; c++) {
                        System.arraycopy(
                                values[c], start, target[c], line * to.width(), to.width());
                    }
                }
            }
        };
    }

    /** In the selection, or in what a user sees; where that is much, in its middle. */
    private static Block part(Tiling tiling, ImagePlanes planes, Rectangle visible) {
        Rectangle wanted = planes.restoredBounds();
        Rectangle seen = wanted.intersection(visible);
        Rectangle focus = seen.isEmpty() ? wanted : seen;
        if (planes.region().isEmpty()) {
            wanted = focus;
        }
        Rectangle box = planes.bounds();
        return FewTiles.of(tiling, block(wanted, box), block(focus, box), REACH);
    }

    private static Block block(Rectangle pixels, Rectangle box) {
        return new Block(pixels.x - box.x, pixels.y - box.y, pixels.width, pixels.height);
    }

    private Treatment treatment(ImagePlanes shown, int index, KnownTreatments known) {
        if (options.image().normalization() == NormalizationScope.SLICE) {
            return treatments(shown).apply(index);
        }
        return known.get(
                new KnownTreatments.Key(
                        shown.channelOf(index),
                        options.image().normalization(),
                        options.percentiles(),
                        options.noise(),
                        trained),
                () -> treatments(shown).apply(index));
    }

    private IntFunction<Treatment> treatments(ImagePlanes shown) {
        return Treatments.of(shown, options.image(), PlaneSample::of)
                .byPlane(options.noise(), trained, options.percentiles());
    }
}
