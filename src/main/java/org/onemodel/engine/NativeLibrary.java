/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PyTorch's native library, as it would be loaded.
 *
 * @param source who provides it
 * @param version its version, such as {@code 2.7.1}
 * @param flavor its build
 * @param folder where its files are, or will be once they are unpacked from a jar
 * @param from what named it: a jar's address, or the folder itself
 * @param binding whether there is the library that ties it to Java
 */
public record NativeLibrary(
        Source source, String version, Flavor flavor, Path folder, String from, boolean binding) {

    private static final List<String> PARTS = List.of("torch", "torch_cpu", "c10");
    private static final List<String> CUDA_PARTS = List.of("torch", "torch_cpu", "c10", "c10_cuda");

    /** Who provides a native library. */
    public enum Source {
        /** The user, by the variable PYTORCH_LIBRARY_PATH. */
        LIBRARY_PATH("PYTORCH_LIBRARY_PATH"),
        /** A jar among Java's libraries. */
        CLASS_PATH("a jar on the class path"),
        /** The folder of the engine's downloads. */
        CACHE("the engine's folder");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Files that it needs and that are not in its folder; none if that does not exist yet. */
    List<String> missingFiles() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> missing = new ArrayList<>();
        for (String name : flavor.isCuda() ? CUDA_PARTS : PARTS) {
            String file = System.mapLibraryName(name);
            if (!Files.isRegularFile(folder.resolve(file))) {
                missing.add(file);
            }
        }
        return missing;
    }

    @Override
    public String toString() {
        return "PyTorch " + version + " (" + flavor + ") in " + folder;
    }
}
