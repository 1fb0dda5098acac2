/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import java.util.List;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.Decoder;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.Normalization;
import org.onemodel.image.Normalizations;
import org.onemodel.image.Plane;
import org.onemodel.image.Titles;
import org.onemodel.restore.MemoryFallback;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TileLayout;

/**
 * The noise maps that an encoder reads from a plane, as a stack with one slice a map.
 *
 * <p>The maps of neighbouring tiles are blended in each map's own resolution, so that a plane of
 * any size has one map per layer of the generator. Then each map is enlarged to the plane without
 * interpolation.
 */
public final class NoiseMaps {

    private static final double NEGLIGIBLE = 1e-6;

    private final Autoencoder autoencoder;
    private final TileLayout layout;
    private final RestoreOptions options;

    /**
     * Reads noise maps with a model.
     *
     * @param autoencoder the model, which stays its owner's
     * @param modelTile the model's default tile
     * @param options tile, overlap, batch and percentiles; the overlap is rounded up to a multiple
     *     of half the model's size, where the pixels of all maps lie on the tiles' grid
     * @throws OneModelException if tile or overlap do not fit the model
     */
    public NoiseMaps(Autoencoder autoencoder, int modelTile, RestoreOptions options) {
        this.autoencoder = autoencoder;
        this.layout = TileLayout.of(autoencoder.decoder().size(), modelTile, options);
        this.options = options;
    }

    /**
     * Reads the noise maps of the plane that an image shows; the grey values of the whole stack
     * give the normalisation, as when the stack is restored.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param normalize whether each map is brought to mean 0 and standard deviation 1; a constant
     *     map then becomes 0
     * @param progress asked and told after each batch
     * @return a 32-bit stack of the plane's size and calibration, coarsest map first, whose labels
     *     tell index, resolution and layer; not shown
     * @throws IllegalArgumentException if the image has no pixels
     * @throws OneModelException if memory does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public ImagePlus of(ImagePlus image, boolean normalize, Progress progress) {
        ImagePlanes planes = new ImagePlanes(image);
        int index = image.getCurrentSlice() - 1;
        ImagePlanes read = planes.watched(progress.reading(planes.count()));
        Normalization normalization =
                Normalizations.perChannel(read, options.percentiles()).get(planes.channelOf(index));
        Plane plane = Plane.of(planes.filledRows(index));
        for (float[] values : plane.channels()) {
            normalization.takeExcess(values, new float[values.length]);
            normalization.apply(values);
        }
        List<NoiseMap> maps =
                new PlaneEncoder(autoencoder)
                        .read(plane, new MemoryFallback(layout), progress)
                        .noiseMaps();
        return stack(image, normalize ? maps.stream().map(NoiseMaps::normalized).toList() : maps);
    }

    private static NoiseMap normalized(NoiseMap map) {
        double mean = 0;
        for (float value : map.values()) {
            mean += value;
        }
        mean /= map.values().length;
        double squares = 0;
        for (float value : map.values()) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / map.values().length);
        boolean constant = deviation <= NEGLIGIBLE * Math.abs(mean);
        float[] values = new float[map.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = constant ? 0 : (float) ((map.values()[i] - mean) / deviation);
        }
        return new NoiseMap(map.width(), map.height(), map.scale(), values);
    }

    private ImagePlus stack(ImagePlus image, List<NoiseMap> maps) {
        int width = image.getWidth();
        int height = image.getHeight();
        ImageStack stack = new ImageStack(width, height);
        for (int i = 0; i < maps.size(); i++) {
            stack.addSlice(label(i), maps.get(i).enlarged(width, height));
        }
        String title = Titles.unique(image.getTitle(), "-noise-maps");
        ImagePlus result = new ImagePlus(title, stack);
        Calibration calibration = image.getCalibration().copy();
        calibration.setFunction(Calibration.NONE, null, "Gray Value"); // that of grey values
        result.setCalibration(calibration);
        return result;
    }

    private String label(int map) {
        Decoder decoder = autoencoder.decoder();
        int side = decoder.noiseMapSizes().get(map);
        return String.format(
                "map %02d of %d, %d×%d per %d, layer %s",
                map,
                decoder.noiseMapSizes().size(),
                side,
                side,
                decoder.size(),
                decoder.noiseLayers().get(map));
    }
}
