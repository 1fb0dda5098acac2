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
 * Reads the tensors of a PyTorch checkpoint ({@code torch.save} of a state_dict, or of dictionaries
 * of them) without PyTorch and without executing anything.
 *
 * <p>A tensor's name is made of the keys that lead to it, joined by a slash: {@code
 * g_ema/convs.0.conv.weight}, {@code latent_avg}; a state_dict at the top gives names without a
 * slash. What is not a tensor (numbers, texts, options) is left out, and so are tensors inside
 * lists and tuples. All numbers are converted to float32, so that integers above 2^24 and doubles
 * are rounded.
 *
 * <p>Both formats are read, the zip files of PyTorch 1.6 and later and the older sequence of
 * pickles. Memory is bounded by what the file really holds: every size in it is compared with the
 * file before memory is set aside, and the sum with the Java heap.
 */
public final class TorchCheckpoint {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NAME = 1000;
    private static final int MAX_ENTRIES = 200_000;

    /** Of all names together; a checkpoint of 10,000 tensors has about one million. */
    private static final int MAX_CHARACTERS = 20_000_000;

    /** Tensors that are views of one storage may take up this much more than the storages. */
    private static final long MAX_VIEW_EXPANSION = 4;

    private static final long FREE_VIEW_VALUES = 1L << 22;

    private final Path file;
    private final Predicate<String> wanted;
    private final SortedMap<String, TensorReference> references = new TreeMap<>();
    private int entries;
    private int characters;

    private TorchCheckpoint(Path file, Predicate<String> wanted) {
        this.file = file;
        this.wanted = wanted;
    }

    /**
     * Reads all tensors.
     *
     * @param file a checkpoint in the zip format of PyTorch 1.6 or in the older one
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
     * @param file a checkpoint in the zip format of PyTorch 1.6 or in the older one
     * @param wanted tells by the full name, such as {@code g_ema/input.input}
     * @return the tensors by name, unmodifiable and sorted; empty if none is wanted
     * @throws CheckpointException as for {@link #read(Path)}
     * @throws IOException if closing the file fails
     */
    public static SortedMap<String, HostTensor> read(Path file, Predicate<String> wanted)
            throws IOException {
        try (CheckpointArchive archive = open(file)) {
            return new TorchCheckpoint(file, wanted).read(archive);
        }
    }

    /**
     * The names of all tensors; their values are not read.
     *
     * @param file a checkpoint in the zip format of PyTorch 1.6 or in the older one
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
            start = in.readNBytes(4);
        } catch (AccessDeniedException e) {
            throw new CheckpointException(file, "may not be read by this user.", e);
        } catch (IOException e) {
            throw new CheckpointException(file, "cannot be opened: " + e.getMessage() + ".", e);
        }
        if (start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3) {
            return ZipCheckpoint.open(file);
        }
        if (start.length == 4 && start[0] == (byte) 0x80) {
            return LegacyCheckpoint.open(file);
        }
        throw new CheckpointException(
                file,
                start.length < 4
                        ? "is cut short: it has only " + start.length + " bytes."
                        : "is no PyTorch checkpoint: it is neither a zip file nor a pickle.");
    }

    private SortedMap<String, HostTensor> read(CheckpointArchive archive) throws IOException {
        if (!(archive.readObject() instanceof Map<?, ?> top)) {
            throw new CheckpointException(
                    file, "does not hold a dictionary of tensors; save a state_dict() instead.");
        }
        collect("", top, 1);
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

    private void collect(String prefix, Map<?, ?> dictionary, int depth)
            throws CheckpointException {
        if (depth > MAX_DEPTH) {
            throw new CheckpointException(
                    file, "has dictionaries nested deeper than " + MAX_DEPTH + ".");
        }
        for (Map.Entry<?, ?> entry : dictionary.entrySet()) {
            if (++entries > MAX_ENTRIES) {
                throw new CheckpointException(
                        file, "has dictionaries of more than " + MAX_ENTRIES + " entries.");
            }
            String name = prefix + entry.getKey();
            if (name.length() > MAX_NAME) {
                throw new CheckpointException(
                        file, "has a name of more than " + MAX_NAME + " characters.");
            }
            characters += name.length();
            if (characters > MAX_CHARACTERS) {
                throw new CheckpointException(
                        file, "has names of more than " + MAX_CHARACTERS + " characters in all.");
            }
            if (entry.getValue() instanceof Map<?, ?> nested) {
                collect(name + "/", nested, depth + 1);
            } else if (entry.getValue() instanceof TensorReference tensor
                    && wanted.test(name)
                    && references.put(name, tensor) != null) {
                throw new CheckpointException(
                        file, "has two tensors of the name " + DataUnpickler.printable(name) + ".");
            }
        }
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
