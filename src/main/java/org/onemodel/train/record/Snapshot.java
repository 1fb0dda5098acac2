/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.record;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.train.settings.TrainingException;

/**
 * The state of a run in one safetensors file: the iteration and any tensors by name, such as
 * weights, running statistics and the optimiser's moments. Written beside, brought to the disk and
 * moved into place, so that a crash or a full disk while writing leaves the one before.
 */
public final class Snapshot {

    private static final String ITERATION = "iteration";

    private final Path file;
    private OptionalInt before = OptionalInt.empty();

    /**
     * A snapshot at a place.
     *
     * @param file the file, which need not exist
     */
    public Snapshot(Path file) {
        this.file = file;
    }

    /**
     * Whether it has been written.
     *
     * @return true if there is a file
     */
    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * Makes sure that a new run overwrites no earlier one.
     *
     * @throws TrainingException if there is a snapshot of one
     */
    public void requireNone() {
        if (exists()) {
            throw new TrainingException(
                    "The work folder "
                            + file.getParent()
                            + " holds an earlier run: go on with it by --resume, choose another"
                            + " folder with setting work, or remove it.");
        }
    }

    /**
     * Writes the state.
     *
     * @param iteration iterations done
     * @param state the tensors, which are left as they are
     * @throws IOException if the file cannot be written whole, in one sentence; the one before is
     *     still there
     */
    public void write(int iteration, Map<String, NDArray> state) throws IOException {
        try (NDManager scratch = NDManager.newBaseManager()) {
            NDList tensors = new NDList();
            NDArray number = scratch.create(new int[] {iteration});
            number.setName(ITERATION);
            tensors.add(number);
            state.forEach(
                    (name, tensor) -> {
                        NDArray copy = tensor.duplicate();
                        copy.attach(scratch);
                        copy.setName(name);
                        tensors.add(copy);
                    });
            WholeFile.write(file, part -> write(part, tensors));
        } catch (IOException e) {
            throw new IOException(
                    "Snapshot "
                            + file
                            + " could not be written ("
                            + WholeFile.reason(e)
                            + "); "
                            + advice()
                            + ".",
                    e);
        }
        before = OptionalInt.of(iteration);
    }

    private String advice() {
        return before.isPresent()
                ? "the one before, of iteration "
                        + before.getAsInt()
                        + ", is still there: mend that, such as by freeing disk space, and go on"
                        + " with --resume"
                : "mend that, such as by freeing disk space, and start again";
    }

    private static void write(Path file, NDList tensors) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            tensors.encode(Channels.newOutputStream(channel), NDList.Encoding.SAFETENSORS);
            channel.force(true);
        }
    }

    /**
     * Overwrites tensors with those of the file.
     *
     * @param state the tensors by name, as they were given to {@link #write}
     * @param manager lends memory while reading
     * @return the number of iterations that were done
     * @throws IOException if the file cannot be read
     * @throws TrainingException if the file is damaged, or a tensor is missing, of another shape or
     *     one too many
     */
    public int read(Map<String, NDArray> state, NDManager manager) throws IOException {
        try (NDManager scratch = manager.newSubManager()) {
            Map<String, NDArray> given = decode(scratch);
            NDArray iteration = given.remove(ITERATION);
            if (iteration == null) {
                throw unfit(ITERATION + " is missing");
            }
            state.forEach((name, tensor) -> check(name, tensor, given.get(name)));
            given.keySet().stream()
                    .filter(name -> !state.containsKey(name))
                    .findFirst()
                    .ifPresent(
                            name -> {
                                throw unfit(name + " is not of this run");
                            });
            state.forEach((name, tensor) -> NetworkBlock.overwrite(tensor, given.get(name)));
            int done = iteration.toIntArray()[0];
            before = OptionalInt.of(done);
            return done;
        }
    }

    private Map<String, NDArray> decode(NDManager manager) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Map<String, NDArray> tensors = new LinkedHashMap<>();
            for (NDArray tensor : NDList.decode(manager, in)) {
                tensors.put(tensor.getName(), tensor);
            }
            return tensors;
        } catch (RuntimeException e) {
            throw new TrainingException(
                    "Snapshot " + file + " is damaged; remove it and start without --resume.", e);
        }
    }

    private void check(String name, NDArray wanted, NDArray given) {
        if (given == null || !given.getShape().equals(wanted.getShape())) {
            throw unfit(name + " is missing or of another shape");
        }
    }

    private TrainingException unfit(String reason) {
        return new TrainingException(
                "Snapshot "
                        + file
                        + " does not fit this configuration: "
                        + reason
                        + "; remove it and start without --resume.");
    }
}
