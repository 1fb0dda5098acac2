/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models that can be had by name: those in some folders, then those inside the plugin's jar.
 *
 * <p>A folder of models holds bundles, as folders or zips, that carry their model's name. Where two
 * have the same name, the first counts. Immutable; folders are looked into anew at each call.
 */
public final class Models {

    private static final Logger LOG = LoggerFactory.getLogger(Models.class);
    private static final String PROPERTY = "onemodel.models";
    private static final String VARIABLE = "ONEMODEL_MODELS";
    private static final String BUILT_IN = "onemodel/models";
    private static final String ZIP = ".zip";

    /** Opens a bundle that was found by its name. */
    @FunctionalInterface
    private interface Opener {
        ModelBundle open() throws ModelException;
    }

    private final List<Path> folders;

    private Models(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * Models of these folders and of the jar.
     *
     * @param folders folders of bundles, which need not exist, the first first
     * @return the models
     */
    public static Models in(Path... folders) {
        return new Models(List.of(folders));
    }

    /**
     * Models of the folders in the system property {@code onemodel.models} or, if that is not set,
     * in the environment variable {@code ONEMODEL_MODELS} (several are separated as in a class
     * path); then of the user's folder {@code .onemodel/models}; then of the jar.
     *
     * @return the models
     */
    public static Models standard() {
        List<Path> folders = new ArrayList<>();
        String named =
                Objects.requireNonNullElse(
                        System.getProperty(PROPERTY),
                        Objects.requireNonNullElse(System.getenv(VARIABLE), ""));
        for (String folder : named.split(java.io.File.pathSeparator)) {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder));
            }
        }
        folders.add(userFolder().resolve("models"));
        return new Models(folders);
    }

    /**
     * The user's own folder, which holds {@code models}, where they are found by name.
     *
     * @return {@code .onemodel} in the user's home, which may not exist yet
     */
    public static Path userFolder() {
        return Path.of(System.getProperty("user.home"), ".onemodel");
    }

    /**
     * All models that can be opened; for others a warning is logged.
     *
     * @return the bundles, in the order of the search, then by name
     * @throws ModelException if a folder of models cannot be read
     */
    public List<ModelBundle> list() throws ModelException {
        List<ModelBundle> bundles = new ArrayList<>();
        for (var entry : byName().entrySet()) {
            try {
                bundles.add(open(entry.getKey(), entry.getValue()));
            } catch (ModelException e) {
                LOG.warn("A model is left out: {}", e.getMessage());
            }
        }
        return bundles;
    }

    /**
     * The names of all models, those that cannot be opened included.
     *
     * @return the names, in the order of the search
     * @throws ModelException if a folder of models cannot be read
     */
    public List<String> names() throws ModelException {
        return List.copyOf(byName().keySet());
    }

    /**
     * Opens a model.
     *
     * @param nameOrPath a bundle's folder or zip, or the name of a model
     * @return the bundle
     * @throws ModelException if there is none, with the names of those that there are, or if it
     *     cannot be opened
     */
    public ModelBundle find(String nameOrPath) throws ModelException {
        Path path = path(nameOrPath);
        if (path != null && (isBundle(path) || looksLikePath(nameOrPath) && Files.exists(path))) {
            return ModelBundle.open(path);
        }
        Map<String, Opener> known = byName();
        Opener opener = known.get(nameOrPath);
        if (opener == null) {
            throw new ModelException(
                    "There is no model \""
                            + nameOrPath
                            + "\": give the path of a model bundle or one of these names: "
                            + (known.isEmpty() ? "(none)" : String.join(", ", known.keySet()))
                            + ".");
        }
        return open(nameOrPath, opener);
    }

    private static ModelBundle open(String name, Opener opener) throws ModelException {
        ModelBundle bundle = opener.open();
        if (!bundle.description().name().equals(name)) {
            throw new ModelException(
                    bundle.where()
                            + " holds the model "
                            + bundle.description().name()
                            + ": rename it to that.");
        }
        return bundle;
    }

    /** The path that a text is, or null if it can be none. */
    static Path path(String text) {
        try {
            return text.isBlank() ? null : Path.of(text);
        } catch (InvalidPathException e) {
            return null; // then it can only be a name
        }
    }

    private static boolean looksLikePath(String text) {
        return text.contains("/") || text.contains("\\") || text.endsWith(ZIP);
    }

    /** Whether a path looks like a bundle from outside. */
    static boolean isBundle(Path path) {
        return Files.isDirectory(path)
                ? Files.exists(path.resolve(ModelBundle.DESCRIPTION))
                : Files.isRegularFile(path) && path.toString().endsWith(ZIP);
    }

    private Map<String, Opener> byName() throws ModelException {
        Map<String, Opener> openers = new LinkedHashMap<>();
        for (Path folder : folders) {
            for (Path bundle : bundles(folder)) {
                String file = bundle.getFileName().toString();
                boolean zip = !Files.isDirectory(bundle);
                String name = zip ? file.substring(0, file.length() - ZIP.length()) : file;
                openers.putIfAbsent(name, () -> ModelBundle.open(bundle));
            }
        }
        for (String name : builtIn()) {
            openers.putIfAbsent(name, () -> ModelBundle.openResource(BUILT_IN + "/" + name));
        }
        return openers;
    }

    private static List<Path> bundles(Path folder) throws ModelException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(Models::isBundle)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ModelException(
                    "The folder of models " + folder + " could not be read: " + e + ".", e);
        }
    }

    /** A jar cannot be listed portably: an index beside the models names them, one a line. */
    static List<String> builtIn() throws ModelException {
        ClassLoader loader = Models.class.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(BUILT_IN + "/index.txt")) {
            if (in == null) {
                return List.of();
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        } catch (IOException e) {
            throw new ModelException("The index of built-in models could not be read: " + e, e);
        }
    }
}
