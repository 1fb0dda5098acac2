/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds the tensors in the dictionaries and modules of a checkpoint and names them.
 *
 * <p>A few small dictionaries that share others can lead to very many names, so these are counted.
 */
final class TensorCollector {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NAME = 1000;
    private static final int MAX_ENTRIES = 200_000;

    /** Of all names together; a checkpoint of 10,000 tensors has about one million. */
    private static final int MAX_CHARACTERS = 20_000_000;

    private final Path file;
    private final Predicate<String> wanted;
    private final SortedMap<String, TensorReference> tensors = new TreeMap<>();
    private int entries;
    private int characters;

    private TensorCollector(Path file, Predicate<String> wanted) {
        this.file = file;
        this.wanted = wanted;
    }

    /**
     * The wanted tensors by name.
     *
     * @param file named in messages
     * @param wanted tells by the name
     * @throws CheckpointException if two have one name, or there are unreasonably many names
     */
    static SortedMap<String, TensorReference> collect(
            Path file, Map<?, ?> top, Predicate<String> wanted) throws CheckpointException {
        TensorCollector collector = new TensorCollector(file, wanted);
        collector.collect("", top, "/", 1);
        return collector.tensors;
    }

    /**
     * @param prefix what the names of all entries start with
     * @param separator what joins the names of entries to those of what is in them
     */
    private void collect(String prefix, Map<?, ?> dictionary, String separator, int depth)
            throws CheckpointException {
        if (depth > MAX_DEPTH) {
            throw new CheckpointException(
                    file, "has dictionaries nested deeper than " + MAX_DEPTH + ".");
        }
        for (Map.Entry<?, ?> entry : dictionary.entrySet()) {
            String name = prefix + entry.getKey();
            count(name);
            if (entry.getValue() instanceof Map<?, ?> nested) {
                collect(name + separator, nested, separator, depth + 1);
            } else if (entry.getValue() instanceof ModuleReference module) {
                for (Map<?, ?> part : module.parts()) {
                    collect(name + separator, part, ".", depth + 1);
                }
            } else if (entry.getValue() instanceof TensorReference tensor
                    && wanted.test(name)
                    && tensors.put(name, tensor) != null) {
                throw new CheckpointException(
                        file, "has two tensors of the name " + DataUnpickler.printable(name) + ".");
            }
        }
    }

    private void count(String name) throws CheckpointException {
        if (++entries > MAX_ENTRIES) {
            throw new CheckpointException(
                    file, "has dictionaries of more than " + MAX_ENTRIES + " entries.");
        }
        if (name.length() > MAX_NAME) {
            throw new CheckpointException(
                    file, "has a name of more than " + MAX_NAME + " characters.");
        }
        characters += name.length();
        if (characters > MAX_CHARACTERS) {
            throw new CheckpointException(
                    file, "has names of more than " + MAX_CHARACTERS + " characters in all.");
        }
    }
}
