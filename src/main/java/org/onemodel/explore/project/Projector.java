/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import ij.ImagePlus;
import ij.ImageStack;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.explore.maps.EncodedImage;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.ImageResult;
import org.onemodel.image.ImageTemplate;
import org.onemodel.image.Normalizations;
import org.onemodel.image.OutputType;
import org.onemodel.image.Plane;
import org.onemodel.image.PlaneSelection;
import org.onemodel.image.RegionUse;
import org.onemodel.lpips.Lpips;
import org.onemodel.lpips.LpipsFiles;
import org.onemodel.lpips.LpipsNetwork;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.restore.ImageOptions;
import org.onemodel.restore.MemoryFallback;
import org.onemodel.restore.MemoryNeed;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TileLayout;
import org.onemodel.restore.WholePlane;
import org.onemodel.tile.Tiling;

/**
 * Finds the latent code in W+ and the noise maps that a frozen decoder draws an image best with, by
 * gradients.
 *
 * <p>The image comes to the network and back as in a restoration: the image of step 0 from the
 * encoder is the reconstruction.
 */
public final class Projector {

    private static final LpipsNetwork NETWORK = LpipsNetwork.SQUEEZE;

    /** Its weights in the catalogue of what can be fetched. */
    private static final String ENTRY = "lpips-squeeze";

    private final Autoencoder autoencoder;
    private final TileLayout layout;
    private final RestoreOptions options;
    private final ProjectionOptions projection;
    private final LpipsFiles weights;

    /**
     * A projector.
     *
     * @param autoencoder the model, which stays its owner's; its decoder is frozen from now on
     * @param modelTile the model's default tile
     * @param options tile, overlap, batch, percentiles, scope of the normalisation and output type;
     *     the plane that the image shows is projected as a whole
     * @param projection steps, start and what is optimised
     * @throws OneModelException if tile or overlap do not fit the model, or tiles are too small for
     *     LPIPS
     */
    public Projector(
            Autoencoder autoencoder,
            int modelTile,
            RestoreOptions options,
            ProjectionOptions projection) {
        this(
                autoencoder,
                modelTile,
                options,
                projection,
                new LpipsFiles(LpipsFiles.standardFolder(), false));
    }

    /** A projector with the weights of LPIPS from somewhere else. */
    Projector(
            Autoencoder autoencoder,
            int modelTile,
            RestoreOptions options,
            ProjectionOptions projection,
            LpipsFiles weights) {
        this.weights = weights;
        this.autoencoder = autoencoder;
        this.layout = TileLayout.of(autoencoder.decoder().size(), modelTile, options);
        this.options = options;
        this.projection = projection;
        if (projection.lpips() > 0 && layout.size() < NETWORK.smallestSide()) {
            throw new OneModelException(
                    "LPIPS needs tiles of at least "
                            + NETWORK.smallestSide()
                            + " pixels, and those of the model '"
                            + options.model()
                            + "' may have "
                            + layout.size()
                            + "; leave LPIPS out.");
        }
        ((NetworkBlock) autoencoder.decoder()).freeze();
    }

    /**
     * Projects the plane that an image shows.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @param progress asked and told after each step
     * @return the best answer and the way to it
     * @throws IllegalArgumentException if the image has no pixels, or the model no encoder to start
     *     from
     * @throws OneModelException if memory does not suffice or LPIPS's weights are missing
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public Projection of(ImagePlus image, Progress progress) {
        ImageOptions choice =
                options.image().withPlanes(PlaneSelection.CURRENT).withRegion(RegionUse.WHOLE);
        ImagePlanes planes = choice.planesOf(image, layout.overlap());
        ImagePlanes read = planes.watched(progress.reading(planes.whole().count()));
        WholePlane plane =
                new WholePlane(
                        planes,
                        0,
                        Normalizations.of(read, choice.normalization(), choice.percentiles())
                                .of(0));
        Input input = new Input(image.getTitle(), planes, plane);
        if (plane.leavesAsIs()) {
            return unchanged(input);
        }
        try (Measure measure = measure()) {
            return new MemoryFallback(layout)
                    .compute(tiles -> project(input, tiles, measure, progress), progress);
        }
    }

    /** The plane that is projected, as ImageJ has it and as a network sees it. */
    private record Input(String title, ImagePlanes planes, WholePlane plane) {

        ImagePlus like(String suffix, OutputType output, float[][] values) {
            ImageResult result = new ImageResult(planes, suffix, output);
            result.set(0, new Plane(planes.width(), planes.height(), values));
            return result.finish();
        }
    }

    private ImagePlus result(Input input, float[][] values) {
        return input.like("-projected", options.image().output(), values);
    }

    private Projection unchanged(Input input) {
        float[][] values = Plane.of(input.planes().filledRows(0)).channels();
        CurvePoint exact = new CurvePoint(0, 0, OptionalDouble.empty());
        return new Projection(
                result(input, values),
                Optional.empty(),
                new ProjectionCurve(input.title(), List.of(exact)),
                Optional.empty());
    }

    /** Refuses what cannot fit into Java's memory, before the work begins. */
    private void requireMemory(Input input, Tiling tiling) {
        long images = 3; // as seen, blended, and the result
        if (projection.snapshots() > 0) {
            images += projection.steps() / projection.snapshots() + 1;
        }
        long values = tiling.pixels() * input.planes().channelsPerPlane();
        long side = tiling.tile() / autoencoder.decoder().size();
        long maps = 0;
        for (long size : autoencoder.decoder().noiseMapSizes()) {
            maps += size * size * side * side;
        }
        new MemoryNeed(Float.BYTES * values * images, Float.BYTES * maps * tiling.tileCount())
                .require(
                        "The projection of '" + input.title() + "'",
                        "take fewer snapshots, crop the image, close other images, or give Java"
                                + " more memory");
    }

    private Projection project(Input input, TileLayout tiles, Measure measure, Progress progress) {
        Tiling tiling = tiles.tiling(input.planes().width(), input.planes().height());
        requireMemory(input, tiling);
        PlaneProjection attempt =
                new PlaneProjection(
                        autoencoder, projection, input.plane(), tiling, tiles.batch(), progress);
        attempt.run(measure.lpips());
        return new Projection(
                result(input, attempt.result()),
                snapshots(input, attempt),
                new ProjectionCurve(input.title(), attempt.points()),
                Optional.of(
                        EncodedImage.of(
                                options.model(),
                                ImageTemplate.of(input.planes()),
                                List.of(attempt.encoded()))));
    }

    private static Optional<ImagePlus> snapshots(Input input, PlaneProjection attempt) {
        ImagePlus like = null;
        ImageStack stack = new ImageStack(input.planes().width(), input.planes().height());
        for (int step : attempt.snapshotSteps()) {
            like = input.like("-steps", OutputType.SAME, attempt.snapshot(step));
            stack.addSlice(attempt.point(step).toString(), like.getProcessor());
        }
        if (like == null) {
            return Optional.empty();
        }
        ImagePlus way = new ImagePlus(like.getTitle(), stack);
        way.setCalibration(like.getCalibration());
        way.setDisplayRange(like.getDisplayRangeMin(), like.getDisplayRangeMax());
        return Optional.of(way);
    }

    /** LPIPS, if it is wanted. */
    private record Measure(Optional<Lpips> lpips) implements AutoCloseable {
        @Override
        public void close() {
            lpips.ifPresent(Lpips::close);
        }
    }

    private Measure measure() {
        if (projection.lpips() == 0) {
            return new Measure(Optional.empty());
        }
        try {
            return new Measure(Optional.of(Lpips.load(NETWORK, weights, autoencoder.manager())));
        } catch (IOException e) {
            throw new OneModelException(
                    "LPIPS needs the weights of SqueezeNet, which can't be read from the folder "
                            + weights.folder().toAbsolutePath()
                            + ": fetch "
                            + ENTRY
                            + " with OneModel Models... or onemodel models fetch "
                            + ENTRY
                            + ", or leave LPIPS out.",
                    e);
        }
    }
}
