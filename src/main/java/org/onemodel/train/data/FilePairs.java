/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onemodel.image.ImageSources;
import org.onemodel.train.settings.TrainingException;

/** Finds the files that settings name, and matches images with targets by name. */
final class FilePairs {

    private FilePairs() {}

    /**
     * Images without targets.
     *
     * @param key the setting, for messages
     * @param sources folders, files and globs
     * @return each file once, in the order of the sources, then of names
     * @throws TrainingException if a source stands for no file
     */
    static List<FilePair> find(String key, List<String> sources) {
        return files(key, sources).stream()
                .map(file -> new FilePair(file, Optional.empty()))
                .toList();
    }

    /**
     * Images with the targets of the same name, whatever the extension.
     *
     * @param key the setting, for messages
     * @param images folders, files and globs
     * @param targetKey the setting of the targets, for messages
     * @param targets folders, files and globs
     * @return a pair for each image, in the order of the images
     * @throws TrainingException if an image has no partner, or two targets have the same name
     */
    static List<FilePair> match(
            String key, List<String> images, String targetKey, List<String> targets) {
        Map<String, Path> byName = new HashMap<>();
        for (Path target : files(targetKey, targets)) {
            Path other = byName.put(name(target), target);
            if (other != null) {
                throw new TrainingException(
                        "Setting "
                                + targetKey
                                + ": "
                                + other
                                + " and "
                                + target
                                + " have the same name, so that it is not known which one is the"
                                + " target; rename one.");
            }
        }
        List<FilePair> pairs = new ArrayList<>();
        for (Path image : files(key, images)) {
            Path target = byName.get(name(image));
            if (target == null) {
                throw new TrainingException(
                        "The image "
                                + image
                                + " of "
                                + key
                                + " has no partner of the same name among the "
                                + byName.size()
                                + " files of "
                                + targetKey
                                + "; add it, or take the image away.");
            }
            pairs.add(new FilePair(image, Optional.of(target)));
        }
        return List.copyOf(pairs);
    }

    private static List<Path> files(String key, List<String> sources) {
        Set<Path> files = new LinkedHashSet<>();
        for (String source : sources) {
            try {
                files.addAll(ImageSources.find(source));
            } catch (IOException e) {
                throw new TrainingException("Setting " + key + ": " + e.getMessage(), e);
            }
        }
        return List.copyOf(files);
    }

    /** Some file systems write ä as one character, others as two. */
    static String name(Path file) {
        return Normalizer.normalize(ImageSources.stem(file), Normalizer.Form.NFC);
    }
}
