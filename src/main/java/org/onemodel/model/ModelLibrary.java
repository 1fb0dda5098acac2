/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.onemodel.fetch.DownloadProgress;
import org.onemodel.files.WholeFile;

/**
 * The models of a user: those that can be had by name, and a folder of the user's own, to which
 * models are added, and from which they are removed, whole or not at all. Immutable; folders are
 * looked into anew at each call.
 */
public final class ModelLibrary {

    private static final String ZIP = ".zip";

    private final Models models;
    private final Path folder;

    /**
     * A library.
     *
     * @param models all models that can be had by name
     * @param folder the user's own folder, which is one of those
     */
    ModelLibrary(Models models, Path folder) {
        this.models = models;
        this.folder = folder.toAbsolutePath();
    }

    /**
     * The {@link Models#standard} models, with {@code models} in the {@link Models#userFolder}.
     *
     * @return the library
     */
    public static ModelLibrary standard() {
        return new ModelLibrary(Models.standard(), Models.userFolder().resolve("models"));
    }

    /**
     * Where models are added.
     *
     * @return the user's own folder, which may not exist yet
     */
    public Path folder() {
        return folder;
    }

    /**
     * All models that can be opened.
     *
     * @return the models, in the order of the search, then by name
     * @throws ModelException if a folder cannot be read
     */
    public List<InstalledModel> list() throws ModelException {
        List<InstalledModel> installed = new ArrayList<>();
        for (ModelBundle bundle : models.list()) {
            installed.add(installed(bundle));
        }
        return installed;
    }

    private InstalledModel installed(ModelBundle bundle) throws ModelException {
        ModelDescription model = bundle.description();
        return new InstalledModel(
                model.name(),
                model.version(),
                model.task(),
                bundle.bytes(),
                model.licence(),
                bundle.where(),
                bundle.card(),
                placeOf(model.name()).map(bundle.where()::equals).orElse(false));
    }

    private Optional<String> placeOf(String name) {
        return places(name).map(Path::toString).findFirst();
    }

    /** The bundles of a name in the user's own folder, that which is found first. */
    private Stream<Path> places(String name) {
        return Stream.of(folder.resolve(name), folder.resolve(name + ZIP)).filter(Models::isBundle);
    }

    /**
     * Adds a model from a file: a bundle, as a folder or a zip, which keeps its name; or a
     * checkpoint of others, as {@link Importer} reads it. All its values are checked before.
     *
     * @param file the bundle or checkpoint
     * @param name the model's name; if it is empty, that of the bundle or of the file
     * @param replace whether a model of the same name in the user's folder may be replaced
     * @return the model
     * @throws IOException with one sentence, if it is none of these, damaged, has the name of
     *     another model, or cannot be written
     */
    public InstalledModel add(Path file, String name, boolean replace) throws IOException {
        if (!Files.exists(file)) {
            throw new ModelException("There is no file " + file + "; check the path.");
        }
        ModelBundle.Form form = ModelBundle.formOf(file);
        String wanted = name.isEmpty() ? nameOf(file, form) : name;
        checkName(wanted, replace);
        Files.createDirectories(folder);
        if (form == ModelBundle.Form.NONE) {
            importTo(file, wanted);
        } else {
            copyTo(file, form, wanted);
        }
        return installed(models.find(wanted));
    }

    /**
     * The name that a model gets if no other is given.
     *
     * @param file a bundle or a checkpoint
     * @return the bundle's own, which it keeps, or one made of the file's
     * @throws ModelException if it is a bundle that cannot be opened
     */
    public static String nameOf(Path file) throws ModelException {
        return nameOf(file, ModelBundle.formOf(file));
    }

    /**
     * Whether a file is a bundle, which keeps its name.
     *
     * @param file a file or a folder
     * @return false if it can only be a checkpoint
     */
    public static boolean isBundle(Path file) {
        return ModelBundle.formOf(file) != ModelBundle.Form.NONE;
    }

    private static String nameOf(Path file, ModelBundle.Form form) throws ModelException {
        if (form != ModelBundle.Form.NONE) {
            return ModelBundle.open(file).description().name();
        }
        String name = file.toAbsolutePath().getFileName().toString();
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^A-Za-z0-9._-]+", "-");
    }

    private void checkName(String name, boolean replace) throws ModelException {
        if (!name.matches(ModelDescription.NAME)) {
            throw new ModelException(
                    "A model's name has letters, digits, dots, hyphens and underscores only, not \""
                            + name
                            + "\"; give another.");
        }
        boolean mine = places(name).findFirst().isPresent();
        if (mine && !replace) {
            throw new ModelException(
                    "There is a model "
                            + name
                            + " in "
                            + folder
                            + " already; give another name, or remove that first.");
        }
        if (!mine && models.names().contains(name)) {
            throw new ModelException(
                    "There is a model "
                            + name
                            + " already, which is not of your own folder; give another name.");
        }
    }

    private void importTo(Path file, String name) throws IOException {
        Path bundle = folder.resolve(name);
        Importer.importFile(file, bundle);
        deleteOthers(name, bundle);
    }

    private void copyTo(Path file, ModelBundle.Form form, String name) throws IOException {
        ModelBundle bundle = ModelBundle.open(file);
        if (!bundle.description().name().equals(name)) {
            throw new ModelException(
                    file
                            + " holds the model "
                            + bundle.description().name()
                            + ", which keeps its name; leave the name out.");
        }
        bundle.check();
        Path target;
        if (form == ModelBundle.Form.ZIP) {
            target = folder.resolve(name + ZIP);
            new WholeFile(target).write(path -> Files.copy(file, path));
        } else {
            target = folder.resolve(name);
            copyFolder(file, target);
        }
        deleteOthers(name, target);
    }

    private void copyFolder(Path bundle, Path target) throws IOException {
        Path temporary = hidden("adding", target);
        Files.createDirectory(temporary);
        try (Stream<Path> files = Files.list(bundle)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, temporary.resolve(file.getFileName()));
            }
            if (Files.exists(target)) {
                delete(target);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            if (Files.exists(temporary)) {
                deleteAll(temporary);
            }
        }
    }

    /** What has the same name in another form would still be found. */
    private void deleteOthers(String name, Path kept) throws IOException {
        for (Path place : places(name).filter(place -> !place.equals(kept)).toList()) {
            delete(place);
        }
    }

    /**
     * Downloads a published checkpoint and makes a model of it.
     *
     * @param entry an entry of the {@link Catalogue}
     * @param replace whether a model of the same name in the user's folder may be replaced
     * @param progress is told how far the download is
     * @return the model
     * @throws IOException with one sentence, if it does not come, is no model, has the name of
     *     another one, or cannot be written
     */
    public InstalledModel fetch(CatalogueEntry entry, boolean replace, DownloadProgress progress)
            throws IOException {
        if (entry.kind() != CatalogueEntry.Kind.CHECKPOINT) {
            throw new ModelException(
                    entry.name()
                            + " is no model, but what training needs: onemodel models fetch "
                            + entry.name()
                            + " downloads it.");
        }
        checkName(entry.name(), replace);
        Path bundle = folder.resolve(entry.name());
        new ModelFetch(entry, bundle).fetch(false, progress);
        deleteOthers(entry.name(), bundle);
        return installed(models.find(entry.name()));
    }

    /**
     * Removes a model from the user's own folder.
     *
     * @param name its name
     * @return what was removed
     * @throws IOException with one sentence, if it is not there, or cannot be removed
     */
    public List<Path> remove(String name) throws IOException {
        List<Path> places = name.matches(ModelDescription.NAME) ? places(name).toList() : List.of();
        if (places.isEmpty()) {
            throw new ModelException(
                    models.names().contains(name)
                            ? "The model "
                                    + name
                                    + " is built in, or of another folder than "
                                    + folder
                                    + "; only models there can be removed."
                            : "There is no model "
                                    + name
                                    + " in "
                                    + folder
                                    + "; nothing was removed.");
        }
        for (Path place : places) {
            delete(place);
        }
        return places;
    }

    /** At once out of sight, then piece by piece. */
    private void delete(Path bundle) throws IOException {
        Path hidden = hidden("removed", bundle);
        Files.move(bundle, hidden, StandardCopyOption.ATOMIC_MOVE);
        deleteAll(hidden);
    }

    private static Path hidden(String purpose, Path bundle) {
        return bundle.resolveSibling(
                String.format(
                        Locale.ROOT,
                        ".%s-%x-%s",
                        purpose,
                        System.nanoTime(),
                        bundle.getFileName()));
    }

    private static void deleteAll(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /**
     * Loads a model and checks all its values.
     *
     * @param name its name
     * @return the SHA-256 of its weights, 64 hexadecimal digits in lower case
     * @throws IOException with one sentence, if it is damaged, or there is none
     */
    public String check(String name) throws IOException {
        ModelBundle bundle = models.find(name);
        bundle.check();
        return bundle.description().sha256();
    }
}
