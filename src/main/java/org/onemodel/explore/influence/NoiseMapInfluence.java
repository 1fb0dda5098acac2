/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.influence;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.Decoder;
import org.onemodel.explore.sweep.ScaledMaps;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.Normalization;
import org.onemodel.image.Plane;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.Excess;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.PlaneCodec;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;

/**
 * Measures what each noise map changes in a plane: colour, brightness, structure, or nothing.
 *
 * <p>Each map alone is multiplied by 0.5 and by 1.5, which leaves the image recognizable; {@link
 * Change} tells how both pictures differ from the reconstruction, with the network's range of grey
 * values as 255 levels. Smooth is what a grid of the coarsest map's pixels could hold: half-waves
 * longer than a quarter of the model's size.
 */
public final class NoiseMapInfluence {

    private static final List<Double> FACTORS = List.of(0.5, 1.5);
    private static final List<Integer> TOWARDS = List.of(-1, 1);

    private static final double LEVELS = 255;
    private static final Normalization NETWORK = Normalization.ofRange(-1, 1);

    /** The share of free memory that pictures may take at a time. */
    private static final int SHARE_OF_MEMORY = 4;

    private final Decoder decoder;
    private final String model;
    private final PlaneCodec codec;

    /**
     * Measures with a model.
     *
     * @param autoencoder the model, which stays its owner's
     * @param modelTile the model's default tile
     * @param options tile, overlap, batch and percentiles
     * @throws OneModelException if tile or overlap do not fit the model
     */
    public NoiseMapInfluence(Autoencoder autoencoder, int modelTile, RestoreOptions options) {
        this.decoder = autoencoder.decoder();
        this.model = options.model();
        this.codec = new PlaneCodec(autoencoder, modelTile, options);
    }

    /**
     * Measures in the plane that an image shows; inside the box of its selection, if it has one.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param progress asked and told after each batch
     * @return one row a noise map
     * @throws IllegalArgumentException if the image has no pixels
     * @throws OneModelException if memory does not suffice, or the model has no encoder
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public InfluenceTable of(ImagePlus image, Progress progress) {
        ImagePlanes plane = codec.shown(image);
        EncodedPlane encoded = codec.encode(plane, progress.part(0, 4, "")).get(0);
        return of(image.getTitle(), encoded, after(1, 4, progress));
    }

    /**
     * Measures in a plane that is encoded.
     *
     * @param title what the image is called
     * @param plane the plane
     * @param progress asked and told after each batch
     * @return one row a noise map
     * @throws OneModelException if memory does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public InfluenceTable of(String title, EncodedPlane plane, Progress progress) {
        int length = Math.max(1, decoder.size() / 4);
        List<Change> changes =
                plane.asIs()
                        ? Collections.nCopies(maps(), new Change(0, 0, 0, 0))
                        : changes(answers(plane), length, progress);
        List<MapInfluence> rows = new ArrayList<>();
        for (int map = 0; map < maps(); map++) {
            int pixels = decoder.size() / decoder.noiseMapSizes().get(map);
            rows.add(
                    new MapInfluence(
                            map, decoder.noiseLayers().get(map), pixels, changes.get(map)));
        }
        return new InfluenceTable(title, model, length, rows);
    }

    private int maps() {
        return decoder.noiseMapSizes().size();
    }

    /** The plane as one whose grey values are the network's answers, and no more. */
    private static EncodedPlane answers(EncodedPlane plane) {
        int channels = plane.ranges().size();
        return new EncodedPlane(
                plane.name(),
                plane.tiling(),
                plane.batch(),
                Collections.nCopies(channels, NETWORK),
                Collections.nCopies(channels, new Excess(new int[0], new float[0])),
                false,
                plane.tiles());
    }

    private List<Change> changes(EncodedPlane plane, int length, Progress progress) {
        int all = maps() * FACTORS.size() + 1;
        Plane image = codec.decode(plane, progress.part(0, all, ""));
        ChangeMeasure measure =
                new ChangeMeasure(image, length, LEVELS / (NETWORK.high() - NETWORK.low()));
        Progress others = after(1, all, progress);
        int atATime = mapsAtATime(plane);
        List<Change> changes = new ArrayList<>();
        while (changes.size() < maps()) {
            int from = changes.size();
            int to = Math.min(maps(), from + atATime);
            List<Plane> pictures =
                    codec.decode(
                            plane,
                            new ScaledMaps(IntStream.range(from, to).boxed().toList(), FACTORS),
                            others.part(from / atATime, (maps() - 1) / atATime + 1, ""));
            for (int i = 0; i < pictures.size(); i += FACTORS.size()) {
                others.checkCanceled();
                changes.add(measure.of(pictures.subList(i, i + FACTORS.size()), TOWARDS));
            }
        }
        return changes;
    }

    /** All maps if their pictures fit into memory; fewer, where more has to be computed again. */
    private int mapsAtATime(EncodedPlane plane) {
        Runtime java = Runtime.getRuntime();
        long free = java.maxMemory() - java.totalMemory() + java.freeMemory();
        long map = Float.BYTES * plane.tiling().pixels() * plane.ranges().size() * FACTORS.size();
        return (int) Math.max(1, Math.min(maps(), free / SHARE_OF_MEMORY / map));
    }

    /** The progress of all parts of a whole but the first ones. */
    private static Progress after(int done, int all, Progress whole) {
        return new Progress() {
            @Override
            public void update(double fractionDone, String message) {
                whole.update((done + fractionDone * (all - done)) / all, message);
            }

            @Override
            public boolean isCanceled() {
                return whole.isCanceled();
            }
        };
    }
}
