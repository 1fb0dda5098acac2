/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.onemodel.image.ImagePlanes;
import org.onemodel.train.settings.TrainingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The usable planes of some files, in the order of the files. Only the index is held here; pixels
 * come from a {@link PlaneCache}, so a data set may be larger than memory.
 */
final class TrainingImages {

    private static final int READERS = 16;
    private static final Logger LOG = LoggerFactory.getLogger(TrainingImages.class);

    private final List<PlanePair> planes;
    private final PlaneCache cache;

    private TrainingImages(List<PlanePair> planes, PlaneCache cache) {
        this.planes = List.copyOf(planes);
        this.cache = cache;
    }

    /**
     * Reads each file once. Files that can't be used are named in the log, left out and counted.
     *
     * @param key the setting that names the files, for messages
     * @param files the files
     * @param config how planes are used
     * @param scan finds the planes of a file
     * @param cache gives the pixels
     * @return the planes
     * @throws TrainingException if none could be used
     */
    static TrainingImages read(
            String key, List<FilePair> files, DataConfig config, FileScan scan, PlaneCache cache) {
        // ImageJ's reader of JPEG files sleeps while it waits: many threads wait at the same time.
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        List<PlanePair> planes = new ArrayList<>();
        int skipped = 0;
        try {
            List<Future<List<PlanePair>>> results = new ArrayList<>();
            for (FilePair file : files) {
                results.add(readers.submit(() -> planes(file, config, scan)));
            }
            for (Future<List<PlanePair>> result : results) {
                planes.addAll(result.get());
                skipped += result.get().isEmpty() ? 1 : 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrainingException("Reading the images of " + key + " was interrupted.", e);
        } catch (ExecutionException e) {
            throw new TrainingException(
                    "Reading the images of " + key + " failed: " + e.getCause() + ".", e);
        } finally {
            readers.shutdownNow();
        }
        if (planes.isEmpty()) {
            throw new TrainingException(
                    "None of the "
                            + files.size()
                            + " files of "
                            + key
                            + ", such as "
                            + files.get(0).image()
                            + ", can be used; the log says why.");
        }
        LOG.info("{}: {} planes of {} files", key, planes.size(), files.size() - skipped);
        if (skipped > 0) {
            LOG.warn("{}: {} of {} files were left out", key, skipped, files.size());
        }
        return new TrainingImages(planes, cache);
    }

    private static List<PlanePair> planes(FilePair file, DataConfig config, FileScan scan) {
        try {
            SortedMap<Integer, PlaneSource> images = scan.planes(file.image());
            if (file.target().isEmpty()) {
                return images.values().stream()
                        .map(image -> new PlanePair(image, Optional.empty()))
                        .toList();
            }
            return pairs(file, images, scan.planes(file.target().get()), config);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} is left out: {}", file.image(), e.getMessage());
            return List.of();
        }
    }

    private static List<PlanePair> pairs(
            FilePair file,
            SortedMap<Integer, PlaneSource> images,
            SortedMap<Integer, PlaneSource> targets,
            DataConfig config)
            throws IOException {
        List<PlanePair> pairs = new ArrayList<>();
        for (Map.Entry<Integer, PlaneSource> entry : images.entrySet()) {
            PlaneSource image = entry.getValue();
            PlaneSource target = targets.get(entry.getKey());
            if (target == null) {
                continue;
            }
            if (!image.hasSizeOf(target)) {
                throw new IOException(
                        "it has "
                                + image.width()
                                + "×"
                                + image.height()
                                + (image.colour() ? " colour" : " grey")
                                + " pixels, but its target "
                                + target.id()
                                + " has "
                                + target.width()
                                + "×"
                                + target.height()
                                + (target.colour() ? " colour" : " grey")
                                + " ones");
            }
            pairs.add(new PlanePair(image, Optional.of(target.with(mapOf(target, image, config)))));
        }
        if (pairs.isEmpty()) {
            throw new IOException("no plane of it has a usable partner in " + file.target().get());
        }
        return pairs;
    }

    private static GreyMap mapOf(PlaneSource target, PlaneSource image, DataConfig config)
            throws IOException {
        if (config.supervision() == Supervision.NOISE2NOISE) {
            return image.map(); // two takes of one camera share its scale
        }
        if (!config.range().match()) {
            return target.map();
        }
        GreyMap fitted = GreyMap.leastSquares(values(target.id()), values(image.id()));
        return image.map().after(fitted);
    }

    private static float[][] values(PlaneSource.Id id) throws IOException {
        Path file = id.file();
        return new ImagePlanes(PlaneFiles.open(file)).finitePlane(id.index()).channels();
    }

    /** The planes, with the targets of those that have one. */
    List<PlanePair> planes() {
        return planes;
    }

    /** The pixels of a plane. */
    StoredPlane pixels(PlaneSource source) {
        return cache.get(source.id());
    }
}
