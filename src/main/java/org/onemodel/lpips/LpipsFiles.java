/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.onemodel.fetch.DownloadProgress;
import org.onemodel.fetch.VerifiedDownload;
import org.onemodel.model.CatalogueEntry;
import org.onemodel.weights.Checkpoint;
import org.onemodel.weights.HostTensor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which the weights of LPIPS lie, and whether they may be fetched to it.
 *
 * <p>For each network it holds two files: the features, either in torchvision's file of the whole
 * network, such as {@code vgg16-397923af.pth}, or alone, such as {@code vgg16_features.pth}; and
 * LPIPS's own weights, such as {@code vgg.pth}. Missing ones are fetched once, from where their
 * authors publish them.
 *
 * @param folder the folder, which need not exist where fetching is allowed
 * @param fetch whether files that are missing may be fetched
 */
public record LpipsFiles(Path folder, boolean fetch) {

    private static final Logger LOG = LoggerFactory.getLogger(LpipsFiles.class);
    private static final String VARIABLE = "ONEMODEL_LPIPS";

    /**
     * The folder that the environment variable {@code ONEMODEL_LPIPS} names, else {@code
     * .onemodel/lpips} in the user's own folder.
     *
     * @return the folder, which need not exist
     */
    public static Path standardFolder() {
        String named = System.getenv(VARIABLE);
        return named == null || named.isBlank()
                ? Path.of(System.getProperty("user.home"), ".onemodel", "lpips")
                : Path.of(named);
    }

    /**
     * Fetches the files of an entry of the catalogue, those that are there already excepted.
     *
     * @param entry an entry of weights for LPIPS
     * @param again whether those that are there are fetched again
     * @param progress who is told how far a file is
     * @return the files that came
     * @throws IOException if no address gives them to a program, or one does not come; the message
     *     says in one sentence what to do
     */
    public List<Path> fetch(
            CatalogueEntry entry,
            boolean again,
            Function<VerifiedDownload, DownloadProgress> progress)
            throws IOException {
        if (entry.files().isEmpty()) {
            throw new IOException(
                    String.format(
                            "There is no address that gives %s to a program: download it by hand"
                                    + " from %s into the folder %s.",
                            entry.name(), entry.page(), folder.toAbsolutePath()));
        }
        List<Path> came = new ArrayList<>();
        for (VerifiedDownload file : entry.files()) {
            Path target = folder.resolve(file.fileName());
            if (again || !Files.isRegularFile(target)) {
                file.to(target, progress.apply(file));
                came.add(target);
            }
        }
        return came;
    }

    /**
     * Reads both files of a network, after fetching what is missing.
     *
     * @throws IOException if one is missing and not fetched, or cannot be read
     */
    LpipsWeights read(LpipsNetwork network) throws IOException {
        PublishedFiles files = PublishedFiles.of(network);
        Path features = find(files, List.of(files.torchvision(), files.features()));
        Path linear = find(files, List.of(files.linear()));
        // The rest of torchvision's file, the classifier, takes no memory.
        Map<String, HostTensor> convolutions =
                Checkpoint.read(features, name -> name.startsWith("features."));
        return LpipsWeights.of(convolutions, Checkpoint.read(linear));
    }

    /** The first file that is there; if none is, the first is fetched. */
    private Path find(PublishedFiles files, List<String> names) throws IOException {
        for (String name : names) {
            if (Files.isRegularFile(folder.resolve(name))) {
                return folder.resolve(name);
            }
        }
        Path target = folder.resolve(names.get(0));
        VerifiedDownload download = files.download(names.get(0));
        if (!fetch) {
            throw new IOException(
                    String.format(
                            "The LPIPS weights %s are missing: download %s into the folder %s, or"
                                    + " allow fetching.",
                            names.get(0), download.source(), folder.toAbsolutePath()));
        }
        LOG.info("Fetching {} into {}", download.source(), folder);
        download.to(target, progress(target.getFileName()));
        return target;
    }

    private static DownloadProgress progress(Path name) {
        return (received, total) ->
                LOG.debug("{}: {} of {} MB", name, received >> 20, total < 0 ? "?" : total >> 20);
    }
}
