/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.Models;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Pace;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.scijava.app.StatusService;
import org.scijava.log.LogService;
import org.scijava.task.TaskService;

/** Computations with loaded models: shown while they run, logged at their end, failures told. */
final class ModelRuns {

    private final StatusService status;
    private final TaskService tasks;
    private final LogService log;
    private final EngineManager engine;
    private final LoadedModels models;

    /**
     * Computations that show themselves.
     *
     * @param status shows progress
     * @param tasks shows progress and may cancel a computation
     * @param log takes a line at the end of each
     * @param engine prepares PyTorch
     * @param models loads models and keeps them
     */
    ModelRuns(
            StatusService status,
            TaskService tasks,
            LogService log,
            EngineManager engine,
            LoadedModels models) {
        this.status = status;
        this.tasks = tasks;
        this.log = log;
        this.engine = engine;
        this.models = models;
    }

    /**
     * Computes with the model that the options name.
     *
     * @param title what is being done
     * @param planes how many were computed, asked at the end; 0 where they are computed later
     * @param options model and device
     * @param canceled asked whether to stop
     * @param work computes
     * @return the result
     * @throws OneModelException if it fails
     * @throws CancellationException if it was canceled
     */
    <T> T run(
            String title,
            IntSupplier planes,
            RestoreOptions options,
            BooleanSupplier canceled,
            ModelComputation<T> work) {
        RunLog line = new RunLog(log, title, options);
        return run(title, planes, options, canceled, work, line);
    }

    /** The same for one plane, with a line for who looks for faults only. */
    <T> T runForDebugging(
            String title,
            RestoreOptions options,
            BooleanSupplier canceled,
            ModelComputation<T> work) {
        RunLog line = RunLog.forDebugging(log, title, options);
        return run(title, () -> 1, options, canceled, work, line);
    }

    private <T> T run(
            String title,
            IntSupplier planes,
            RestoreOptions options,
            BooleanSupplier canceled,
            ModelComputation<T> work,
            RunLog line) {
        BooleanSupplier stop = () -> models.isClosing() || canceled.getAsBoolean();
        try (TaskProgress shown = new TaskProgress(status, tasks, title, stop)) {
            T result = computeUnlessCanceled(title, options, work, line, shown);
            shown.endWith(line.done(planes.getAsInt()));
            return result;
        } catch (CancellationException e) {
            line.canceled();
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw failed(line, e.getMessage(), e);
        } catch (EngineException e) {
            throw failed(
                    line,
                    title + " failed on the device " + options.device() + ": " + e.getMessage(),
                    e);
        } catch (OutOfMemoryError e) {
            throw failed(
                    line,
                    "Java has too little memory; close images, choose fewer slices, or give it more"
                            + " with Edit > Options > Memory & Threads.",
                    e);
        } catch (RuntimeException e) {
            line.failed(e.getMessage());
            throw e;
        }
    }

    private <T> T computeUnlessCanceled(
            String title,
            RestoreOptions options,
            ModelComputation<T> work,
            RunLog line,
            TaskProgress shown)
            throws IOException {
        try {
            return compute(options, work, line, shown);
        } catch (CancellationException e) {
            CancellationException canceled = canceled(title, e);
            shown.endWith(canceled);
            throw canceled;
        }
    }

    private <T> T compute(
            RestoreOptions options, ModelComputation<T> work, RunLog line, TaskProgress shown)
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
                    line.computes(bundle.description(), device);
                    Progress progress = new Pace(shown);
                    progress.checkCanceled();
                    return work.compute(autoencoder, bundle.description(), progress);
                });
    }

    /** Says that something was canceled. */
    static CancellationException canceled(String title, CancellationException cause) {
        CancellationException canceled =
                new CancellationException(title + " was canceled; nothing was changed.");
        canceled.initCause(cause);
        return canceled;
    }

    private static OneModelException failed(RunLog line, String sentence, Throwable cause) {
        line.failed(sentence);
        return new OneModelException(sentence, cause);
    }
}
