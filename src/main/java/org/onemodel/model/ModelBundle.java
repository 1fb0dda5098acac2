/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.weights.HostTensor;
import org.onemodel.weights.Safetensors;

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
        if (!Files.isDirectory(bundle) && !Files.isRegularFile(bundle)) {
            throw new ModelException(bundle + " is neither a folder nor a file.");
        }
        return new ModelBundle(
                Files.isDirectory(bundle) ? BundleFiles.folder(bundle) : BundleFiles.zip(bundle));
    }

    /** How a bundle lies on disk. */
    enum Form {
        /** A folder. */
        FOLDER,
        /** A zip. */
        ZIP,
        /** It is no bundle. */
        NONE
    }

    /**
     * Whether a file or folder is a bundle, whatever it is called; checkpoints may be zips, too.
     */
    static Form formOf(Path file) {
        boolean folder = Files.isDirectory(file);
        try (InputStream description =
                (folder ? BundleFiles.folder(file) : BundleFiles.zip(file)).find(DESCRIPTION)) {
            return description == null ? Form.NONE : folder ? Form.FOLDER : Form.ZIP;
        } catch (IOException e) {
            return Form.NONE; // no zip
        }
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
        Map<String, Parameter> parameters = autoencoder.parameters();
        write(
                folder,
                description,
                shapes(autoencoder),
                name -> parameters.get(name).getArray().toFloatArray(),
                card);
    }

    /**
     * Writes a bundle from tensors on the Java heap, otherwise as {@link #write(Path,
     * ModelDescription, Autoencoder, String)} does.
     *
     * @param folder the bundle's folder; its parent is made if it is missing
     * @param description all but the checksum, which is filled in
     * @param tensors the parameters of the description's architecture under their names
     * @param card the model card, Markdown
     * @throws ModelException if the tensors are not those of that architecture, the folder cannot
     *     be written, or it holds something else
     */
    public static void write(
            Path folder, ModelDescription description, Map<String, HostTensor> tensors, String card)
            throws ModelException {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
        write(folder, description, shapes, name -> tensors.get(name).values(), card);
    }

    private static void write(
            Path folder,
            ModelDescription description,
            Map<String, long[]> shapes,
            Safetensors.Values values,
            String card)
            throws ModelException {
        String where = "The weights for " + folder;
        Map<String, long[]> ordered; // as the architecture has them, whatever the order of values
        try (Autoencoder described = build(folder.toString(), description, Device.cpu())) {
            ordered = shapes(described);
        }
        WeightsFile.checkShapes(where, shapes, ordered);
        AtomicReference<String> sha256 = new AtomicReference<>();
        Map<String, FolderWriter.Content> contents = new LinkedHashMap<>();
        contents.put(WEIGHTS, out -> sha256.set(WeightsFile.write(where, out, ordered, values)));
        contents.put(
                DESCRIPTION, out -> out.write(utf8(description.withSha256(sha256.get()).toJson())));
        contents.put(CARD, out -> out.write(utf8(card)));
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

    /** Its size on disk. */
    long bytes() throws ModelException {
        try {
            return files.bytes();
        } catch (IOException e) {
            throw BundleFiles.unreadable(where(), e);
        }
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
        Map<String, Parameter> parameters = autoencoder.parameters();
        WeightsFile.read(
                files,
                WEIGHTS,
                description.sha256(),
                shapes(autoencoder),
                (name, tensor) ->
                        NetworkBlock.fill(
                                parameters.get(name), autoencoder.manager(), tensor.values()));
    }

    private static Map<String, long[]> shapes(Autoencoder autoencoder) {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        autoencoder.parameters().forEach((n, p) -> shapes.put(n, p.getShape().getShape()));
        return shapes;
    }
}
