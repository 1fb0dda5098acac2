/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.sweep;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.explore.montage.LabelledMontage;
import org.onemodel.explore.montage.Look;
import org.onemodel.explore.montage.MontageSheet;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.OutputType;
import org.onemodel.image.Plane;
import org.onemodel.image.PlaneSelection;
import org.onemodel.image.PlaneSeries;
import org.onemodel.image.Titles;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.MemoryNeed;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.PlaneCodec;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;

/**
 * Decodes a plane with each of a model's noise maps times each of several factors, and everything
 * else unchanged: what becomes of the image shows what a map carries.
 *
 * <p>Each image is, to the bit, what {@link org.onemodel.explore.NoiseScaling} makes of the plane
 * with that map and that factor. The plane is encoded once, and the decoder goes on from before the
 * changed map.
 */
public final class NoiseSweep {

    private static final String STACK_SUFFIX = "-noise-sweep-stack";
    private static final String MONTAGE_SUFFIX = "-noise-sweep";

    private final Autoencoder autoencoder;
    private final RestoreOptions options;
    private final PlaneCodec codec;
    private final List<Integer> maps;
    private final NoiseFactors factors;

    /**
     * A sweep.
     *
     * @param autoencoder the model, which stays its owner's
     * @param modelTile the model's default tile
     * @param options tile, overlap, batch, normalisation and the type of the stack; and the plane,
     *     if they choose one
     * @param maps the maps
     * @param factors what each is multiplied by
     * @throws OneModelException if the model lacks one of the maps, or tile or overlap do not fit
     *     the model
     */
    public NoiseSweep(
            Autoencoder autoencoder,
            int modelTile,
            RestoreOptions options,
            NoiseMapSelection maps,
            NoiseFactors factors) {
        this.autoencoder = autoencoder;
        this.options = options;
        this.codec = new PlaneCodec(autoencoder, modelTile, options);
        this.maps = maps.indices(options.model(), autoencoder.decoder().noiseMapSizes().size());
        this.factors = factors;
    }

    /**
     * Sweeps over one plane of an image: that which the options choose, or which it shows; inside
     * the bounds of its selection, if it has an area and the options do not leave it out of
     * account.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param progress asked and told after each image of each batch
     * @return the sweep
     * @throws IllegalArgumentException if the image has no pixels or NaN or infinite ones
     * @throws OneModelException if the options choose several planes, so many images can't be shown
     *     in one montage, or memory does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public NoiseSweepResult of(ImagePlus image, Progress progress) {
        ImagePlanes plane = plane(image);
        ScaledMaps variations = new ScaledMaps(maps, factors.values());
        MontageSheet sheet = montage(plane).sheet();
        requireMemory(image, plane, variations.count());
        int parts = variations.count() + 1;
        EncodedPlane encoded = codec.encode(plane, progress.part(0, parts, "encoding")).get(0);
        List<Plane> images = codec.decode(encoded, variations, progress.rest(1.0 / parts));
        ImagePlus stack = stack(plane, variations, images);
        Look look = Look.of(image, plane);
        draw(sheet, plane, look, encoded, variations, images);
        return new NoiseSweepResult(
                sheet.image(Titles.unique(image.getTitle(), MONTAGE_SUFFIX)), stack);
    }

    private ImagePlanes plane(ImagePlus image) {
        if (options.image().planes().equals(PlaneSelection.ALL)) {
            return codec.shown(image);
        }
        ImagePlanes chosen = options.image().planesOf(image, 0);
        if (chosen.count() != 1) {
            throw new OneModelException(
                    "A sweep shows one plane, and "
                            + chosen.count()
                            + " planes of '"
                            + image.getTitle()
                            + "' are chosen; choose one channel, one slice and one frame.");
        }
        return chosen;
    }

    private void requireMemory(ImagePlus image, ImagePlanes plane, int images) {
        long pixels = (long) plane.width() * plane.height();
        long decoded = Float.BYTES * pixels * plane.channelsPerPlane() * images;
        long cells = (long) maps.size() * factors.count();
        boolean same = options.image().output() == OutputType.SAME;
        long bytes = same ? image.getBytesPerPixel() : Float.BYTES * plane.channelsPerPlane();
        new MemoryNeed(decoded + bytes * pixels * cells, 0)
                .require(
                        "A sweep of "
                                + maps.size()
                                + " noise maps and "
                                + factors.count()
                                + " factors over "
                                + plane.width()
                                + " x "
                                + plane.height()
                                + " pixels of '"
                                + image.getTitle()
                                + "'",
                        "select a smaller part of the image, choose fewer maps or factors, close"
                                + " other images, or give Java more memory");
    }

    private ImagePlus stack(ImagePlanes plane, ScaledMaps variations, List<Plane> images) {
        PlaneSeries series = new PlaneSeries(plane, options.image().output());
        for (int factor = 0; factor < factors.count(); factor++) {
            for (int map = 0; map < maps.size(); map++) {
                series.add(
                        "map " + maps.get(map) + " " + factors.label(factor),
                        images.get(variations.index(map, factor)));
            }
        }
        return series.finish(STACK_SUFFIX, maps.size(), factors.count());
    }

    private LabelledMontage montage(ImagePlanes plane) {
        List<Integer> sides = autoencoder.decoder().noiseMapSizes();
        List<String> columns =
                maps.stream()
                        .map(map -> "map %d, %dx%d".formatted(map, sides.get(map), sides.get(map)))
                        .toList();
        List<String> rows = new ArrayList<>(List.of("noise map"));
        IntStream.range(0, factors.count()).mapToObj(factors::label).forEach(rows::add);
        return new LabelledMontage(plane.width(), plane.height(), rows.size(), columns.size())
                .withRowLabels(rows)
                .withColumnLabels(columns);
    }

    private void draw(
            MontageSheet sheet,
            ImagePlanes plane,
            Look look,
            EncodedPlane encoded,
            ScaledMaps variations,
            List<Plane> images) {
        PlaneSeries pictures = new PlaneSeries(plane, OutputType.SAME);
        for (int map = 0; map < maps.size(); map++) {
            sheet.put(
                    0,
                    map,
                    new MapPicture(encoded.tiling(), encoded.tiles().noiseMaps().get(maps.get(map)))
                            .draw());
            for (int factor = 0; factor < factors.count(); factor++) {
                Plane decoded = images.get(variations.index(map, factor));
                sheet.put(factor + 1, map, look.on(pictures.picture(decoded)));
            }
        }
    }
}
