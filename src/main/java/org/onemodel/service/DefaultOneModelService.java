/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.explore.NoiseScaling;
import org.onemodel.explore.maps.MapValues;
import org.onemodel.explore.maps.NoiseMapFormat;
import org.onemodel.explore.maps.NoiseMaps;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.Residual;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.Models;
import org.onemodel.model.Task;
import org.onemodel.restore.Pace;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.Restorer;
import org.onemodel.train.TrainingListener;
import org.scijava.app.StatusService;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginService;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;
import org.scijava.task.TaskService;

/** The service as SciJava finds it; the only owner of loaded models. */
@Plugin(type = Service.class)
public final class DefaultOneModelService extends AbstractService implements OneModelService {

    private static final String PREVIEW = "Preview";
    private static final String DENOISE = "Denoise";
    private static final String RECONSTRUCT = "Reconstruct";

    @Parameter private StatusService statusService;
    @Parameter private TaskService taskService;
    @Parameter private LogService logService;
    @Parameter private PluginService pluginService;

    private final LoadedModels models = new LoadedModels();
    private final EngineManager engine = new EngineManager(this::questions);
    private final ModelManager modelManager = new ModelManager(engine);
    private ModelRuns runs;
    private TrainingRuns trainings;

    /** For SciJava, which makes one per context. */
    public DefaultOneModelService() {}

    @Override
    public void initialize() {
        runs = new ModelRuns(statusService, taskService, logService, engine, models);
        trainings = new TrainingRuns(statusService, taskService, logService, models::isClosing);
    }

    @Override
    public ImagePlus denoise(ImagePlus image, RestoreOptions options, BooleanSupplier canceled) {
        return run(
                DENOISE,
                planes(image, options),
                options,
                canceled,
                (autoencoder, model, progress) ->
                        Restorers.denoiser(autoencoder, model, options)
                                .restore(image, "-denoised", progress));
    }

    @Override
    public Previews previews(ImagePlus image) {
        return new Previews(
                image,
                (options, canceled, work) ->
                        runs.runForDebugging(PREVIEW, options, canceled, work));
    }

    @Override
    public ImgRestorer denoiser(RestoreOptions options) {
        return new ImgRestorations(runs, models, DENOISE, options, Restorers::denoiser);
    }

    @Override
    public ImgRestorer reconstructor(RestoreOptions options) {
        return new ImgRestorations(runs, models, RECONSTRUCT, options, Restorers::reconstructor);
    }

    @Override
    public Residual residual(
            ImagePlus image, ImagePlus restored, RestoreOptions options, BooleanSupplier canceled) {
        String title = "Residual";
        try (TaskProgress shown = new TaskProgress(statusService, taskService, title, canceled)) {
            ImagePlanes planes = options.image().planesOf(image, 0);
            Progress progress = new Pace(shown);
            return Residual.of(planes.watched(progress.reading(planes.count())), restored);
        } catch (CancellationException e) {
            throw ModelRuns.canceled(title, e);
        }
    }

    @Override
    public ImagePlus reconstruct(
            ImagePlus image, RestoreOptions options, BooleanSupplier canceled) {
        return run(
                RECONSTRUCT,
                planes(image, options),
                options,
                canceled,
                (autoencoder, model, progress) ->
                        Restorers.reconstructor(autoencoder, model, options)
                                .restore(image, "-reconstructed", progress));
    }

    @Override
    public ImagePlus noiseMaps(
            ImagePlus image, RestoreOptions options, boolean normalize, BooleanSupplier canceled) {
        NoiseMapFormat format =
                NoiseMapFormat.DEFAULT.withValues(normalize ? MapValues.NORMALIZED : MapValues.RAW);
        return run(
                "Noise maps",
                () -> 1,
                options,
                canceled,
                (autoencoder, model, progress) ->
                        new NoiseMaps(autoencoder, model.tile(), options)
                                .of(image, format, progress)
                                .get(0));
    }

    @Override
    public ImagePlus scaleNoise(
            ImagePlus image,
            RestoreOptions options,
            NoiseMapSelection maps,
            double factor,
            BooleanSupplier canceled) {
        return run(
                "Scale noise",
                planes(image, options),
                options,
                canceled,
                (autoencoder, model, progress) ->
                        new NoiseScaling(autoencoder, model.tile(), options, maps, factor)
                                .apply(image, progress));
    }

    @Override
    public Explorer explorer(RestoreOptions options, BooleanSupplier canceled) {
        return new ModelExplorer(runs, options, canceled);
    }

    @Override
    public <T> T compute(
            String title,
            RestoreOptions options,
            BooleanSupplier canceled,
            ModelComputation<T> computation) {
        return runs.run(title, () -> 1, options, canceled, computation);
    }

    @Override
    public TrainedModel train(
            Path settings,
            Map<String, String> overrides,
            boolean resume,
            TrainingListener listener) {
        engine.prepare();
        return trainings.train(settings, overrides, resume, listener);
    }

    @Override
    public List<String> models(Task task) {
        return IoFailures.told(() -> Models.standard().list()).stream()
                .map(ModelBundle::description)
                .filter(description -> task == null || description.task() == task)
                .map(description -> description.name())
                .distinct()
                .toList();
    }

    @Override
    public List<String> devices() {
        return IoFailures.told(Devices::choices);
    }

    @Override
    public EngineStatus engine() {
        return engine.status();
    }

    @Override
    public EngineManager engineManager() {
        return engine;
    }

    @Override
    public ModelManager modelManager() {
        return modelManager;
    }

    private Optional<EngineQuestions> questions() {
        return pluginService.createInstancesOfType(EngineQuestions.class).stream().findFirst();
    }

    @Override
    public void dispose() {
        models.close();
    }

    /** The number of planes that are worked on, once it is known that the options fit. */
    private static IntSupplier planes(ImagePlus image, RestoreOptions options) {
        return () -> options.image().planesOf(image, 0).count();
    }

    private ImagePlus run(
            String title,
            IntSupplier planes,
            RestoreOptions options,
            BooleanSupplier canceled,
            ModelComputation<ImagePlus> work) {
        ImagePlus result = runs.run(title, planes, options, canceled, work);
        logNoise(title, result);
        return result;
    }

    private void logNoise(String title, ImagePlus result) {
        String noise = result.getProp(Restorer.NOISE_PROPERTY);
        if (noise != null && title.equals(DENOISE)) {
            logService.info("OneModel denoise: noise of the image in its grey levels: " + noise);
        }
    }
}
