/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import ij.ImagePlus;
import ij.io.Opener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.Plane;
import org.onemodel.train.settings.TrainingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The images of a training run, held in memory as 8-bit colours: about as many bytes as the files
 * have pixels, times three.
 *
 * <p>8-bit and RGB values are taken as they are; a plane of higher range is stretched from its
 * smallest to its largest value.
 */
public final class TrainingImages {

    private static final int READERS = 16;
    private static final Logger LOG = LoggerFactory.getLogger(TrainingImages.class);

    /** One plane: three channels, each row by row, in one array. */
    private record Image(int width, int height, byte[] rgb) {}

    private final List<Image> images;

    private TrainingImages(List<Image> images) {
        this.images = images;
    }

    /**
     * Reads folders and files.
     *
     * @param sources folders (not their subfolders) or files
     * @param smallest smallest side that is of use; smaller images are skipped and counted
     * @return the images
     * @throws TrainingException if none could be used
     */
    public static TrainingImages read(List<Path> sources, int smallest) {
        // ImageJ's reader of JPEG files sleeps while it waits: many threads wait at the same time.
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        List<Image> images = new ArrayList<>();
        int skipped = 0;
        try {
            List<Future<List<Image>>> results = new ArrayList<>();
            for (Path file : files(sources)) {
                results.add(readers.submit(() -> planes(file, smallest)));
            }
            for (Future<List<Image>> result : results) {
                images.addAll(result.get());
                skipped += result.get().isEmpty() ? 1 : 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrainingException("Reading the training images was interrupted.", e);
        } catch (ExecutionException e) {
            throw new TrainingException("Reading the training images failed: " + e.getCause(), e);
        } finally {
            readers.shutdownNow();
        }
        if (images.isEmpty()) {
            throw new TrainingException(
                    "No image of at least "
                            + smallest
                            + "×"
                            + smallest
                            + " pixels was found in "
                            + sources
                            + ".");
        }
        LOG.info("{} planes to train on, {} files skipped", images.size(), skipped);
        return new TrainingImages(images);
    }

    private static List<Path> files(List<Path> sources) {
        List<Path> files = new ArrayList<>();
        for (Path source : sources) {
            if (!Files.isDirectory(source)) {
                files.add(source);
                continue;
            }
            try (Stream<Path> entries = Files.list(source)) {
                entries.filter(Files::isRegularFile).sorted().forEach(files::add);
            } catch (IOException e) {
                throw new TrainingException("Folder " + source + " cannot be listed.", e);
            }
        }
        return files;
    }

    private static List<Image> planes(Path file, int smallest) {
        List<Image> images = new ArrayList<>();
        try {
            Opener opener = new Opener();
            opener.setSilentMode(true);
            ImagePlus image = opener.openImage(file.toString());
            ImagePlanes planes = new ImagePlanes(image);
            boolean eightBit = image.getBitDepth() == 8 || image.getBitDepth() == 24;
            boolean large = Math.min(planes.width(), planes.height()) >= smallest;
            for (int i = 0; large && i < planes.count(); i++) {
                images.add(toBytes(planes.plane(i), eightBit));
            }
        } catch (RuntimeException e) {
            LOG.warn("{} is left out: {}", file, e.getMessage());
        }
        return images;
    }

    private static Image toBytes(Plane plane, boolean eightBit) {
        int pixels = plane.width() * plane.height();
        float low = eightBit ? 0 : Float.POSITIVE_INFINITY;
        float high = eightBit ? 255 : Float.NEGATIVE_INFINITY;
        if (!eightBit) {
            for (float value : plane.channels()[0]) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        float scale = high > low ? 255 / (high - low) : 0;
        byte[] rgb = new byte[3 * pixels];
        for (int c = 0; c < 3; c++) {
            float[] channel = plane.channels()[Math.min(c, plane.channels().length - 1)];
            for (int i = 0; i < pixels; i++) {
                rgb[c * pixels + i] = (byte) Math.round((channel[i] - low) * scale);
            }
        }
        return new Image(plane.width(), plane.height(), rgb);
    }

    /**
     * The number of planes.
     *
     * @return at least one
     */
    public int count() {
        return images.size();
    }

    /** The centre of an image, side × side, channel after channel, in [-1, 1]. */
    float[] centre(int index, int side, boolean grey) {
        Image image = images.get(index);
        int x = (image.width - side) / 2;
        int y = (image.height - side) / 2;
        return crop(image, x, y, side, 0, grey);
    }

    /** A random crop of a random image, flipped and turned at random, in [-1, 1]. */
    float[] sample(int side, boolean grey, SplittableRandom random) {
        return sample(side, true, grey, random);
    }

    /**
     * A random crop of a random image.
     *
     * @param side side of the crop, at most the smallest that the images were read for
     * @param flips whether it is flipped and turned at random
     * @param grey whether it is turned to grey
     * @param random the generator
     * @return {@code [3, side, side]} row by row, in [-1, 1]
     */
    public float[] sample(int side, boolean flips, boolean grey, SplittableRandom random) {
        Image image = images.get(random.nextInt(images.size()));
        int x = random.nextInt(image.width - side + 1);
        int y = random.nextInt(image.height - side + 1);
        return crop(image, x, y, side, flips ? random.nextInt(8) : 0, grey);
    }

    /**
     * One of the eight symmetries of the square: bit 0 flips x, bit 1 flips y, bit 2 transposes.
     */
    private static float[] crop(Image image, int x, int y, int side, int symmetry, boolean grey) {
        int pixels = image.width * image.height;
        float[] crop = new float[3 * side * side];
        for (int v = 0; v < side; v++) {
            for (int u = 0; u < side; u++) {
                int a = (symmetry & 1) == 0 ? u : side - 1 - u;
                int b = (symmetry & 2) == 0 ? v : side - 1 - v;
                int source =
                        (symmetry & 4) == 0
                                ? (y + b) * image.width + x + a
                                : (y + a) * image.width + x + b;
                int red = image.rgb[source] & 0xff;
                int green = image.rgb[pixels + source] & 0xff;
                int blue = image.rgb[2 * pixels + source] & 0xff;
                float luma = 0.299f * red + 0.587f * green + 0.114f * blue;
                int target = v * side + u;
                crop[target] = (grey ? luma : red) / 127.5f - 1;
                crop[side * side + target] = (grey ? luma : green) / 127.5f - 1;
                crop[2 * side * side + target] = (grey ? luma : blue) / 127.5f - 1;
            }
        }
        return crop;
    }
}
