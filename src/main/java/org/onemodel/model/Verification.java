/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.Decoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.embedding.LatentSpace;
import org.onemodel.nn.Pass;
import org.onemodel.npz.NpzFile;
import org.onemodel.weights.ForeignModel;

/**
 * Compares what a model computes with what a reference implementation computed from the same
 * inputs.
 *
 * <p>The reference is an {@code .npz} with any of these arrays, and what is there is compared:
 *
 * <ul>
 *   <li>with images {@code x [N, 3, S, S]}: their {@code latent}, their noise maps {@code noise_00}
 *       …, the decoded image {@code y}, and {@code y_shift2x3}, the same with noise map 2 times 3;
 *   <li>with latent codes {@code z [N, L]}: {@code w}; with noise maps given as {@code noise_00} …
 *       {@code y}, and {@code y_trunc05}, truncated with ψ = 0.5 about {@code w_mean} (else about
 *       the model's own mean); {@code y_bufnoise} and {@code y_trunc05_bufnoise} with the model's
 *       fixed noise maps.
 * </ul>
 *
 * <p>A checkpoint whose encoder may or may not sum its latent vectors into Z is taken as the
 * reference's {@code latent} has it.
 *
 * @param differences one entry an output, in the order above
 */
public record Verification(List<Difference> differences) {

    /**
     * The largest difference in one output, in units of the expected values' root mean square where
     * that is above 1: what float32 keeps of a value is in proportion to the numbers that it was
     * summed up from.
     *
     * @param output its name in the reference
     * @param largest max |actual − expected| / max(1, RMS(expected)); NaN if the model gave
     *     something that is no number
     */
    public record Difference(String output, double largest) {

        /**
         * Whether the output is as it should be.
         *
         * @param tolerance the largest difference allowed
         * @return false above it, and for NaN
         */
        public boolean isWithin(double tolerance) {
            return largest <= tolerance;
        }
    }

    /** An immutable list. */
    public Verification {
        differences = List.copyOf(differences);
    }

    /**
     * Verifies a model on the CPU.
     *
     * @param model name or path of a bundle, or path of a foreign checkpoint
     * @param vectors the reference
     * @return the differences
     * @throws IOException with one sentence, if the model or the reference cannot be read or do not
     *     go together
     */
    public static Verification of(String model, Path vectors) throws IOException {
        try (Autoencoder autoencoder = load(model, vectors)) {
            return of(autoencoder, vectors);
        }
    }

    private static Autoencoder load(String model, Path vectors) throws IOException {
        Path path = Models.path(model);
        boolean checkpoint =
                path != null
                        && Files.isRegularFile(path)
                        && !model.toLowerCase(Locale.ROOT).endsWith(".zip");
        if (!checkpoint) {
            return Models.standard().find(model).load(Device.cpu());
        }
        TensorEngine.start();
        ForeignModel file = ForeignModel.read(path);
        NDManager manager = TensorEngine.newManager(Device.cpu());
        boolean summed = file.canBeSummedIntoZ() && haveOneLatentVector(vectors);
        return (summed ? file.summedIntoZ() : file).build(manager);
    }

    /** Whether the reference has a latent code in Z, which a checkpoint's tensors don't tell. */
    private static boolean haveOneLatentVector(Path vectors) throws ModelException {
        try (NDManager manager = TensorEngine.newManager(Device.cpu())) {
            NDList reference = read(manager, vectors);
            return reference.contains("latent")
                    && reference.get("latent").getShape().dimension() == 2;
        }
    }

    private static NDList read(NDManager manager, Path vectors) throws ModelException {
        try (NpzFile file = NpzFile.open(vectors)) {
            NDList arrays = new NDList();
            for (String name : file.names()) {
                NDArray array = manager.create(file.floats(name), new Shape(file.shape(name)));
                array.setName(name);
                arrays.add(array);
            }
            return arrays;
        } catch (IOException e) {
            throw new ModelException("The vectors can't be used: " + e.getMessage(), e);
        }
    }

    /**
     * Verifies a model on its device.
     *
     * @param autoencoder the model
     * @param vectors the reference
     * @return the differences
     * @throws ModelException if the reference cannot be read or does not go together with the model
     */
    public static Verification of(Autoencoder autoencoder, Path vectors) throws ModelException {
        try (NDManager manager = autoencoder.manager().newSubManager()) {
            NDList reference = read(manager, vectors);
            return new Verification(new Comparison(autoencoder, vectors, reference).run());
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ModelException(
                    "The vectors " + vectors + " do not fit this model: " + e.getMessage(), e);
        }
    }

    /**
     * Whether every output is as it should be.
     *
     * @param tolerance the largest difference allowed
     * @return false if one is above it
     */
    public boolean isWithin(double tolerance) {
        return differences.stream().allMatch(difference -> difference.isWithin(tolerance));
    }

    /** One run over the arrays of a reference. */
    private static final class Comparison {

        private final Autoencoder autoencoder;
        private final Decoder decoder;
        private final Path file;
        private final NDList reference;
        private final List<Difference> differences = new ArrayList<>();

        Comparison(Autoencoder autoencoder, Path file, NDList reference) {
            this.autoencoder = autoencoder;
            this.decoder = autoencoder.decoder();
            this.file = file;
            this.reference = reference;
        }

        List<Difference> run() throws ModelException {
            if (has("x")) {
                encodeAndDecode(reference.get("x"));
            } else if (has("z")) {
                generate(reference.get("z"));
            }
            if (differences.isEmpty()) {
                throw new ModelException(
                        "The vectors "
                                + file
                                + " hold nothing to compare: images x or latent codes z are"
                                + " needed, and outputs such as y.");
            }
            return differences;
        }

        private void encodeAndDecode(NDArray images) throws ModelException {
            Embedding embedding = autoencoder.encode(images);
            compare("latent", embedding.latent());
            for (int i = 0; i < embedding.noiseMaps().size(); i++) {
                compare(noise(i), embedding.noiseMaps().get(i));
            }
            if (has("y")) {
                compare("y", autoencoder.decode(embedding));
            }
            if (has("y_shift2x3")) {
                compare("y_shift2x3", autoencoder.decode(embedding.scaleNoiseMap(2, 3)));
            }
        }

        private void generate(NDArray z) throws ModelException {
            Pass pass = autoencoder.pass(false);
            NDArray w = decoder.map(pass, z);
            compare("w", w);
            if (has("y")) {
                compare("y", decode(w, givenNoise()));
            }
            if (has("y_trunc05")) {
                compare("y_trunc05", decode(truncated(w), givenNoise()));
            }
            if (has("y_bufnoise")) {
                compare("y_bufnoise", decode(w, decoder.fixedNoise(pass, w)));
            }
            if (has("y_trunc05_bufnoise")) {
                NDArray near = truncated(w);
                compare("y_trunc05_bufnoise", decode(near, decoder.fixedNoise(pass, w)));
            }
        }

        private NDArray truncated(NDArray w) {
            return has("w_mean")
                    ? Decoder.truncate(w, reference.get("w_mean"), 0.5)
                    : decoder.truncate(autoencoder.pass(false), w, 0.5);
        }

        private NDArray decode(NDArray w, List<NDArray> noise) {
            return autoencoder.decode(new Embedding(LatentSpace.W_PLUS, decoder.repeat(w), noise));
        }

        private List<NDArray> givenNoise() {
            List<NDArray> maps = new ArrayList<>();
            while (has(noise(maps.size()))) {
                maps.add(reference.get(noise(maps.size())));
            }
            return maps;
        }

        private static String noise(int index) {
            return String.format(Locale.ROOT, "noise_%02d", index);
        }

        private boolean has(String name) {
            return reference.contains(name);
        }

        private void compare(String name, NDArray actual) throws ModelException {
            if (!has(name)) {
                return;
            }
            NDArray expected = reference.get(name);
            if (!expected.getShape().equals(actual.getShape())) {
                throw new ModelException(
                        "The vectors "
                                + file
                                + " do not fit this model: "
                                + name
                                + " has shape "
                                + expected.getShape()
                                + " there, and the model gives "
                                + actual.getShape()
                                + ".");
            }
            float scale = Math.max(1, expected.square().mean().sqrt().getFloat());
            double largest = actual.sub(expected).abs().max().getFloat() / scale;
            differences.add(new Difference(name, largest));
        }
    }
}
