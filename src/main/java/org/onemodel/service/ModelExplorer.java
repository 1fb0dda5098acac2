/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.explore.generation.Colours;
import org.onemodel.explore.generation.Generation;
import org.onemodel.explore.generation.ImageGenerator;
import org.onemodel.explore.grid.ColorGrid;
import org.onemodel.explore.grid.ColorGridResult;
import org.onemodel.explore.grid.GridMaps;
import org.onemodel.explore.influence.InfluenceTable;
import org.onemodel.explore.influence.NoiseMapInfluence;
import org.onemodel.explore.maps.EncodedImage;
import org.onemodel.explore.maps.EncodedImageFile;
import org.onemodel.explore.maps.KeptReconstruction;
import org.onemodel.explore.maps.MapDecoding;
import org.onemodel.explore.maps.NoiseMapFormat;
import org.onemodel.explore.maps.NoiseMaps;
import org.onemodel.explore.pair.ImageInterpolation;
import org.onemodel.explore.pair.Interpolation;
import org.onemodel.explore.pair.StyleMix;
import org.onemodel.explore.pair.StyleMixing;
import org.onemodel.explore.project.Projection;
import org.onemodel.explore.project.ProjectionOptions;
import org.onemodel.explore.project.Projector;
import org.onemodel.explore.statistics.EmbeddingStatistics;
import org.onemodel.explore.statistics.ImageSource;
import org.onemodel.explore.statistics.StatisticsReport;
import org.onemodel.explore.sweep.NoiseFactors;
import org.onemodel.explore.sweep.NoiseSweep;
import org.onemodel.explore.sweep.NoiseSweepResult;
import org.onemodel.image.ImageSources;
import org.onemodel.restore.ImageOptions;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;

/** Explores with the models that the service has loaded. */
final class ModelExplorer implements Explorer {

    private final ModelRuns runs;
    private final RestoreOptions options;
    private final BooleanSupplier canceled;

    /**
     * Explores with these options.
     *
     * @param runs loads models, shows progress and tells failures
     * @param options model, device, tiles, percentiles
     * @param canceled asked whether to stop
     */
    ModelExplorer(ModelRuns runs, RestoreOptions options, BooleanSupplier canceled) {
        this.runs = runs;
        this.options = options;
        this.canceled = canceled;
    }

    @Override
    public ImagePlus generate(Generation generation) {
        return runs.run(
                "Generate",
                generation::count,
                options,
                canceled,
                (autoencoder, model, progress) ->
                        new ImageGenerator(autoencoder, Colours.of(model.colour()), options)
                                .of(generation, progress));
    }

    @Override
    public ColorGridResult colorGrid(ImagePlus image, GridMaps maps, NoiseFactors factors) {
        return run(
                "Color Grid",
                (autoencoder, model, progress) ->
                        new ColorGrid(autoencoder, model.tile(), options)
                                .of(image, maps, factors, progress));
    }

    @Override
    public InfluenceTable influence(ImagePlus image) {
        return run(
                "Noise Map Influence",
                (autoencoder, model, progress) ->
                        new NoiseMapInfluence(autoencoder, model.tile(), options)
                                .of(image, progress));
    }

    @Override
    public NoiseSweepResult sweepNoise(
            ImagePlus image, NoiseMapSelection maps, NoiseFactors factors) {
        return run(
                "Noise Sweep",
                (autoencoder, model, progress) ->
                        new NoiseSweep(autoencoder, model.tile(), options, maps, factors)
                                .of(image, progress));
    }

    @Override
    public List<ImagePlus> interpolate(
            ImagePlus first, ImagePlus second, Interpolation interpolation) {
        return run(
                "Interpolate",
                (autoencoder, model, progress) ->
                        new ImageInterpolation(autoencoder, model.tile(), options, interpolation)
                                .of(first, second, progress));
    }

    @Override
    public List<ImagePlus> mixStyles(ImagePlus first, ImagePlus second, StyleMix mix) {
        return run(
                "Mix Styles",
                (autoencoder, model, progress) ->
                        new StyleMixing(autoencoder, model.tile(), options, mix)
                                .of(first, second, progress));
    }

    @Override
    public Projection project(ImagePlus image, ProjectionOptions projection) {
        return run(
                "Project",
                (autoencoder, model, progress) ->
                        new Projector(autoencoder, model.tile(), options, projection)
                                .of(image, progress));
    }

    @Override
    public StatisticsReport statistics(ImagePlus image) {
        return statistics(List.of(ImageSource.of(image)));
    }

    @Override
    public StatisticsReport statistics(Path input) {
        List<Path> files = IoFailures.told(() -> ImageSources.find(input.toString()));
        return statistics(files.stream().map(ImageSource::of).toList());
    }

    private StatisticsReport statistics(List<ImageSource> images) {
        AtomicInteger planes = new AtomicInteger();
        return runs.run(
                "Statistics",
                planes::get,
                options,
                canceled,
                (autoencoder, model, progress) -> {
                    StatisticsReport report =
                            new EmbeddingStatistics(autoencoder, model.tile(), options)
                                    .of(images, progress);
                    planes.set(report.planeCount());
                    return report;
                });
    }

    @Override
    public List<ImagePlus> noiseMaps(ImagePlus image, NoiseMapFormat format) {
        ImageOptions chosen = options.image().withPlanes(format.planes());
        return runs.run(
                "Noise maps",
                () -> chosen.planesOf(image, 0).count(),
                options,
                canceled,
                (autoencoder, model, progress) ->
                        new NoiseMaps(autoencoder, model.tile(), options)
                                .of(image, format, progress));
    }

    @Override
    public List<ImagePlus> noiseMaps(ImagePlus image, NoiseMapFormat format, Path embedding) {
        IoFailures.told(
                () -> {
                    EncodedImageFile.checkWritable(embedding);
                    return embedding;
                });
        List<ImagePlus> stacks = noiseMaps(image, format);
        IoFailures.told(
                () -> {
                    EncodedImageFile.write(EncodedImage.requireFrom(stacks.get(0)), embedding);
                    return embedding;
                });
        return stacks;
    }

    @Override
    public ImagePlus decode(ImagePlus... stacks) {
        if (stacks.length == 0) {
            throw new OneModelException("There are no noise maps to decode; give a stack of them.");
        }
        return decode(EncodedImage.requireFrom(stacks[0]), List.of(stacks));
    }

    @Override
    public ImagePlus decode(Path embedding, ImagePlus... stacks) {
        EncodedImage encoded = IoFailures.told(() -> EncodedImageFile.read(embedding));
        return decode(encoded, List.of(stacks));
    }

    private ImagePlus decode(EncodedImage encoded, List<ImagePlus> stacks) {
        RestoreOptions chosen = encoded.withModel(options);
        return runs.run(
                "Decode noise maps",
                () -> encoded.planes().size(),
                chosen,
                canceled,
                (autoencoder, model, progress) ->
                        new MapDecoding(autoencoder, model.tile(), chosen)
                                .of(encoded, stacks, progress));
    }

    @Override
    public List<ImagePlus> openTogetherWith(ImagePlus stack) {
        return EncodedImage.openTogetherWith(stack);
    }

    @Override
    public ImagePlus reconstruct(ImagePlus image, Path embedding) {
        return runs.run(
                "Reconstruct",
                () -> options.image().planesOf(image, 0).count(),
                options,
                canceled,
                (autoencoder, model, progress) ->
                        IoFailures.told(
                                () ->
                                        new KeptReconstruction(autoencoder, model.tile(), options)
                                                .of(image, embedding, progress)));
    }

    private <T> T run(String title, ModelComputation<T> work) {
        return runs.run(title, () -> 1, options, canceled, work);
    }
}
