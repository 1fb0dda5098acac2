/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.explore.NoiseMaps;
import org.onemodel.explore.NoiseScaling;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.ImgPlanes;
import org.onemodel.image.Planes;
import org.onemodel.image.Residual;
import org.onemodel.image.RowSink;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.ModelDescription;
import org.onemodel.model.Models;
import org.onemodel.model.Task;
import org.onemodel.restore.LazyOptions;
import org.onemodel.restore.OneModelException;
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
    private TrainingRuns trainings;

    /** For SciJava, which makes one per context. */
    public DefaultOneModelService() {}

    @Override
    public void initialize() {
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
                        denoiser(autoencoder, model, options)
                                .restore(image, "-denoised", progress));
    }

    static Restorer denoiser(
            Autoencoder autoencoder, ModelDescription model, RestoreOptions options) {
        return new Restorer(autoencoder, model.tile(), options)
                .withToneOfInput()
                .withNoiseOfImage(model.sigmaRange());
    }

    @Override
    public Previews previews(ImagePlus image) {
        return new Previews(
                image,
                (options, canceled, work) -> {
                    RunLog log = RunLog.forDebugging(logService, PREVIEW, options);
                    return compute(PREVIEW, () -> 1, options, canceled, work, log);
                });
    }

    @Override
    public ImgRestorer denoiser(RestoreOptions options) {
        return new Images(
                DENOISE, options, (autoencoder, model) -> denoiser(autoencoder, model, options));
    }

    @Override
    public ImgRestorer reconstructor(RestoreOptions options) {
        return new Images(
                RECONSTRUCT,
                options,
                (autoencoder, model) -> new Restorer(autoencoder, model.tile(), options));
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
            throw canceled(title, e);
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
                        new Restorer(autoencoder, model.tile(), options)
                                .restore(image, "-reconstructed", progress));
    }

    @Override
    public ImagePlus noiseMaps(
            ImagePlus image, RestoreOptions options, boolean normalize, BooleanSupplier canceled) {
        return run(
                "Noise maps",
                () -> 1,
                options,
                canceled,
                (autoencoder, model, progress) ->
                        new NoiseMaps(autoencoder, model.tile(), options)
                                .of(image, normalize, progress));
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
    public <T> T compute(
            String title,
            RestoreOptions options,
            BooleanSupplier canceled,
            ModelComputation<T> computation) {
        return compute(title, () -> 1, options, canceled, computation);
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
        try {
            return Models.standard().list().stream()
                    .map(ModelBundle::description)
                    .filter(description -> task == null || description.task() == task)
                    .map(description -> description.name())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new OneModelException(e.getMessage(), e);
        }
    }

    @Override
    public List<String> devices() {
        try {
            return Devices.choices();
        } catch (IOException e) {
            throw new OneModelException(e.getMessage(), e);
        }
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
        ImagePlus result = compute(title, planes, options, canceled, work);
        logNoise(title, result);
        return result;
    }

    private <T> T compute(
            String title,
            IntSupplier planes,
            RestoreOptions options,
            BooleanSupplier canceled,
            ModelComputation<T> work) {
        RunLog log = new RunLog(logService, title, options);
        return compute(title, planes, options, canceled, work, log);
    }

    private <T> T compute(
            String title,
            IntSupplier planes,
            RestoreOptions options,
            BooleanSupplier canceled,
            ModelComputation<T> work,
            RunLog log) {
        BooleanSupplier stop = () -> models.isClosing() || canceled.getAsBoolean();
        try (TaskProgress shown = new TaskProgress(statusService, taskService, title, stop)) {
            T result = computeUnlessCanceled(title, options, work, log, shown);
            shown.endWith(log.done(planes.getAsInt()));
            return result;
        } catch (CancellationException e) {
            log.canceled();
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw failed(log, e.getMessage(), e);
        } catch (EngineException e) {
            throw failed(
                    log,
                    title + " failed on the device " + options.device() + ": " + e.getMessage(),
                    e);
        } catch (OutOfMemoryError e) {
            throw failed(
                    log,
                    "Java has too little memory; close images, choose fewer slices, or give it more"
                            + " with Edit > Options > Memory & Threads.",
                    e);
        } catch (RuntimeException e) {
            log.failed(e.getMessage());
            throw e;
        }
    }

    private <T> T computeUnlessCanceled(
            String title,
            RestoreOptions options,
            ModelComputation<T> work,
            RunLog log,
            TaskProgress shown)
            throws IOException {
        try {
            return compute(options, work, log, shown);
        } catch (CancellationException e) {
            CancellationException canceled = canceled(title, e);
            shown.endWith(canceled);
            throw canceled;
        }
    }

    private <T> T compute(
            RestoreOptions options, ModelComputation<T> work, RunLog log, TaskProgress shown)
            throws IOException {
        shown.update(0, "starting PyTorch");
        ModelBundle bundle = Models.standard().find(options.model());
        engine.prepare();
        Device device = Devices.device(options.device());
        shown.update(0, "loading the model " + bundle.description().name());
        return models.with(
                bundle,
                device,
                autoencoder -> {
                    log.computes(bundle.description(), device);
                    Progress progress = new Pace(shown);
                    progress.checkCanceled();
                    return work.compute(autoencoder, bundle.description(), progress);
                });
    }

    private static CancellationException canceled(String title, CancellationException cause) {
        CancellationException canceled =
                new CancellationException(title + " was canceled; the image is as it was.");
        canceled.initCause(cause);
        return canceled;
    }

    private static OneModelException failed(RunLog log, String sentence, Throwable cause) {
        log.failed(sentence);
        return new OneModelException(sentence, cause);
    }

    private void logNoise(String title, ImagePlus result) {
        String noise = result.getProp(Restorer.NOISE_PROPERTY);
        if (noise != null && title.equals(DENOISE)) {
            logService.info("OneModel denoise: noise of the image in its grey levels: " + noise);
        }
    }

    /** Images of ImgLib2 by one kind of restorer. */
    private final class Images implements ImgRestorer {

        private final String title;
        private final RestoreOptions options;
        private final BiFunction<Autoencoder, ModelDescription, Restorer> restorer;

        Images(
                String title,
                RestoreOptions options,
                BiFunction<Autoencoder, ModelDescription, Restorer> restorer) {
            this.title = title;
            this.options = options;
            this.restorer = restorer;
        }

        @Override
        public Img<FloatType> restore(RandomAccessibleInterval<? extends RealType<?>> image) {
            return with(
                    () -> new ImgPlanes(image).count(),
                    (autoencoder, model, progress) ->
                            restorer.apply(autoencoder, model).restore(image, progress));
        }

        @Override
        public RandomAccessibleInterval<FloatType> restoreLazily(
                RandomAccessibleInterval<? extends RealType<?>> image, LazyOptions lazily) {
            return with(
                    () -> 0,
                    (autoencoder, model, progress) ->
                            restorer.apply(autoencoder, model)
                                    .withOwner(models)
                                    .restoreLazily(image, lazily, progress));
        }

        @Override
        public void restoreByRows(
                Planes planes, IntUnaryOperator channelOf, IntFunction<RowSink> sinks) {
            with(
                    planes::count,
                    (autoencoder, model, progress) -> {
                        restorer.apply(autoencoder, model)
                                .restore(planes, channelOf, sinks, progress);
                        return null;
                    });
        }

        private <T> T with(IntSupplier planes, ModelComputation<T> work) {
            return compute(title, planes, options, () -> false, work);
        }
    }
}
