/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Reads the tensors of a checkpoint without PyTorch and without executing anything: files of {@code
 * torch.save}, the zip files of PyTorch 1.6 and later and the older sequence of pickles, NVIDIA's
 * pickles of networks, and safetensors files.
 *
 * <p>A tensor's name is made of the keys that lead to it, joined by a slash: {@code
 * g_ema/convs.0.conv.weight}, {@code latent_avg}; a state_dict at the top gives names without a
 * slash. Tensors of a pickled network have the names of its state_dict: {@code
 * G_ema/synthesis.b4.const}; those of a safetensors file have the names that it gives. What is not
 * a tensor (numbers, texts, options) is left out, and so are tensors inside lists and tuples. All
 * numbers are converted to float32, so that integers above 2^24 and doubles are rounded.
 *
 * <p>Memory is bounded by what the file really holds: every size in it is compared with the file
 * before memory is set aside, and the sum with the Java heap.
 */
public final class Checkpoint {

    /** Tensors that are views of one storage may take up this much more than the storages. */
    private static final long MAX_VIEW_EXPANSION = 4;

    private static final long FREE_VIEW_VALUES = 1L << 22;

    private final Path file;
    private final SortedMap<String, TensorReference> references;

    private Checkpoint(Path file, SortedMap<String, TensorReference> references) {
        this.file = file;
        this.references = references;
    }

    /**
     * Reads all tensors.
     *
     * @param file a checkpoint in any of these formats
     * @return the tensors by name, unmodifiable and sorted; tensors that share memory in PyTorch
     *     may share an array
     * @throws CheckpointException if the file is missing, is no checkpoint, is cut short or
     *     damaged, holds anything but data, or is too large for the Java heap
     * @throws IOException if closing the file fails
     */
    public static SortedMap<String, HostTensor> read(Path file) throws IOException {
        return read(file, name -> true);
    }

    /**
     * Reads the tensors whose names are wanted; the others, say of an optimizer, take no memory.
     *
     * @param file a checkpoint in any of these formats
     * @param wanted tells by the full name, such as {@code g_ema/input.input}
     * @return the tensors by name, unmodifiable and sorted; empty if none is wanted
     * @throws CheckpointException as for {@link #read(Path)}
     * @throws IOException if closing the file fails
     */
    public static SortedMap<String, HostTensor> read(Path file, Predicate<String> wanted)
            throws IOException {
        try (CheckpointArchive archive = open(file)) {
            if (!(archive.readObject() instanceof Map<?, ?> top)) {
                throw new CheckpointException(
                        file,
                        "does not hold a dictionary of tensors; save a state_dict() instead.");
            }
            return new Checkpoint(file, TensorCollector.collect(file, top, wanted)).read(archive);
        }
    }

    /**
     * The names of all tensors; their values are not read.
     *
     * @param file a checkpoint in any of these formats
     * @return the names, sorted
     * @throws CheckpointException as for {@link #read(Path)}
     * @throws IOException if closing the file fails
     */
    public static SortedSet<String> names(Path file) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        read(file, name -> !names.add(name)); // none is wanted
        return Collections.unmodifiableSortedSet(names);
    }

    private static CheckpointArchive open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CheckpointException(
                    file, Files.exists(file) ? "is not a file." : "does not exist.");
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(LegacyCheckpoint.START_BYTES);
        } catch (AccessDeniedException e) {
            throw new CheckpointException(file, "may not be read by this user.", e);
        } catch (IOException e) {
            throw new CheckpointException(file, "cannot be opened: " + e.getMessage() + ".", e);
        }
        if (start.length < 4) {
            throw new CheckpointException(
                    file, "is cut short: it has only " + start.length + " bytes.");
        }
        if (start[0] == 'P' && start[1] == 'K' && start[2] == 3) {
            return ZipCheckpoint.open(file);
        }
        if (SafetensorsHeader.recognizes(start)) {
            return SafetensorsCheckpoint.open(file);
        }
        if (start[0] == (byte) 0x80) {
            return LegacyCheckpoint.recognizes(start)
                    ? LegacyCheckpoint.open(file)
                    : PlainPickle.open(file);
        }
        throw new CheckpointException(
                file,
                "is no PyTorch checkpoint: it is neither a zip file nor a pickle, and no"
                        + " safetensors file either.");
    }

    private SortedMap<String, HostTensor> read(CheckpointArchive archive) throws IOException {
        Map<StorageReference, List<String>> byStorage = new LinkedHashMap<>();
        references.forEach(
                (name, tensor) ->
                        byStorage
                                .computeIfAbsent(tensor.storage().whole(), s -> new ArrayList<>())
                                .add(name));
        archive.check(byStorage.keySet());
        checkMemory(byStorage);
        SortedMap<String, HostTensor> tensors = new TreeMap<>();
        Map<TensorReference, HostTensor> gathered = new IdentityHashMap<>();
        for (Map.Entry<StorageReference, List<String>> storage : byStorage.entrySet()) {
            float[] numbers = archive.readStorage(storage.getKey());
            for (String name : storage.getValue()) {
                tensors.put(
                        name,
                        gathered.computeIfAbsent(
                                references.get(name), tensor -> tensor.gather(numbers)));
            }
        }
        return Collections.unmodifiableSortedMap(tensors);
    }

    /** Storages are no larger than the file by now, but overlapping views of them can be. */
    private void checkMemory(Map<StorageReference, List<String>> byStorage)
            throws CheckpointException {
        long stored = 0;
        long largest = 0;
        for (StorageReference storage : byStorage.keySet()) {
            stored += storage.length();
            largest = Math.max(largest, storage.length());
        }
        Map<TensorReference, Boolean> distinct = new IdentityHashMap<>();
        references.values().forEach(tensor -> distinct.put(tensor, true));
        long limit = MAX_VIEW_EXPANSION * stored + FREE_VIEW_VALUES;
        long viewed = 0;
        for (TensorReference tensor : distinct.keySet()) {
            largest = Math.max(largest, tensor.size());
            if (tensor.size() > limit - viewed) {
                throw new CheckpointException(
                        file,
                        String.format(
                                "has tensors of unreasonable sizes: they show the %d values that"
                                        + " are stored more than %d times.",
                                stored, MAX_VIEW_EXPANSION));
            }
            viewed += tensor.size();
        }
        if (largest > Integer.MAX_VALUE - 8) {
            throw new CheckpointException(
                    file,
                    String.format(
                            "has a tensor or storage of %d values, and at most %d can be read.",
                            largest, Integer.MAX_VALUE - 8));
        }
        long bytes = Float.BYTES * (viewed + largest);
        if (bytes > Runtime.getRuntime().maxMemory()) {
            throw new CheckpointException(
                    file,
                    String.format(
                            "needs %d MB of memory and Java may use %d MB; give Java more with"
                                    + " -Xmx.",
                            bytes >> 20, Runtime.getRuntime().maxMemory() >> 20));
        }
    }
}
