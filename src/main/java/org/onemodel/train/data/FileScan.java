/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.Normalization;
import org.onemodel.image.Normalizations;
import org.onemodel.image.Planes;
import org.onemodel.image.RowSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the usable planes of one file, and the range of grey values of each of its channels. */
final class FileScan {

    private static final Logger LOG = LoggerFactory.getLogger(FileScan.class);
    private static final Normalization EIGHT_BIT = Normalization.ofRange(0, 255);

    private final GreyRangeConfig range;
    private final int smallest;
    private final PlaneFiles files;
    private final PlaneCache cache;

    /**
     * A scan of any number of files. Thread-safe.
     *
     * @param range which grey values become [-1, 1]
     * @param smallest smallest side that is of use
     * @param files reads planes
     * @param cache gets the planes as long as it has room
     */
    FileScan(GreyRangeConfig range, int smallest, PlaneFiles files, PlaneCache cache) {
        this.range = range;
        this.smallest = smallest;
        this.files = files;
        this.cache = cache;
    }

    /**
     * Scans a file; planes with pixels that are no numbers are left out with a warning.
     *
     * @param file an image file
     * @return the planes by their place in the stack, at least one
     * @throws IOException if the file can't be used; the message says why
     */
    SortedMap<Integer, PlaneSource> planes(Path file) throws IOException {
        ImagePlus image = PlaneFiles.open(file);
        ImagePlanes planes = new ImagePlanes(image);
        if (Math.min(planes.width(), planes.height()) < smallest) {
            throw new IOException(
                    "it has only " + planes.width() + "×" + planes.height() + " pixels");
        }
        SortedMap<Integer, List<Integer>> byChannel = new TreeMap<>();
        for (int i = 0; i < planes.count(); i++) {
            if (isUsable(file, image, planes, i)) {
                byChannel.computeIfAbsent(planes.channelOf(i), c -> new ArrayList<>()).add(i);
            }
        }
        SortedMap<Integer, PlaneSource> sources = new TreeMap<>();
        for (List<Integer> channel : byChannel.values()) {
            GreyMap map = GreyMap.of(normalization(image, planes, channel));
            for (int i : channel) {
                sources.put(
                        i,
                        new PlaneSource(
                                new PlaneSource.Id(file, i),
                                planes.width(),
                                planes.height(),
                                planes.channelsPerPlane() == 3,
                                map));
            }
        }
        if (sources.isEmpty()) {
            throw new IOException("none of its planes can be used");
        }
        return sources;
    }

    private boolean isUsable(Path file, ImagePlus image, ImagePlanes planes, int index)
            throws IOException {
        try {
            planes.finitePlane(index);
        } catch (IllegalArgumentException e) {
            LOG.warn("A plane of {} is left out: {}", file, e.getMessage());
            return false;
        }
        cache.offer(new PlaneSource.Id(file, index), files.stored(image, index));
        return true;
    }

    private Normalization normalization(
            ImagePlus image, ImagePlanes planes, List<Integer> selected) {
        if (range.values().isPresent()) {
            return range.values().get();
        }
        boolean eightBit = image.getBitDepth() == 8 || image.getBitDepth() == 24;
        return eightBit && !range.given()
                ? EIGHT_BIT
                : Normalizations.of(new Selection(planes, selected), range.percentiles());
    }

    /** Some planes of an image. */
    private record Selection(ImagePlanes all, List<Integer> indices) implements Planes {

        @Override
        public int width() {
            return all.width();
        }

        @Override
        public int height() {
            return all.height();
        }

        @Override
        public int count() {
            return indices.size();
        }

        @Override
        public RowSource rows(int index) {
            return all.rows(indices.get(index));
        }
    }
}
