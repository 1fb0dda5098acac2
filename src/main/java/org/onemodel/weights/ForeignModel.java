/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.nn.NetworkBlock;

/**
 * A model in a foreign checkpoint: a StyleGAN 2 generator, or an autoencoder of "One Model to
 * Reconstruct Them All" (2020) for StyleGAN 2, whose encoder is one network or two.
 *
 * <p>What a file holds is told from its tensors alone, and so are all sizes. The paper's variant
 * that sums the W+ vectors into Z has the same tensors and is taken for W+.
 */
public final class ForeignModel {

    private final Path file;
    private final Architecture architecture;
    private final Map<String, String> sources;
    private final SortedMap<String, HostTensor> tensors;

    private ForeignModel(
            Path file,
            Architecture architecture,
            Map<String, String> sources,
            SortedMap<String, HostTensor> tensors) {
        this.file = file;
        this.architecture = architecture;
        this.sources = sources;
        this.tensors = tensors;
    }

    /**
     * Reads a checkpoint.
     *
     * @param file a PyTorch checkpoint
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
    static ForeignModel of(Path file, Layout layout, SortedMap<String, HostTensor> tensors)
            throws CheckpointException {
        Architecture architecture = new StyleGan2Sizes(file, layout, tensors).architecture();
        Map<String, String> sources = new LinkedHashMap<>();
        try (NDManager manager = NDManager.newBaseManager();
                Autoencoder networks = architecture.build(manager)) {
            for (var parameter : networks.parameters().entrySet()) {
                String source = layout.source(parameter.getKey());
                check(file, source, tensors.get(source), parameter.getValue().getShape());
                sources.put(parameter.getKey(), source);
            }
        } catch (IllegalArgumentException e) {
            throw new CheckpointException(
                    file, "has sizes that do not go together: " + e.getMessage(), e);
        }
        checkSurplus(file, layout, tensors, sources::containsValue);
        return new ForeignModel(file, architecture, sources, tensors);
    }

    private static void check(Path file, String name, HostTensor tensor, Shape expected)
            throws CheckpointException {
        if (tensor == null) {
            throw new CheckpointException(
                    file, "lacks the tensor " + name + ", which its other tensors call for.");
        }
        Shape shape = new Shape(tensor.shape());
        if (!shape.equals(expected)) {
            throw new CheckpointException(
                    file,
                    "has tensor " + name + " in shape " + shape + ", expected " + expected + ".");
        }
        for (float value : tensor.values()) {
            if (!Float.isFinite(value)) {
                throw new CheckpointException(
                        file, "has a value in tensor " + name + " that is not a finite number.");
            }
        }
    }

    private static void checkSurplus(
            Path file,
            Layout layout,
            SortedMap<String, HostTensor> tensors,
            Predicate<String> isParameter)
            throws CheckpointException {
        for (var tensor : tensors.entrySet()) {
            String name = tensor.getKey();
            if (name.endsWith(".kernel")) {
                LowPassFilter.check(file, name, tensor.getValue());
            } else if (!isParameter.test(name) && !layout.isIdle(name)) {
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
            fill(parameter.getValue(), manager, tensors.get(sources.get(parameter.getKey())));
        }
        return autoencoder;
    }

    private static void fill(Parameter parameter, NDManager manager, HostTensor tensor) {
        NetworkBlock.fill(parameter, manager, tensor.values());
    }

    /** The kind of model and its file. */
    @Override
    public String toString() {
        return architecture.encoder() + " of " + file;
    }
}
