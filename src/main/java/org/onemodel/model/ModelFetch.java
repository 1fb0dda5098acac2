/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.onemodel.fetch.DownloadProgress;
import org.onemodel.fetch.VerifiedDownload;

/**
 * Fetches a checkpoint of the catalogue and turns it into a bundle. Immutable.
 *
 * <p>The download lies in {@code downloads} in the {@link Models#userFolder} until it is imported,
 * so that neither a broken connection nor a failed import makes it come twice.
 */
public final class ModelFetch {

    /**
     * What was fetched.
     *
     * @param summary what the checkpoint held
     * @param sha256 the SHA-256 of the file that came
     * @param download where that file lay, and lies still if it was to be kept
     */
    public record Fetched(ImportSummary summary, String sha256, Path download) {}

    private final CatalogueEntry entry;
    private final Path bundle;

    /**
     * A fetch to be made.
     *
     * @param entry a checkpoint
     * @param bundle the folder of the bundle to write
     * @throws ModelException if no address gives the checkpoint to a program, with what to do
     */
    public ModelFetch(CatalogueEntry entry, Path bundle) throws ModelException {
        if (entry.files().isEmpty()) {
            throw new ModelException(
                    "There is no address that gives "
                            + entry.name()
                            + " to a program: download it by hand from "
                            + entry.page()
                            + ", then run onemodel import FILE "
                            + bundle
                            + ".");
        }
        this.entry = entry;
        this.bundle = bundle;
    }

    /**
     * Fetches and imports; a bundle that is there already is replaced.
     *
     * @param keep whether the download stays after it is imported
     * @param progress is told how far the download is; not at all if it is there already
     * @return what was fetched
     * @throws IOException with one sentence, if it does not come, holds no known model, or the
     *     bundle cannot be written
     */
    public Fetched fetch(boolean keep, DownloadProgress progress) throws IOException {
        VerifiedDownload file = entry.files().get(0);
        Path download =
                Models.userFolder()
                        .resolve("downloads")
                        .resolve(entry.name() + "-" + file.fileName());
        String sha256 =
                file.withAdvice(
                                "download it by other means, then run onemodel import FILE "
                                        + bundle)
                        .unlessThere(download, progress);
        ImportSummary summary = Importer.importFile(download, bundle, Provenance.of(entry, sha256));
        if (!keep) {
            Files.delete(download);
        }
        return new Fetched(summary, sha256, download);
    }
}
