/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.onemodel.restore.OneModelException;
import org.onemodel.tile.Block;

/**
 * One slice of a stack of noise maps.
 *
 * @param name what messages call it
 * @param label which map of which plane it is
 * @param width columns
 * @param height rows
 * @param values {@code [height * width]} values; not to be modified
 */
record MapSlice(String name, MapLabel label, int width, int height, float[] values) {

    private static final int FLOAT = 32;

    /**
     * The slices of a stack, which are recognised by their labels; of a stack without any, by their
     * number, if there are as many as maps.
     *
     * @param stack the stack
     * @param encoded what its maps are of
     * @throws OneModelException if a slice is no map of it
     */
    static List<MapSlice> of(ImagePlus stack, EncodedImage encoded) {
        if (stack.getBitDepth() != FLOAT) {
            throw new OneModelException(
                    "'"
                            + stack.getTitle()
                            + "' has "
                            + stack.getBitDepth()
                            + "-bit pixels; noise maps are 32-bit, and a conversion loses their"
                            + " values: export them again and edit them as they are.");
        }
        ImageStack slices = stack.getStack();
        List<Optional<MapLabel>> labels = new ArrayList<>();
        for (int i = 1; i <= slices.size(); i++) {
            labels.add(MapLabel.read(slices.getSliceLabel(i)));
        }
        boolean none = labels.stream().allMatch(Optional::isEmpty);
        boolean complete = slices.size() == encoded.mapCount() * encoded.planes().size();
        List<MapSlice> maps = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            String name = "Slice " + (i + 1) + " of '" + stack.getTitle() + "'";
            MapLabel label =
                    none && complete
                            ? numbered(i, encoded)
                            : labels.get(i).orElseThrow(() -> unlabelled(name, encoded));
            check(name, label, encoded);
            maps.add(
                    new MapSlice(
                            name,
                            label,
                            slices.getWidth(),
                            slices.getHeight(),
                            (float[]) ((FloatProcessor) slices.getProcessor(i + 1)).getPixels()));
        }
        return maps;
    }

    /** As an exported stack has them: channels, then maps, then slices and frames. */
    private static MapLabel numbered(int slice, EncodedImage encoded) {
        int channels = encoded.template().blank().getNChannels();
        int map = slice / channels % encoded.mapCount();
        int time = slice / channels / encoded.mapCount();
        int plane = time * channels + slice % channels;
        return new MapLabel(map, encoded.mapCount(), plane, MapValues.RAW);
    }

    private static OneModelException unlabelled(String name, EncodedImage encoded) {
        return new OneModelException(
                name
                        + " has no label that says which noise map it is; give slices labels as"
                        + " exported ones have them, such as 'map 04 of "
                        + encoded.mapCount()
                        + "', or all "
                        + encoded.mapCount() * encoded.planes().size()
                        + " maps.");
    }

    private static void check(String name, MapLabel label, EncodedImage encoded) {
        if (label.maps() != encoded.mapCount() || label.map() >= encoded.mapCount()) {
            throw new OneModelException(
                    name
                            + " is noise map "
                            + label.map()
                            + " of "
                            + label.maps()
                            + ", but the latent code is of a model with the maps 0 to "
                            + (encoded.mapCount() - 1)
                            + "; take both from the same model.");
        }
        if (label.plane() < 0 || label.plane() >= encoded.planes().size()) {
            throw new OneModelException(
                    name
                            + " is a map of plane "
                            + (label.plane() + 1)
                            + ", but the latent codes are of "
                            + encoded.planes().size()
                            + "; export both from the same planes.");
        }
    }

    /**
     * What of this map was changed since it was exported. A square of an enlarged map that is
     * changed in any pixel gets the mean of its pixels.
     *
     * @param lattice of the map
     * @param exported {@code [rows * columns]} values as the network has them
     * @throws OneModelException if the slice has another size, or a new value is no number
     */
    MapChange since(MapLattice lattice, float[] exported) {
        boolean own = width == lattice.columns() && height == lattice.rows();
        if (!own && (width != lattice.tiling().width() || height != lattice.tiling().height())) {
            throw otherSize(lattice);
        }
        boolean normalized = label.values() == MapValues.NORMALIZED;
        MapScale scale = MapScale.of(exported);
        float[] before = normalized ? scale.normalized(exported) : exported;
        BitSet changed = new BitSet();
        float[] now = new float[before.length];
        for (int i = 0; i < before.length; i++) {
            int column = i % lattice.columns();
            int row = i / lattice.columns();
            Block square = own ? new Block(column, row, 1, 1) : lattice.square(column, row);
            if (isChanged(square, before[i])) {
                double value = mean(square);
                changed.set(i);
                now[i] = normalized ? scale.original(value) : (float) value;
            }
        }
        return new MapChange(changed, now);
    }

    private boolean isChanged(Block square, float before) {
        int bits = Float.floatToIntBits(before);
        for (int y = square.y(); y < square.bottom(); y++) {
            for (int x = square.x(); x < square.right(); x++) {
                if (Float.floatToIntBits(values[y * width + x]) != bits) {
                    return true;
                }
            }
        }
        return false;
    }

    private double mean(Block square) {
        double sum = 0;
        for (int y = square.y(); y < square.bottom(); y++) {
            for (int x = square.x(); x < square.right(); x++) {
                float value = values[y * width + x];
                if (!Float.isFinite(value)) {
                    throw new OneModelException(
                            name
                                    + " is "
                                    + value
                                    + " at x="
                                    + x
                                    + ", y="
                                    + y
                                    + "; noise maps are decoded with finite values only.");
                }
                sum += value;
            }
        }
        return sum / (square.width() * square.height());
    }

    private OneModelException otherSize(MapLattice lattice) {
        return new OneModelException(
                name
                        + " has "
                        + width
                        + " x "
                        + height
                        + " pixels; the map has "
                        + lattice.columns()
                        + " x "
                        + lattice.rows()
                        + ", or "
                        + lattice.tiling().width()
                        + " x "
                        + lattice.tiling().height()
                        + " enlarged to the size of its image: take maps of the same image size,"
                        + " without a change of size.");
    }
}
