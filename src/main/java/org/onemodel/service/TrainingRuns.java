/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.ModelDescription;
import org.onemodel.model.TensorEngine;
import org.onemodel.restore.OneModelException;
import org.onemodel.train.ProgressWords;
import org.onemodel.train.Training;
import org.onemodel.train.TrainingConfig;
import org.onemodel.train.TrainingConfigs;
import org.onemodel.train.TrainingListener;
import org.onemodel.train.settings.TrainingException;
import org.scijava.app.StatusService;
import org.scijava.log.LogService;
import org.scijava.task.TaskService;

/** Training runs in an application, one at a time: the engine records one backward pass only. */
final class TrainingRuns {

    private static final String TITLE = "Train";

    private final StatusService status;
    private final TaskService tasks;
    private final LogService log;
    private final BooleanSupplier closing;
    private final AtomicBoolean running = new AtomicBoolean();

    /**
     * Runs that show themselves.
     *
     * @param status shows progress
     * @param tasks shows progress and may cancel a run
     * @param log gets a line for each of the history
     * @param closing whether runs have to end because the application ends
     */
    TrainingRuns(StatusService status, TaskService tasks, LogService log, BooleanSupplier closing) {
        this.status = status;
        this.tasks = tasks;
        this.log = log;
        this.closing = closing;
    }

    /** Does what {@link OneModelService#train} says. */
    TrainedModel train(
            Path settings,
            Map<String, String> overrides,
            boolean resume,
            TrainingListener listener) {
        if (!running.compareAndSet(false, true)) {
            throw new OneModelException(
                    "Another training is running; stop it, or wait for its end.");
        }
        try (TaskProgress task = new TaskProgress(status, tasks, TITLE, closing)) {
            task.update(0, "reading " + settings.getFileName() + ", images and networks");
            TrainingConfig config = TrainingConfigs.read(settings, overrides);
            TensorEngine.start();
            TrainingListener shown = new TrainingStatus(task, log);
            runUnlessCanceled(
                    new Training(config, TrainingListener.all(shown, listener)), resume, task);
            TrainedModel model = trained(config.output().toAbsolutePath());
            log.info("OneModel train: " + model);
            task.endWith("best validation " + ProgressWords.ofValidation(model.measured()));
            return model;
        } catch (CancellationException e) {
            log.info("OneModel train: " + e.getMessage());
            throw e;
        } catch (FileSystemException e) {
            throw failed(
                    "Training cannot read or write "
                            + e.getFile()
                            + ": check that it exists, its permissions and the free space.",
                    e);
        } catch (IOException | TrainingException e) {
            throw failed(e.getMessage(), e);
        } catch (EngineException e) {
            throw failed(
                    "Training failed in the engine ("
                            + e.getMessage().lines().findFirst().orElse("no reason given")
                            + "): a smaller batch or data.crop takes less memory.",
                    e);
        } finally {
            running.set(false);
        }
    }

    private static void runUnlessCanceled(Training training, boolean resume, TaskProgress task)
            throws IOException {
        try {
            training.run(resume);
        } catch (CancellationException e) {
            task.endWith(e);
            throw e;
        }
    }

    private OneModelException failed(String sentence, Exception cause) {
        log.warn("OneModel train: failed: " + sentence);
        return new OneModelException(sentence, cause);
    }

    private static TrainedModel trained(Path bundle) throws IOException {
        ModelDescription description = ModelBundle.open(bundle).description();
        return new TrainedModel(description.name(), bundle, description.measured());
    }
}
