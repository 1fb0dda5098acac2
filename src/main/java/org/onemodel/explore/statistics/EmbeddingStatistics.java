/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

import ai.djl.engine.EngineException;
import ij.ImagePlus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.Decoder;
import org.onemodel.embedding.EmbeddingValues;
import org.onemodel.embedding.LatentSpace;
import org.onemodel.explore.maps.NoiseMaps;
import org.onemodel.image.ImagePlanes;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;

/**
 * The distributions of the values that an encoder reads from images: of each layer of the latent
 * code and of each noise map, in each plane and over all.
 *
 * <p>Planes are normalised and cut into tiles as for reconstruction. A pixel of a noise map counts
 * once, as maps are blended where tiles overlap; of the latent code, the values of all tiles count.
 * All is done in one pass, in memory that does not grow with the number of images but for a row of
 * figures each. Not for several threads.
 */
public final class EmbeddingStatistics {

    private static final Subject CODE_IN_Z = new Subject("latent code", "Z", 0);

    private final Autoencoder autoencoder;
    private final NoiseMaps maps;
    private final RestoreOptions options;

    private final Map<Subject, ValueStatistics> all = new LinkedHashMap<>();
    private final List<PlaneSummary> planes = new ArrayList<>();
    private final List<FailedImage> failed = new ArrayList<>();

    /**
     * Statistics with a model.
     *
     * @param autoencoder the model, which stays its owner's
     * @param modelTile the model's default tile
     * @param options tile, overlap, batch, percentiles, scope of the normalisation, and which
     *     channels, slices and frames of each image count; a selection does not limit what is read
     * @throws OneModelException if tile or overlap do not fit the model
     */
    public EmbeddingStatistics(Autoencoder autoencoder, int modelTile, RestoreOptions options) {
        this.autoencoder = autoencoder;
        this.maps = new NoiseMaps(autoencoder, modelTile, options);
        this.options = options;
    }

    /**
     * Reads images one after another; one that fails does not stop the others.
     *
     * @param images the images
     * @param progress asked and told after each batch
     * @return the figures
     * @throws IllegalArgumentException if no plane could be counted, with why the first failed
     * @throws OneModelException likewise
     * @throws CancellationException if canceled
     */
    public StatisticsReport of(List<ImageSource> images, Progress progress) {
        all.clear();
        planes.clear();
        failed.clear();
        for (int i = 0; i < images.size(); i++) {
            ImageSource image = images.get(i);
            String message = images.size() == 1 ? "" : image.name();
            add(image, progress.part(i, images.size(), message));
        }
        if (planes.isEmpty()) {
            throw nothing();
        }
        List<SubjectSummary> summaries = new ArrayList<>();
        all.forEach(
                (subject, values) ->
                        summaries.add(
                                new SubjectSummary(
                                        subject,
                                        values.summary(),
                                        Histogram.of(values.sample().values()))));
        return new StatisticsReport(options.model(), planes, summaries, failed);
    }

    private OneModelException nothing() {
        if (failed.isEmpty()) {
            return new OneModelException("There is no image to look at; give at least one.");
        }
        Throwable first = failed.get(0).cause();
        if (first instanceof EngineException failure) {
            throw failure; // users are told what device it was
        } else if (first instanceof OutOfMemoryError failure) {
            throw failure; // and how to give it more
        }
        boolean same =
                failed.stream()
                        .map(image -> String.valueOf(image.cause().getMessage()))
                        .allMatch(String.valueOf(first.getMessage())::equals);
        return new OneModelException(same ? first.getMessage() : failed.get(0).sentence(), first);
    }

    private void add(ImageSource source, Progress progress) {
        progress.checkCanceled();
        try {
            add(source.name(), source.open(), progress);
        } catch (CancellationException e) {
            throw e;
        } catch (IOException
                | IllegalArgumentException
                | OneModelException
                | EngineException
                | OutOfMemoryError e) {
            failed.add(new FailedImage(source.name(), e));
        }
    }

    private void add(String name, ImagePlus image, Progress progress) {
        ImagePlanes chosen = new ImagePlanes(image).withSelection(options.image().planes());
        AtomicInteger next = new AtomicInteger();
        maps.encodeEach(
                chosen,
                plane -> add(name, chosen.stackIndex(next.getAndIncrement()), plane),
                progress);
    }

    private void add(String image, int index, EncodedPlane plane) {
        Map<Subject, ValueStatistics> parts = new LinkedHashMap<>();
        EmbeddingValues tiles = plane.tiles();
        boolean isWPlus = tiles.space() == LatentSpace.W_PLUS;
        int layers = isWPlus ? Math.toIntExact(tiles.latentShape().get(0)) : 1;
        for (int layer = 0; layer < layers; layer++) {
            ValueStatistics values = new ValueStatistics();
            for (float[] code : tiles.latents()) {
                int length = code.length / layers;
                values.add(code, layer * length, (layer + 1) * length);
            }
            parts.put(isWPlus ? layerOfWPlus(layer) : CODE_IN_Z, values);
        }
        for (int map = 0; map < tiles.noiseMaps().size(); map++) {
            float[] read = NoiseMaps.blended(plane, map);
            ValueStatistics values = new ValueStatistics();
            values.add(read, 0, read.length);
            parts.put(noiseMap(map), values);
        }
        parts.forEach(
                (subject, values) -> {
                    planes.add(new PlaneSummary(image, index, subject, values.summary()));
                    all.computeIfAbsent(subject, s -> new ValueStatistics()).merge(values);
                });
    }

    private static Subject layerOfWPlus(int layer) {
        return new Subject("latent code layer " + layer, "W+", 0);
    }

    private Subject noiseMap(int map) {
        Decoder decoder = autoencoder.decoder();
        return new Subject(
                "noise map " + map,
                decoder.noiseLayers().get(map),
                decoder.noiseMapSizes().get(map));
    }
}
