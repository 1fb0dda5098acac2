/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.nn.NetworkBlock;

/**
 * A model on disk: {@code model.json}, {@code weights.safetensors} and the model card {@code
 * README.md}, in a folder, in a zip, or inside the plugin's jar.
 *
 * <p>Immutable and safe for use by several threads. The weights are read at each {@link #load}.
 */
public final class ModelBundle {

    static final String DESCRIPTION = "model.json";
    static final String WEIGHTS = "weights.safetensors";
    static final String CARD = "README.md";
    private static final int LARGEST_TEXT = 1 << 20;

    private final BundleFiles files;
    private final ModelDescription description;
    private final String card;

    private ModelBundle(BundleFiles files) throws ModelException {
        this.files = files;
        this.description =
                ModelDescription.fromJson(files.where(DESCRIPTION), text(files, DESCRIPTION));
        this.card = text(files, CARD);
    }

    private static String text(BundleFiles files, String file) throws ModelException {
        return new String(files.read(file, LARGEST_TEXT), StandardCharsets.UTF_8);
    }

    /**
     * Opens a bundle and reads its description and card.
     *
     * @param bundle a folder or a zip
     * @return the bundle
     * @throws ModelException if there is none, or its description is not as it must be
     */
    public static ModelBundle open(Path bundle) throws ModelException {
        if (!Files.exists(bundle)) {
            throw new ModelException("There is no model bundle " + bundle + ".");
        }
        return new ModelBundle(
                Files.isDirectory(bundle) ? BundleFiles.folder(bundle) : BundleFiles.zip(bundle));
    }

    /** Opens a bundle among the resources of this jar. */
    static ModelBundle openResource(String folder) throws ModelException {
        return new ModelBundle(BundleFiles.resource(folder));
    }

    /**
     * Writes a bundle, whole or not at all. A bundle that is there already is replaced; a folder
     * that holds anything else is left alone.
     *
     * @param folder the bundle's folder; its parent is made if it is missing
     * @param description all but the checksum, which is filled in
     * @param autoencoder the networks, with values, of the description's architecture
     * @param card the model card, Markdown
     * @throws ModelException if the networks are not of that architecture, the folder cannot be
     *     written, or it holds something else
     */
    public static void write(
            Path folder, ModelDescription description, Autoencoder autoencoder, String card)
            throws ModelException {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        Map<String, float[]> values = new LinkedHashMap<>();
        for (var entry : autoencoder.parameters().entrySet()) {
            shapes.put(entry.getKey(), entry.getValue().getShape().getShape());
            values.put(entry.getKey(), entry.getValue().getArray().toFloatArray());
        }
        byte[] weights = WeightsFile.encode(shapes, values);
        String where = "The weights for " + folder;
        try (Autoencoder described = build(folder.toString(), description, Device.cpu())) {
            WeightsFile written = WeightsFile.decode(where, weights);
            written.checkShapes(shapes(described));
            for (String name : shapes.keySet()) {
                written.values(name);
            }
        }
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put(WEIGHTS, weights);
        contents.put(DESCRIPTION, utf8(description.withSha256(Sha256.of(weights)).toJson()));
        contents.put(CARD, utf8(card));
        FolderWriter.write(folder, DESCRIPTION, contents);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What {@code model.json} says.
     *
     * @return the description
     */
    public ModelDescription description() {
        return description;
    }

    /**
     * The model card.
     *
     * @return Markdown
     */
    public String card() {
        return card;
    }

    /**
     * The place of this bundle.
     *
     * @return a path, or words for a built-in model
     */
    public String where() {
        return files.where();
    }

    /**
     * Builds the networks and fills them with the weights, after checking the weights' SHA-256 and
     * that each tensor is there, in its shape, with finite values, and no other.
     *
     * @param device where the weights shall live; never another
     * @return the networks, which own their memory, for the caller to close
     * @throws ModelException if the weights are not as they must be, or the device does not exist
     */
    public Autoencoder load(Device device) throws ModelException {
        Autoencoder autoencoder = build(files.where(DESCRIPTION), description, device);
        try {
            fill(autoencoder);
            return autoencoder;
        } catch (ModelException | RuntimeException | Error e) {
            autoencoder.close();
            throw e;
        }
    }

    /**
     * Checks the bundle as {@link #load} does, without keeping anything.
     *
     * @throws ModelException if it could not be loaded
     */
    public void check() throws ModelException {
        load(Device.cpu()).close();
    }

    private static Autoencoder build(String where, ModelDescription description, Device device)
            throws ModelException {
        NDManager manager = TensorEngine.newManager(device);
        try {
            return description.architecture().build(manager);
        } catch (IllegalArgumentException e) {
            manager.close();
            throw new ModelException(where + ": " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            manager.close();
            throw e;
        }
    }

    private void fill(Autoencoder autoencoder) throws ModelException {
        Map<String, long[]> shapes = shapes(autoencoder);
        long most = 8L + WeightsFile.LARGEST_HEADER;
        for (Parameter parameter : autoencoder.parameters().values()) {
            most += 4 * parameter.getShape().size();
        }
        if (most >= Integer.MAX_VALUE - 8) {
            throw new ModelException(
                    files.where(DESCRIPTION) + " describes a model of more than 2 GB.");
        }
        byte[] bytes = files.read(WEIGHTS, (int) most);
        String where = files.where(WEIGHTS);
        String sha256 = Sha256.of(bytes);
        if (!sha256.equals(description.sha256())) {
            throw new ModelException(
                    String.format(
                            Locale.ROOT,
                            "%s is damaged: its checksum (SHA-256) is %.8s…, but %s says %.8s…; get"
                                    + " the model again.",
                            where,
                            sha256,
                            DESCRIPTION,
                            description.sha256()));
        }
        WeightsFile weights = WeightsFile.decode(where, bytes);
        weights.checkShapes(shapes);
        for (var entry : autoencoder.parameters().entrySet()) {
            NetworkBlock.fill(
                    entry.getValue(), autoencoder.manager(), weights.values(entry.getKey()));
        }
    }

    private static Map<String, long[]> shapes(Autoencoder autoencoder) {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        autoencoder.parameters().forEach((n, p) -> shapes.put(n, p.getShape().getShape()));
        return shapes;
    }
}
