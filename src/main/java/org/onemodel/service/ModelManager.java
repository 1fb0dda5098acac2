/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.onemodel.fetch.DownloadMonitor;
import org.onemodel.fetch.DownloadProgress;
import org.onemodel.model.Catalogue;
import org.onemodel.model.CatalogueEntry;
import org.onemodel.model.InstalledModel;
import org.onemodel.model.ModelLibrary;
import org.onemodel.restore.OneModelException;

/**
 * The installed models, and those that can be fetched. What changes here is seen at once by all
 * that choose a model by its name.
 *
 * <p>All methods throw {@link OneModelException} with one sentence for what a user can put right.
 */
public final class ModelManager {

    private final EngineManager engine;

    /**
     * A manager.
     *
     * @param engine prepares PyTorch, which reads and checks weights
     */
    ModelManager(EngineManager engine) {
        this.engine = engine;
    }

    /**
     * The models that can be had by name.
     *
     * @return all that can be opened
     */
    public List<InstalledModel> installed() {
        return IoFailures.told(() -> ModelLibrary.standard().list());
    }

    /**
     * The user's own folder of models.
     *
     * @return the folder, which may not exist yet
     */
    public Path folder() {
        return ModelLibrary.standard().folder();
    }

    /**
     * The name to suggest for a model that is to be added.
     *
     * @param file a bundle or a checkpoint
     * @return a name, or nothing if it is a bundle, which keeps its own
     */
    public Optional<String> suggestedName(Path file) {
        return IoFailures.told(
                () ->
                        ModelLibrary.isBundle(file)
                                ? Optional.empty()
                                : Optional.of(ModelLibrary.nameOf(file)));
    }

    /**
     * Adds a model from a file.
     *
     * @param file a bundle, as a folder or a zip, or a checkpoint of others
     * @param name the model's name; if it is empty, that of the bundle or of the file
     * @param replace whether a model of the same name in the user's folder may be replaced
     * @return the model
     */
    public InstalledModel add(Path file, String name, boolean replace) {
        engine.prepare();
        return IoFailures.told(() -> ModelLibrary.standard().add(file, name, replace));
    }

    /**
     * The models that others publish.
     *
     * @return the checkpoints of the catalogue, those that no program can download included
     */
    public List<CatalogueEntry> published() {
        return IoFailures.told(
                () ->
                        Catalogue.standard().entries().stream()
                                .filter(e -> e.kind() == CatalogueEntry.Kind.CHECKPOINT)
                                .toList());
    }

    /**
     * Downloads a published model, whose licence the user has seen.
     *
     * @param name its name in the catalogue
     * @param replace whether a model of the same name in the user's folder may be replaced
     * @param monitor shows how far it is
     * @return the model
     * @throws CancellationException if this thread is interrupted
     */
    public InstalledModel fetch(String name, boolean replace, DownloadMonitor monitor) {
        engine.prepare();
        return IoFailures.told(
                () -> {
                    CatalogueEntry entry = Catalogue.standard().find(name);
                    try {
                        InstalledModel model =
                                ModelLibrary.standard()
                                        .fetch(entry, replace, progress(entry, monitor));
                        Thread.interrupted(); // canceled too late
                        return model;
                    } catch (IOException e) {
                        if (Thread.interrupted()) {
                            throw new CancellationException(
                                    "The download of "
                                            + name
                                            + " was canceled; what came is kept.");
                        }
                        throw e;
                    }
                });
    }

    private static DownloadProgress progress(CatalogueEntry entry, DownloadMonitor monitor) {
        return entry.files().isEmpty()
                ? (received, total) -> {} // there is no download
                : monitor.of(entry.files().get(0));
    }

    /**
     * Removes a model from the user's own folder.
     *
     * @param name its name
     * @return what was removed
     */
    public List<Path> remove(String name) {
        return IoFailures.told(() -> ModelLibrary.standard().remove(name));
    }

    /**
     * Loads a model and checks all its values.
     *
     * @param name its name
     * @return the SHA-256 of its weights
     */
    public String check(String name) {
        engine.prepare();
        return IoFailures.told(() -> ModelLibrary.standard().check(name));
    }
}
