/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.grid;

import ij.ImagePlus;
import java.util.List;
import java.util.stream.IntStream;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.explore.influence.InfluenceTable;
import org.onemodel.explore.influence.NoiseMapInfluence;
import org.onemodel.explore.montage.LabelledMontage;
import org.onemodel.explore.montage.Look;
import org.onemodel.explore.sweep.NoiseFactors;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.OutputType;
import org.onemodel.image.Plane;
import org.onemodel.image.PlaneSeries;
import org.onemodel.image.Titles;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.MemoryNeed;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.PlaneCodec;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;

/**
 * Decodes a plane with two of its noise maps, each times several factors, as a figure and as a
 * hyperstack.
 *
 * <p>Each cell is, to the bit, what decoding gives with both maps multiplied; with the factors 1
 * and 1 it is the reconstruction.
 */
public final class ColorGrid {

    /** Most factors of a map; a grid has at most the square of it. */
    public static final int MOST_FACTORS = 32;

    /** Half as much to half as much again; the reconstruction is in the middle. */
    public static final NoiseFactors DEFAULT_FACTORS = NoiseFactors.of(0.5, 0.75, 1, 1.25, 1.5);

    private static final String SUFFIX = "-color-grid";

    private final Autoencoder autoencoder;
    private final String model;
    private final PlaneCodec codec;
    private final NoiseMapInfluence influence;

    /**
     * Makes colour grids with a model.
     *
     * @param autoencoder the model, which stays its owner's
     * @param modelTile the model's default tile
     * @param options tile, overlap, batch and percentiles
     * @throws OneModelException if tile or overlap do not fit the model
     */
    public ColorGrid(Autoencoder autoencoder, int modelTile, RestoreOptions options) {
        this.autoencoder = autoencoder;
        this.model = options.model();
        this.codec = new PlaneCodec(autoencoder, modelTile, options);
        this.influence = new NoiseMapInfluence(autoencoder, modelTile, options);
    }

    /**
     * Makes the colour grid of the plane that an image shows; inside the box of its selection, if
     * it has one.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param maps the two maps, or that they are to be chosen
     * @param factors what each of them is multiplied by
     * @param progress asked and told after each batch
     * @return the grid
     * @throws IllegalArgumentException if the image has no pixels
     * @throws OneModelException if the model has no such maps, there are too many factors, they
     *     were to be chosen and fewer than two change the image, or memory does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public ColorGridResult of(
            ImagePlus image, GridMaps maps, NoiseFactors factors, Progress progress) {
        maps.requireIn(model, autoencoder.decoder().noiseMapSizes().size());
        if (factors.count() > MOST_FACTORS) {
            throw new OneModelException(
                    "A colour grid of "
                            + factors.count()
                            + " steps is too large; give at most "
                            + MOST_FACTORS
                            + ".");
        }
        ImagePlanes plane = codec.shown(image);
        int pictures = factors.count() * factors.count();
        long values = (long) plane.width() * plane.height() * plane.channelsPerPlane();
        new MemoryNeed(Float.BYTES * values * pictures, Float.BYTES * values)
                .require(
                        "The colour grid of '" + image.getTitle() + "'",
                        "give fewer steps, select a part of the image, close other images, or give"
                                + " Java more memory");
        boolean auto = maps.isAuto();
        int parts = auto ? 3 : 2;
        EncodedPlane encoded = codec.encode(plane, progress.part(0, parts, "")).get(0);
        GridMaps chosen = maps;
        String choice = "";
        if (auto) {
            InfluenceTable table =
                    influence.of(
                            image.getTitle(), encoded, progress.part(1, parts, "choosing maps"));
            List<Integer> strongest = table.strongestMaps();
            chosen = new GridMaps(strongest.get(0), strongest.get(1));
            choice = table.choice();
        }
        Progress last = progress.part(parts - 1, parts, "");
        List<Plane> decoded = codec.decode(encoded, variations(chosen, factors), last);
        ImagePlus stack = stack(plane, chosen, factors, decoded);
        return new ColorGridResult(
                draw(image.getTitle(), Look.of(image, plane), chosen, factors, stack),
                stack,
                chosen,
                choice);
    }

    private static GridVariations variations(GridMaps maps, NoiseFactors factors) {
        return new GridVariations(maps.coarser(), maps.finer(), factors.values());
    }

    /** Slices are factors of the rows' map, frames those of the columns' map. */
    private static ImagePlus stack(
            ImagePlanes plane, GridMaps maps, NoiseFactors factors, List<Plane> pictures) {
        int steps = factors.count();
        List<String> labels = labels(factors);
        PlaneSeries series = new PlaneSeries(plane, OutputType.SAME);
        for (int column = 0; column < steps; column++) {
            for (int row = 0; row < steps; row++) {
                String label =
                        String.format(
                                "map %d %s, map %d %s",
                                maps.rows(), labels.get(row), maps.columns(), labels.get(column));
                boolean rowsFirst = maps.rows() == maps.coarser();
                int outer = rowsFirst ? row : column;
                int inner = rowsFirst ? column : row;
                series.add(label, pictures.get(outer * steps + inner));
            }
        }
        return series.finish(SUFFIX + "-stack", steps, steps);
    }

    private static List<String> labels(NoiseFactors factors) {
        return IntStream.range(0, factors.count()).mapToObj(factors::label).toList();
    }

    private static LabelledMontage montage(int width, int height, NoiseFactors factors) {
        List<String> labels = labels(factors);
        return new LabelledMontage(width, height, factors.count(), factors.count())
                .withRowLabels(labels)
                .withColumnLabels(labels);
    }

    private static ImagePlus draw(
            String title, Look look, GridMaps maps, NoiseFactors factors, ImagePlus stack) {
        return montage(stack.getWidth(), stack.getHeight(), factors)
                .withHeading(
                        String.format("rows: map %d, columns: map %d", maps.rows(), maps.columns()))
                .draw(
                        Titles.unique(title, SUFFIX),
                        (row, column) -> {
                            int index = stack.getStackIndex(1, row + 1, column + 1);
                            return look.on(stack.getStack().getProcessor(index));
                        });
    }
}
