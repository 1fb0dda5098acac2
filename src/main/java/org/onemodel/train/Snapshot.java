/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.onemodel.nn.NetworkBlock;

/**
 * The state of a run in one file: iteration, weights and the optimiser's moments. Written beside
 * and moved into place, so that a crash while writing leaves the one before.
 */
final class Snapshot {

    private static final String ITERATION = "iteration";
    private static final String WEIGHT = "weight.";

    private final Path file;

    Snapshot(Path file) {
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    void write(int iteration, Map<String, Parameter> parameters, Adam adam) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (NDManager scratch = NDManager.newBaseManager()) {
            NDList state = new NDList();
            NDArray number = scratch.create(new int[] {iteration});
            number.setName(ITERATION);
            state.add(number);
            for (Map.Entry<String, Parameter> entry : parameters.entrySet()) {
                NDArray copy = entry.getValue().getArray().duplicate();
                copy.attach(scratch);
                copy.setName(WEIGHT + entry.getKey());
                state.add(copy);
            }
            state.addAll(adam.state());
            try (OutputStream out = Files.newOutputStream(beside)) {
                state.encode(out, NDList.Encoding.SAFETENSORS);
            }
        }
        Files.move(
                beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Fills parameters and moments, and returns the number of iterations that were done. */
    int read(Map<String, Parameter> parameters, NDManager owner, Adam adam) throws IOException {
        try (NDManager scratch = owner.newSubManager();
                InputStream in = Files.newInputStream(file)) {
            NDList state = NDList.decode(scratch, in);
            for (Map.Entry<String, Parameter> entry : parameters.entrySet()) {
                NDArray value = state.get(WEIGHT + entry.getKey());
                if (value == null || !value.getShape().equals(entry.getValue().getShape())) {
                    throw new TrainingException(
                            "Snapshot "
                                    + file
                                    + " does not fit this configuration: "
                                    + entry.getKey()
                                    + " is missing or of another shape; start without --resume.");
                }
                NetworkBlock.overwrite(entry.getValue().getArray(), value);
            }
            adam.restore(state);
            return state.get(ITERATION).toIntArray()[0];
        }
    }
}
