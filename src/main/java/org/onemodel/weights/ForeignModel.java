/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.encoder.Heads;
import org.onemodel.encoder.Projection;
import org.onemodel.nn.NetworkBlock;

/**
 * A model in a foreign checkpoint: a StyleGAN 1 or 2 generator, or an autoencoder of "One Model to
 * Reconstruct Them All" (2020), in the names and files that {@link NamingScheme} explains.
 *
 * <p>What a file holds is told from its tensors alone, and so are all sizes. The paper's variant
 * that sums the W+ vectors into Z has the same tensors and is taken for W+, see {@link
 * #summedIntoZ}.
 */
public final class ForeignModel {

    /** The parameters that have a row for each colour. */
    private static final Pattern GIVES_COLOURS =
            Pattern.compile("\\bto_rgb[^.]*\\.(?!.*modulation)");

    private final Path file;
    private final Architecture architecture;
    private final Map<String, HostTensor> parameters;

    private ForeignModel(Path file, Architecture architecture, Map<String, HostTensor> parameters) {
        this.file = file;
        this.architecture = architecture;
        this.parameters = Collections.unmodifiableMap(parameters);
    }

    /**
     * Reads a checkpoint.
     *
     * @param file a checkpoint
     * @return the model, its weights on the Java heap
     * @throws CheckpointException if the file cannot be read, holds no model of a known kind, or
     *     lacks a tensor, has one too many or one of another shape than the others call for
     * @throws IOException if closing the file fails
     */
    public static ForeignModel read(Path file) throws IOException {
        Layout layout = Layout.recognize(file, Checkpoint.names(file));
        return of(file, layout, Checkpoint.read(file, layout::contains));
    }

    /** Checks the tensors of a layout against the architecture that they call for. */
    static ForeignModel of(Path file, Layout layout, SortedMap<String, HostTensor> all)
            throws CheckpointException {
        SortedMap<String, HostTensor> tensors = GrowingBlocks.used(layout, all);
        Architecture architecture = new Sizes(file, layout, tensors).architecture();
        Map<String, HostTensor> parameters = new LinkedHashMap<>();
        Set<String> used = new HashSet<>();
        for (var parameter : shapes(file, architecture).entrySet()) {
            NamingScheme.Source source = layout.source(parameter.getKey());
            HostTensor tensor = tensors.get(source.name());
            long[] expected = parameter.getValue().getShape();
            check(file, source, tensor, expected);
            float[] values = source.conversion().convert(tensor.values(), expected);
            parameters.put(parameter.getKey(), new HostTensor(expected, values));
            used.add(source.name());
        }
        checkSurplus(file, layout, tensors, used);
        return new ForeignModel(file, architecture, parameters);
    }

    private static Map<String, Shape> shapes(Path file, Architecture architecture)
            throws CheckpointException {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        try (NDManager manager = NDManager.newBaseManager();
                Autoencoder networks = architecture.build(manager)) {
            networks.parameters().forEach((name, p) -> shapes.put(name, p.getShape()));
        } catch (IllegalArgumentException e) {
            throw new CheckpointException(
                    file, "has sizes that do not go together: " + e.getMessage(), e);
        }
        return shapes;
    }

    private static void check(
            Path file, NamingScheme.Source source, HostTensor tensor, long[] expected)
            throws CheckpointException {
        String name = source.name();
        if (tensor == null) {
            throw new CheckpointException(
                    file, "lacks the tensor " + name + ", which its other tensors call for.");
        }
        if (!source.conversion().fits(tensor.shape(), expected)) {
            throw new CheckpointException(
                    file,
                    "has tensor "
                            + name
                            + " in shape "
                            + new Shape(tensor.shape())
                            + ", expected "
                            + new Shape(expected)
                            + ".");
        }
        for (float value : tensor.values()) {
            if (!Float.isFinite(value)) {
                throw new CheckpointException(
                        file, "has a value in tensor " + name + " that is not a finite number.");
            }
        }
    }

    private static void checkSurplus(
            Path file, Layout layout, SortedMap<String, HostTensor> tensors, Set<String> used)
            throws CheckpointException {
        for (var tensor : tensors.entrySet()) {
            String name = tensor.getKey();
            Optional<LowPassFilter> filter = layout.filter(name);
            if (filter.isPresent()) {
                filter.get().check(file, name, tensor.getValue());
            } else if (!used.contains(name) && !layout.isIdle(name)) {
                throw new CheckpointException(
                        file,
                        "has a tensor "
                                + DataUnpickler.printable(name)
                                + " that is not part of such a network, so this is perhaps another"
                                + " variant of it.");
            }
        }
    }

    /**
     * The same networks with their latent vectors summed into one, which enters the mapping
     * network: the paper's second form of projection into Z.
     *
     * @return a model with the same weights
     * @throws CheckpointException if this has no encoder that predicts W+
     */
    public ForeignModel summedIntoZ() throws CheckpointException {
        if (!canBeSummedIntoZ()) {
            throw new CheckpointException(
                    file, "has no encoder that predicts one latent vector per layer.");
        }
        return new ForeignModel(file, architecture.withProjection(Projection.Z_SUM), parameters);
    }

    /**
     * Whether this could be a model that sums its latent vectors into Z, as its tensors don't tell.
     *
     * @return true if its encoder predicts one latent vector per layer
     */
    public boolean canBeSummedIntoZ() {
        return architecture.encoder() != EncoderKind.NONE
                && architecture.heads() != Heads.NOISE
                && architecture.projection() == Projection.W_PLUS;
    }

    /**
     * Whether the generator gives three colours alike, as one does that was made for grey images.
     *
     * @return true if it can give grey images only
     */
    public boolean isGrey() {
        return parameters.entrySet().stream()
                .filter(parameter -> GIVES_COLOURS.matcher(parameter.getKey()).find())
                .allMatch(parameter -> hasThreePartsAlike(parameter.getValue().values()));
    }

    private static boolean hasThreePartsAlike(float[] values) {
        int part = values.length / 3;
        return Arrays.equals(values, 0, part, values, part, 2 * part)
                && Arrays.equals(values, 0, part, values, 2 * part, 3 * part);
    }

    /**
     * The weights.
     *
     * @return the values of each parameter under its name in {@link Autoencoder#parameters}, in
     *     that order; unmodifiable
     */
    public Map<String, HostTensor> parameters() {
        return parameters;
    }

    /**
     * The checkpoint.
     *
     * @return the file that was read
     */
    public Path file() {
        return file;
    }

    /**
     * The form of the networks.
     *
     * @return all sizes; without encoder if the file holds a generator alone
     */
    public Architecture architecture() {
        return architecture;
    }

    /**
     * Builds the networks with the file's weights.
     *
     * @param manager the owner of the weights from now on; closed with the autoencoder
     * @return the networks
     */
    public Autoencoder build(NDManager manager) {
        Autoencoder autoencoder = architecture.build(manager);
        for (var parameter : autoencoder.parameters().entrySet()) {
            HostTensor tensor = parameters.get(parameter.getKey());
            NetworkBlock.fill(parameter.getValue(), manager, tensor.values());
        }
        return autoencoder;
    }

    /** The kind of model and its file. */
    @Override
    public String toString() {
        return architecture.encoder() + " of " + file;
    }
}
