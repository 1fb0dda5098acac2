/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.Decoder;
import org.onemodel.embedding.NoiseMapValues;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.PlaneSelection;
import org.onemodel.image.Titles;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.MemoryNeed;
import org.onemodel.restore.PlaneCodec;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;

/**
 * The noise maps that an encoder reads from planes, as stacks with one slice a map.
 *
 * <p>The maps of neighbouring tiles are blended in each map's own resolution, so that a plane of
 * any size has one map per layer of the generator. The tiles are those of a reconstruction with the
 * same options.
 */
public final class NoiseMaps {

    private static final String LABEL = "Slice_Label";

    private final Autoencoder autoencoder;
    private final PlaneCodec codec;
    private final RestoreOptions options;

    /**
     * Reads noise maps with a model.
     *
     * @param autoencoder the model, which stays its owner's
     * @param modelTile the model's default tile
     * @param options tile, overlap, batch, percentiles and use of a selection; the overlap is
     *     rounded up to a multiple of a quarter of the model's size, where the pixels of the maps
     *     of all tiles lie on one lattice
     * @throws org.onemodel.restore.OneModelException if tile or overlap do not fit the model
     */
    public NoiseMaps(Autoencoder autoencoder, int modelTile, RestoreOptions options) {
        this.autoencoder = autoencoder;
        this.options = onLattice(options, autoencoder.decoder());
        this.codec = new PlaneCodec(autoencoder, modelTile, this.options);
    }

    private static RestoreOptions onLattice(RestoreOptions options, Decoder decoder) {
        int coarsest = decoder.noiseMapSizes().stream().mapToInt(side -> side).min().orElse(1);
        long unit = Math.max(1, decoder.size() / coarsest);
        long rounded = (options.overlap() + unit - 1) / unit * unit;
        return options.withOverlap((int) Math.min(rounded, Integer.MAX_VALUE));
    }

    /**
     * Reads the noise maps of planes of an image; those that share a range of grey values when the
     * image is restored share it here.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack; of a selection that has an area,
     *     the box around it is read, unless the options leave it out of account
     * @param format which planes, which values, which size
     * @param progress asked and told after each batch
     * @return 32-bit stacks that lie over the image where both are calibrated, coarsest map first,
     *     with labels that tell index, resolution and layer: one, or of native size one for each
     *     resolution; of several planes hyperstacks with maps along Z and planes along T; not shown
     * @throws IllegalArgumentException if the image has no pixels, or not the planes
     * @throws org.onemodel.restore.OneModelException if memory does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public List<ImagePlus> of(ImagePlus image, NoiseMapFormat format, Progress progress) {
        return stacks(encode(image, format.planes(), progress), format);
    }

    /**
     * Encodes planes of an image.
     *
     * @param image an image, as above
     * @param planes which planes
     * @param progress asked and told after each batch
     * @return latent codes and noise maps
     * @throws IllegalArgumentException if the image has no pixels, or not the planes
     * @throws org.onemodel.restore.OneModelException if memory does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public EncodedImage encode(ImagePlus image, PlaneSelection planes, Progress progress) {
        ImagePlanes chosen = options.image().withPlanes(planes).planesOf(image, 0);
        return new ImageEncoding(codec, options.model()).of(chosen, progress);
    }

    /**
     * Shows the noise maps of encoded planes.
     *
     * @param encoded planes that this model encoded
     * @param format which values, which size
     * @return stacks, as above, which carry the encoded planes with them
     */
    public List<ImagePlus> stacks(EncodedImage encoded, NoiseMapFormat format) {
        List<Integer> sides = autoencoder.decoder().noiseMapSizes();
        List<Integer> all = IntStream.range(0, sides.size()).boxed().toList();
        if (format.size() == MapSize.IMAGE) {
            return List.of(stack(encoded, all, format));
        }
        return sides.stream()
                .distinct()
                .map(side -> all.stream().filter(i -> sides.get(i).equals(side)).toList())
                .map(maps -> stack(encoded, maps, format))
                .toList();
    }

    /**
     * The resolution of a stack of native size, for the names of files.
     *
     * @param stack a stack that this class made
     * @return such as {@code 8x8}, the pixels of its maps per tile of the model's size
     */
    public static String resolution(ImagePlus stack) {
        return MapLabel.resolution(stack.getStack().getSliceLabel(1));
    }

    private ImagePlus stack(EncodedImage encoded, List<Integer> maps, NoiseMapFormat format) {
        ImagePlus like = encoded.template().blank();
        boolean enlarged = format.size() == MapSize.IMAGE;
        int side = encoded.planes().get(0).tiles().noiseMaps().get(maps.get(0)).width();
        MapLattice lattice = MapLattice.of(encoded.tiling(), side);
        ImageStack stack =
                enlarged
                        ? new ImageStack(like.getWidth(), like.getHeight())
                        : new ImageStack(lattice.columns(), lattice.rows());
        int planes = encoded.planes().size();
        long pixels = (long) stack.getWidth() * stack.getHeight() * maps.size() * planes;
        new MemoryNeed(Float.BYTES * pixels, 0)
                .require(
                        "The stack of noise maps of '" + like.getTitle() + "'",
                        ImageEncoding.ADVICE);
        int channels = like.getNChannels();
        int times = encoded.planes().size() / channels;
        for (int t = 0; t < times; t++) {
            for (int map : maps) {
                for (int c = 0; c < channels; c++) {
                    int plane = t * channels + c;
                    String label = label(map, plane, encoded.planes().size(), format.values());
                    stack.addSlice(label, pixels(encoded.planes().get(plane), map, format));
                }
            }
        }
        String suffix = enlarged ? "" : "-" + MapLabel.resolution(stack.getSliceLabel(1));
        String title = Titles.unique(like.getTitle(), "-noise-maps" + suffix);
        ImagePlus result = new ImagePlus(title, stack);
        result.setDimensions(channels, maps.size(), times);
        if (channels > 1) {
            result = new CompositeImage(result, CompositeImage.GRAYSCALE);
        }
        result.setOpenAsHyperStack(channels > 1 || times > 1);
        if (stack.size() == 1) {
            result.setProp(LABEL, stack.getSliceLabel(1));
        }
        result.setCalibration(enlarged ? calibration(like, 1, 0, 0) : calibration(like, lattice));
        encoded.attachTo(result);
        return result;
    }

    private int side(int map) {
        return autoencoder.decoder().noiseMapSizes().get(map);
    }

    private String label(int map, int plane, int planes, MapValues values) {
        Decoder decoder = autoencoder.decoder();
        int count = decoder.noiseMapSizes().size();
        return new MapLabel(map, count, plane, values)
                .write(side(map), decoder.size(), decoder.noiseLayers().get(map), planes);
    }

    /**
     * Encodes planes of an image one after another, so that not all of them need be in memory.
     *
     * @param planes the planes
     * @param sink takes each as soon as it is encoded, in their order
     * @param progress asked and told after each batch
     * @throws org.onemodel.restore.OneModelException if memory does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public void encodeEach(ImagePlanes planes, Consumer<EncodedPlane> sink, Progress progress) {
        codec.encodeEach(planes, sink, progress);
    }

    /**
     * A noise map of a plane in its own resolution; where tiles overlap, their maps are blended, so
     * that each pixel is there once.
     *
     * @param plane a plane that this class encoded
     * @param map index of the map, 0 is the coarsest
     * @return the map's values, row by row
     */
    public static float[] blended(EncodedPlane plane, int map) {
        NoiseMapValues tiles = plane.tiles().noiseMaps().get(map);
        return MapLattice.of(plane.tiling(), tiles.width()).blend(tiles);
    }

    private static float[] pixels(EncodedPlane plane, int map, NoiseMapFormat format) {
        NoiseMapValues tiles = plane.tiles().noiseMaps().get(map);
        MapLattice lattice = MapLattice.of(plane.tiling(), tiles.width());
        float[] values = blended(plane, map);
        if (format.values() == MapValues.NORMALIZED) {
            values = MapScale.of(values).normalized(values);
        }
        return format.size() == MapSize.IMAGE ? lattice.enlarged(values) : values;
    }

    private static Calibration calibration(ImagePlus like, MapLattice lattice) {
        return calibration(like, lattice.scale(), lattice.left(), lattice.top());
    }

    /** That of pixels which are larger, and begin somewhere else. */
    private static Calibration calibration(ImagePlus like, int scale, int left, int top) {
        Calibration calibration = like.getCalibration().copy();
        calibration.xOrigin = (calibration.xOrigin - left) / scale;
        calibration.yOrigin = (calibration.yOrigin - top) / scale;
        calibration.pixelWidth *= scale;
        calibration.pixelHeight *= scale;
        calibration.setFunction(Calibration.NONE, null, "Gray Value"); // that of grey values
        return calibration;
    }
}
