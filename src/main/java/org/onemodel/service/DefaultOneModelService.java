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
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.explore.NoiseMaps;
import org.onemodel.explore.NoiseScaling;
import org.onemodel.image.Residual;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.ModelDescription;
import org.onemodel.model.Models;
import org.onemodel.model.Task;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.Restorer;
import org.onemodel.train.TrainingListener;
import org.scijava.app.StatusService;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

/** The service as SciJava finds it; the only owner of loaded models. */
@Plugin(type = Service.class)
public final class DefaultOneModelService extends AbstractService implements OneModelService {

    private static final double NANOSECONDS = 1e9;
    private static final String DENOISE = "Denoise";

    @Parameter private StatusService statusService;
    @Parameter private LogService logService;

    private final LoadedModels models = new LoadedModels();
    private TrainingRuns trainings;

    /** For SciJava, which makes one per context. */
    public DefaultOneModelService() {}

    @Override
    public void initialize() {
        trainings = new TrainingRuns(statusService, logService, models::isClosing);
    }

    @Override
    public ImagePlus denoise(ImagePlus image, RestoreOptions options, BooleanSupplier canceled) {
        return run(
                DENOISE,
                planes(image),
                options,
                canceled,
                (autoencoder, model, progress) ->
                        new Restorer(autoencoder, model.tile(), options)
                                .withToneOfInput()
                                .withNoiseOfImage(model.sigmaRange())
                                .restore(image, "-denoised", progress));
    }

    @Override
    public Residual residual(ImagePlus image, ImagePlus restored, RestoreOptions options) {
        return Residual.of(options.image().planesOf(image, 0), restored);
    }

    @Override
    public ImagePlus reconstruct(
            ImagePlus image, RestoreOptions options, BooleanSupplier canceled) {
        return run(
                "Reconstruct",
                planes(image),
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
                1,
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
            int map,
            double factor,
            BooleanSupplier canceled) {
        return run(
                "Scale noise",
                planes(image),
                options,
                canceled,
                (autoencoder, model, progress) ->
                        new NoiseScaling(autoencoder, model.tile(), options, map, factor)
                                .apply(image, progress));
    }

    @Override
    public TrainedModel train(
            Path settings,
            Map<String, String> overrides,
            boolean resume,
            TrainingListener listener) {
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
        try {
            return Devices.status();
        } catch (IOException e) {
            throw new OneModelException(e.getMessage(), e);
        }
    }

    @Override
    public void dispose() {
        models.close();
    }

    private static int planes(ImagePlus image) {
        return image == null ? 0 : image.getStackSize(); // the tools refuse null
    }

    private ImagePlus run(
            String title,
            int planes,
            RestoreOptions options,
            BooleanSupplier canceled,
            Computation work) {
        Progress progress =
                new StatusProgress(
                        statusService, title, () -> models.isClosing() || canceled.getAsBoolean());
        try {
            ModelBundle bundle = Models.standard().find(options.model());
            Device device = Devices.device(options.device());
            progress.update(0, "loading the model " + bundle.description().name());
            return models.with(
                    bundle,
                    device,
                    autoencoder -> {
                        long start = System.nanoTime();
                        ImagePlus result = work.apply(autoencoder, bundle.description(), progress);
                        log(title, bundle, options, device, planes, start);
                        logNoise(title, result);
                        return result;
                    });
        } catch (IOException | IllegalArgumentException e) {
            throw new OneModelException(e.getMessage(), e);
        } catch (EngineException e) {
            throw new OneModelException(
                    title + " failed on the device " + options.device() + ": " + e.getMessage(), e);
        } finally {
            statusService.clearStatus();
        }
    }

    private void logNoise(String title, ImagePlus result) {
        String noise = result.getProp(Restorer.NOISE_PROPERTY);
        if (noise != null && title.equals(DENOISE)) {
            logService.info("OneModel denoise: noise of the image in its grey levels: " + noise);
        }
    }

    private void log(
            String title,
            ModelBundle bundle,
            RestoreOptions options,
            Device device,
            int planes,
            long start) {
        double seconds = (System.nanoTime() - start) / NANOSECONDS;
        logService.info(
                String.format(
                        Locale.ROOT,
                        "OneModel %s: model %s %s, device %s (asked for: %s), %d %s in %.2f s"
                                + " (%.2f images/s)",
                        title.toLowerCase(Locale.ROOT),
                        bundle.description().name(),
                        bundle.description().version(),
                        Devices.name(device),
                        options.device(),
                        planes,
                        planes == 1 ? "plane" : "planes",
                        seconds,
                        planes / seconds));
    }

    /** What one method does with a loaded model. */
    @FunctionalInterface
    private interface Computation {
        ImagePlus apply(Autoencoder autoencoder, ModelDescription model, Progress progress);
    }
}
